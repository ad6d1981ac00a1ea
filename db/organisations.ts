import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { rows } from './rows.ts';
import { STAFF_ROLES } from './staff.ts';
import type { OrganisationAccess } from './sessions.ts';
import type { Session, SystemTx } from './tenant.ts';

const named = z.strictObject({
  kind: z.enum(['consultancy', 'association']),
  organisation_id: z.string(),
  role: z.enum(STAFF_ROLES),
  name: z.string(),
});

/** The consultancies and associations of the session's account with their names, whatever its level. */
export async function listNamedOrganisations(
  tx: SystemTx,
  session: Session,
): Promise<(OrganisationAccess & { name: string })[]> {
  const found = await rows(
    tx,
    named,
    sql`select * from ctx.named_organisations(${session.contextDigest})`,
  );
  return found.map(({ organisation_id: organisationId, ...row }) => ({ ...row, organisationId }));
}
