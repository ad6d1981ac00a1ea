import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { granted, type Granted } from './outcome.ts';
import { instant, rows } from './rows.ts';
import type { AssociationTx, ConsultancyTx } from './tenant.ts';

// The people of a consultancy or of an association, whichever the transaction is open for.

export const STAFF_ROLES = ['owner', 'member'] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

export type ListedStaff = {
  accountId: string;
  name: string;
  /** For owners alone. */
  email: string | null;
  role: StaffRole;
  grantedAt: Date;
};

const listed = z.strictObject({
  account_id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(STAFF_ROLES),
  granted_at: instant,
});

/** Oldest first. */
export async function listStaff(tx: ConsultancyTx | AssociationTx): Promise<ListedStaff[]> {
  const found = await rows(tx, listed, sql`select * from ctx.staff()`);
  return found.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    role: row.role,
    grantedAt: row.granted_at,
  }));
}

/** For a confirmed owner; the last owner stays one. */
export async function changeStaffRole(
  tx: ConsultancyTx | AssociationTx,
  accountId: string,
  role: StaffRole,
): Promise<Granted> {
  return granted(tx, sql`ctx.change_staff_role(${accountId}, ${role})`);
}

/** Ends a membership; the access to every client ends with it, in this transaction. */
export async function revokeStaff(
  tx: ConsultancyTx | AssociationTx,
  accountId: string,
): Promise<Granted> {
  return granted(tx, sql`ctx.revoke_staff(${accountId})`);
}

/** Ends one's own membership; the last owner cannot go. */
export async function leaveStaff(tx: ConsultancyTx | AssociationTx): Promise<Granted> {
  return granted(tx, sql`ctx.leave_staff()`);
}
