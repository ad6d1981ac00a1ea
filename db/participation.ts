import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { granted, type Granted } from './outcome.ts';
import { instant, rows } from './rows.ts';
import type { AssociationTx, CompanyTx } from './tenant.ts';

/** A member company as its association may know it; the id is the membership's, never the company's. */
export type Participant = { membershipId: string; name: string; joinedAt: Date };

const participant = z.strictObject({
  membership_id: z.string(),
  name: z.string(),
  joined_at: instant,
});

/** The member companies of the association, oldest first. */
export async function listParticipants(tx: AssociationTx): Promise<Participant[]> {
  const found = await rows(tx, participant, sql`select * from ctx.participants()`);
  return found.map((row) => ({
    membershipId: row.membership_id,
    name: row.name,
    joinedAt: row.joined_at,
  }));
}

/** Invited and without an answer, by an invitation or a campaign, each mailbox once; and the member companies. */
export type Participation = { waiting: number; joined: number };

const counts = z.strictObject({ waiting: z.number(), joined: z.number() });

export async function countParticipation(tx: AssociationTx): Promise<Participation> {
  const [found] = await rows(tx, counts, sql`select * from ctx.participation()`);
  if (!found) throw new Error('The participation was not counted.');
  return found;
}

/** For the association's confirmed owner. */
export async function removeParticipant(tx: AssociationTx, membershipId: string): Promise<Granted> {
  return granted(tx, sql`ctx.remove_participant(${membershipId})`);
}

/** An association that the company belongs to. */
export type JoinedAssociation = {
  associationId: string;
  name: string;
  joinedAt: Date;
  joinedByName: string;
};

const joined = z.strictObject({
  association_id: z.string(),
  name: z.string(),
  joined_at: instant,
  joined_by_name: z.string(),
});

/** Oldest first; empty for a consultant. */
export async function listJoinedAssociations(tx: CompanyTx): Promise<JoinedAssociation[]> {
  const found = await rows(tx, joined, sql`select * from ctx.associations()`);
  return found.map((row) => ({
    associationId: row.association_id,
    name: row.name,
    joinedAt: row.joined_at,
    joinedByName: row.joined_by_name,
  }));
}

/** For the company's confirmed owner. */
export async function leaveAssociation(tx: CompanyTx, associationId: string): Promise<Granted> {
  return granted(tx, sql`ctx.leave_association(${associationId})`);
}
