import { sql } from 'drizzle-orm';
import type { Locale } from './accounts.ts';
import type { CompanyTx, ConsultancyTx, SystemTx } from './tenant.ts';

/** The same message in both languages; the database sends each owner of the company theirs. */
export type Notices = Readonly<Record<Locale, { subject: string; bodyText: string }>>;

/** As the definer functions take them. */
export const noticesJson = (notices: Notices) =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(notices).map(([locale, { subject, bodyText }]) => [
        locale,
        { subject, body: bodyText },
      ]),
    ),
  );

/**
 * Tells the owners that this transaction has let a consultancy in or ended that; else it does nothing.
 * `companyId` is null for the company that is open.
 */
export async function tellOwners(
  tx: CompanyTx | ConsultancyTx | SystemTx,
  companyId: string | null,
  notices: Notices,
): Promise<void> {
  await tx.execute(sql`select ctx.tell_owners(${companyId}::uuid, ${noticesJson(notices)}::jsonb)`);
}
