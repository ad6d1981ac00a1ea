import { desc, eq, sql, type SQL } from 'drizzle-orm';
import { z } from 'zod';
import { record, recordRefusal } from './audit.ts';
import { rows } from './rows.ts';
import { assessmentState } from './schema/assessment-state.ts';
import { STATES, type State, type StateChange } from './state-changes.ts';
import type { CompanyTx } from './tenant.ts';

export interface Moved {
  version: number;
  state: StateChange;
  /** Why: with a return and a reopening always. */
  reason: string | null;
  actor: string;
  byName: string;
  at: Date;
}

export type Moving =
  | { ok: true; version: number }
  /** `stands`: it stands elsewhere now, as somebody else moved it. */
  | { ok: false; reason: 'stands'; state: State }
  /** `same-person`: who submitted signs not. `not-confirmed`: a fresh proof of who they are is missing. */
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'same-person' | 'not-confirmed' };

export type Change = 'submitted' | 'withdrawn' | 'returned' | 'approved' | 'reopened';

/** From where each goes, and who may (asked again by the trigger on the row). */
const FROM: Readonly<Record<Change, State>> = {
  submitted: 'open',
  withdrawn: 'submitted',
  returned: 'submitted',
  approved: 'submitted',
  reopened: 'approved',
};
const BY: Readonly<Record<Change, readonly string[]>> = {
  submitted: ['owner', 'preparer'],
  withdrawn: ['owner', 'preparer'],
  returned: ['owner', 'declarer'],
  approved: ['owner', 'declarer'],
  reopened: ['owner', 'preparer'],
};

export const standing = z.strictObject({
  state: z.enum(STATES),
  version: z.number(),
  role: z.string(),
  may_write: z.boolean(),
  confirmed: z.boolean(),
  /** By who moved it last. */
  by_self: z.boolean(),
  is_carried_on: z.boolean(),
  was_signed: z.boolean(),
});
export type Standing = z.infer<typeof standing>;

/**
 * Locks an assessment until the transaction ends: saves in flight come first, later ones wait. A declarer may
 * not write and so not lock; what they sign takes no saves, and the state's version tells if it moved.
 */
export function lockOf(assessmentId: string): SQL {
  return sql`select from junbi.assessment where assessment_id = ${assessmentId} for update`;
}

/** Where it stands; in a statement of its own, because only that sees what the lock waited for. */
export function standingOf(assessmentId: string): SQL {
  return sql`
      select a.state, coalesce(s.version, 0) as version, ctx.role() as role, ctx.company_rw() is not null as may_write,
             ctx.is_confirmed() as confirmed, coalesce(s.actor = ctx.actor(), false) as by_self,
             exists (select from junbi.carrying c join junbi.assessment n on n.company_id = c.company_id and n.assessment_id = c.assessment_id
                      where c.from_assessment_id = a.assessment_id and n.state <> 'undone') as is_carried_on,
             exists (select from junbi.assessment_state w
                      where w.assessment_id = a.assessment_id and w.state = 'approved') as was_signed
        from (select * from junbi.assessment where assessment_id = ${assessmentId}) a
        left join lateral (select version, actor from junbi.assessment_state
                            where assessment_id = a.assessment_id order by version desc limit 1) s on true`;
}

/** Whether another assessment goes on from `a`, or its carrying was undone. */
export const isClosed = sql`(a.state in ('carried', 'undone') or exists (
  select from junbi.carrying c join junbi.assessment n on n.company_id = c.company_id and n.assessment_id = c.assessment_id
   where c.company_id = a.company_id and c.from_assessment_id = a.assessment_id and n.state <> 'undone'))`;

export async function submitAssessment(
  tx: CompanyTx,
  given: { assessmentId: string; byName: string },
): Promise<Moving> {
  return move(tx, 'submitted', { ...given, reason: null });
}

/** Takes a submission back; what was not signed can be answered again. */
export async function withdrawSubmission(
  tx: CompanyTx,
  given: { assessmentId: string; byName: string },
): Promise<Moving> {
  return move(tx, 'withdrawn', { ...given, reason: null });
}

/** The declarer sends it back, with the reason. */
export async function returnAssessment(
  tx: CompanyTx,
  given: { assessmentId: string; reason: string; byName: string },
): Promise<Moving> {
  return move(tx, 'returned', given);
}

/** Opens a signed assessment for a correction; the signed result stays as it is. */
export async function reopenAssessment(
  tx: CompanyTx,
  given: { assessmentId: string; reason: string; byName: string },
): Promise<Moving> {
  return move(tx, 'reopened', given);
}

async function move(
  tx: CompanyTx,
  change: Exclude<Change, 'approved'>,
  given: { assessmentId: string; reason: string | null; byName: string },
): Promise<Moving> {
  await tx.execute(lockOf(given.assessmentId));
  const [stands = null] = await rows(tx, standing, standingOf(given.assessmentId));
  const refused = refusal(change, stands);
  if (!stands || refused) {
    if (refused && refused.reason !== 'stands' && refused.reason !== 'not-found')
      await recordRefusal(tx, `assessment.${change}`, `assessment/${given.assessmentId}`);
    return refused ?? { ok: false, reason: 'not-found' };
  }
  const version = stands.version + 1;
  await tx.execute(stateRow({ ...given, state: change, version }));
  await record(tx, `assessment.${change}`, {
    target: `assessment/${given.assessmentId}`,
    fields: { version },
    sealed: { reason: given.reason },
  });
  return { ok: true, version };
}

/** Why it cannot be moved; null where it can. */
export function refusal(
  change: Change,
  stands: Standing | null,
): Exclude<Moving, { ok: true }> | null {
  if (!stands) return { ok: false, reason: 'not-found' };
  const mayMove = stands.may_write || stands.role === 'declarer';
  if (!mayMove || !BY[change].includes(stands.role)) return { ok: false, reason: 'not-allowed' };
  if (stands.state !== FROM[change] || (change === 'reopened' && stands.is_carried_on))
    return { ok: false, reason: 'stands', state: stands.state };
  if (change === 'approved' && stands.by_self) return { ok: false, reason: 'same-person' };
  if (change === 'approved' && !stands.confirmed) return { ok: false, reason: 'not-confirmed' };
  return null;
}

/** The row of a change, whose trigger moves the assessment; for a transaction that has locked it. */
export function stateRow(given: {
  assessmentId: string;
  state: StateChange;
  version: number;
  reason: string | null;
  byName: string;
}): SQL {
  return sql`
    insert into junbi.assessment_state (assessment_id, version, state, reason, actor_name)
    values (${given.assessmentId}, ${given.version}, ${given.state}, ${given.reason}, ${given.byName})`;
}

/** What moved an assessment, newest first. */
export async function listStates(tx: CompanyTx, assessmentId: string): Promise<Moved[]> {
  return tx
    .select({
      version: assessmentState.version,
      state: assessmentState.state,
      reason: assessmentState.reason,
      actor: assessmentState.actor,
      byName: assessmentState.actorName,
      at: assessmentState.at,
    })
    .from(assessmentState)
    .where(eq(assessmentState.assessmentId, assessmentId))
    .orderBy(desc(assessmentState.version));
}
