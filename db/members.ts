import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { granted, type Granted } from './outcome.ts';
import { instant, rows } from './rows.ts';
import type { CompanyTx } from './tenant.ts';

/** What the people of a company can be in it; a consultant is let in by an engagement instead. */
export const MEMBER_ROLES = ['owner', 'preparer', 'respondent', 'declarer', 'viewer'] as const;
export type MemberRole = (typeof MEMBER_ROLES)[number];

/** A role, with the letters of the sections where it is a respondent's. */
export type Role =
  | { role: 'respondent'; sections: string }
  | { role: Exclude<MemberRole, 'respondent'>; sections: null };

export type ListedMember = {
  accountId: string;
  name: string;
  /** For the company's owners alone. */
  email: string | null;
  role: MemberRole;
  sections: string | null;
  grantedAt: Date;
};

const listed = z.strictObject({
  account_id: z.string(),
  name: z.string(),
  email: z.string().nullable(),
  role: z.enum(MEMBER_ROLES),
  sections: z.string().nullable(),
  granted_at: instant,
});

/** The people of the company, oldest first; empty for a consultant. */
export async function listMembers(tx: CompanyTx): Promise<ListedMember[]> {
  const found = await rows(tx, listed, sql`select * from ctx.members()`);
  return found.map((row) => ({
    accountId: row.account_id,
    name: row.name,
    email: row.email,
    role: row.role,
    sections: row.sections,
    grantedAt: row.granted_at,
  }));
}

/** Whether a member sees a section, by its letter: only a respondent is held to some. */
export const seesSection = (
  { sections }: Pick<ListedMember, 'sections'>,
  letter: string,
): boolean => sections === null || sections.includes(letter);

/** Whether a member may answer in a section. */
export const answersIn = (
  member: Pick<ListedMember, 'role' | 'sections'>,
  letter: string,
): boolean =>
  ['owner', 'preparer', 'respondent'].includes(member.role) && seesSection(member, letter);

/** Gives a member another role. For a confirmed owner; the last owner stays one. */
export async function changeRole(
  tx: CompanyTx,
  accountId: string,
  { role, sections }: Role,
): Promise<Granted> {
  return granted(tx, sql`ctx.change_role(${accountId}, ${role}, ${sections})`);
}

/** Ends a member's access, from the next transaction on. For a confirmed owner. */
export async function revokeMember(tx: CompanyTx, accountId: string): Promise<Granted> {
  return granted(tx, sql`ctx.revoke_member(${accountId})`);
}

/** Ends one's own access; the last owner cannot go. */
export async function leaveCompany(tx: CompanyTx): Promise<Granted> {
  return granted(tx, sql`ctx.leave_company()`);
}
