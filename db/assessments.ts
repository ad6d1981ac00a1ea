import { and, desc, eq, gte, ne, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Stage } from '#assessments/gap-model.ts';
import type { Mode } from '#assessments/questionnaire.ts';
import { record, recordRefusal } from './audit.ts';
import { keepingSummaries } from './client-summaries.ts';
import { rows } from './rows.ts';
import { assessment, pastScope } from './schema/assessment.ts';
import type { State } from './state-changes.ts';
import type { CompanyTx } from './tenant.ts';

export type Assessment = {
  assessmentId: string;
  editionId: string;
  mode: Mode;
  stage: Stage;
  title: string;
  /** What industries add, by id; chosen with mode and stage. */
  overlays: string[];
  state: State;
  /** Counts the changes of mode, stage and title; the base of the next change. */
  version: number;
  createdByName: string;
  createdAt: Date;
};

const columns = {
  assessmentId: assessment.assessmentId,
  editionId: assessment.editionId,
  mode: assessment.mode,
  stage: assessment.stage,
  title: assessment.title,
  overlays: assessment.overlays,
  state: assessment.state,
  version: assessment.version,
  createdByName: assessment.createdByName,
  createdAt: assessment.createdAt,
};

export type Started =
  { ok: true; assessmentId: string } | { ok: false; reason: 'unknown-edition' | 'not-allowed' };

const permission = z.strictObject({
  may_write: z.boolean(),
  edition: z.boolean(),
  started: z.boolean(),
});

/**
 * Starts an assessment, pinned to its edition for ever. `assessmentId` is a random id that the form
 * carries: sending the form twice starts one assessment.
 */
export async function startAssessment(
  tx: CompanyTx,
  given: {
    assessmentId: string;
    editionId: string;
    mode: Mode;
    stage: Stage;
    title: string;
    byName: string;
  },
): Promise<Started> {
  return keepingSummaries(tx, () => start(tx, given));
}

/** Only owners and preparers shape an assessment; respondents and consultants answer it. */
const mayShape = sql`ctx.company_rw() is not null and ctx.role() in ('owner', 'preparer')`;

async function start(
  tx: CompanyTx,
  given: Parameters<typeof startAssessment>[1],
): Promise<Started> {
  const [one] = await rows(
    tx,
    permission,
    sql`
      with started as (
        insert into junbi.assessment (company_id, assessment_id, edition_id, mode, stage, title, created_by_name)
        select ctx.company_rw(), ${given.assessmentId}, e.id, ${given.mode}, ${given.stage}, ${given.title}, ${given.byName}
          from content.edition e where e.id = ${given.editionId} and ${mayShape}
        on conflict do nothing
        returning assessment_id)
      select ${mayShape} as may_write, exists (select from started) as started,
             exists (select from content.edition where id = ${given.editionId}) as edition`,
  );
  const target = `assessment/${given.assessmentId}`;
  if (!one?.may_write) {
    await recordRefusal(tx, 'assessment.started', target);
    return { ok: false, reason: 'not-allowed' };
  }
  if (!one.edition) return { ok: false, reason: 'unknown-edition' };
  if (one.started)
    await record(tx, 'assessment.started', {
      target,
      fields: { edition: given.editionId, mode: given.mode },
      sealed: { stage: given.stage, title: given.title },
    });
  return { ok: true, assessmentId: given.assessmentId };
}

export async function getAssessment(
  tx: CompanyTx,
  assessmentId: string,
): Promise<Assessment | null> {
  const [found] = await tx
    .select(columns)
    .from(assessment)
    .where(eq(assessment.assessmentId, assessmentId));
  return found ?? null;
}

/** With the mode, stage and overlays that it had at a moment. */
export async function getAssessmentBefore(
  tx: CompanyTx,
  assessmentId: string,
  before: Date,
): Promise<Assessment | null> {
  const [now, [then]] = await Promise.all([
    getAssessment(tx, assessmentId),
    tx
      .select({
        mode: pastScope.mode,
        stage: pastScope.stage,
        overlays: pastScope.overlays,
        version: pastScope.version,
      })
      .from(pastScope)
      .where(and(eq(pastScope.assessmentId, assessmentId), gte(pastScope.until, before)))
      .orderBy(pastScope.version)
      .limit(1),
  ]);
  return now && { ...now, ...then };
}

/** Newest first; what was carried and undone again is not among them. */
export async function listAssessments(tx: CompanyTx): Promise<Assessment[]> {
  return tx
    .select(columns)
    .from(assessment)
    .where(ne(assessment.state, 'undone'))
    .orderBy(desc(assessment.createdAt), assessment.assessmentId);
}

/** @throws where there is no such assessment */
export async function stateOf(tx: CompanyTx, assessmentId: string): Promise<State> {
  const found = await getAssessment(tx, assessmentId);
  if (!found) throw new Error('An assessment was there and is not.');
  return found.state;
}

export type ScopeChanged =
  | { ok: true; version: number }
  | { ok: false; reason: 'stale'; theirs: Assessment }
  | { ok: false; reason: 'not-found' | 'not-allowed' }
  | Closed;

/** It takes no change where it stands: submitted, signed, carried on or undone. */
export type Closed = { ok: false; reason: 'closed'; state: Exclude<State, 'open'> };

/** Changes mode, stage and overlays; every answer stays, and the scope before is kept. `stale` where somebody changed them since `base`. */
export async function changeScope(
  tx: CompanyTx,
  given: {
    assessmentId: string;
    base: number;
    mode: Mode;
    stage: Stage;
    overlays: readonly string[];
  },
): Promise<ScopeChanged> {
  return keepingSummaries(tx, () => change(tx, given));
}

async function change(
  tx: CompanyTx,
  given: Parameters<typeof changeScope>[1],
): Promise<ScopeChanged> {
  // Locked, so that what is kept is what the update replaces.
  await tx.execute(sql`
    insert into junbi.past_scope (assessment_id, version, mode, stage, overlays)
    select assessment_id, version, mode, stage, overlays from junbi.assessment
     where assessment_id = ${given.assessmentId} and version = ${given.base} and state = 'open' and ${mayShape}
       for update
    on conflict do nothing`);
  const [changed] = await tx
    .update(assessment)
    .set({
      mode: given.mode,
      stage: given.stage,
      overlays: [...given.overlays],
      version: given.base + 1,
    })
    .where(
      and(
        eq(assessment.assessmentId, given.assessmentId),
        eq(assessment.version, given.base),
        eq(assessment.state, 'open'),
        mayShape,
      ),
    )
    .returning({ version: assessment.version });
  const target = `assessment/${given.assessmentId}`;
  if (changed) {
    await record(tx, 'assessment.scope-changed', {
      target,
      fields: { mode: given.mode, version: changed.version },
      sealed: { stage: given.stage, overlays: given.overlays },
    });
    return { ok: true, version: changed.version };
  }
  const theirs = await getAssessment(tx, given.assessmentId);
  if (!theirs) return { ok: false, reason: 'not-found' };
  if (theirs.version !== given.base) return { ok: false, reason: 'stale', theirs };
  if (theirs.state !== 'open') return { ok: false, reason: 'closed', state: theirs.state };
  await recordRefusal(tx, 'assessment.scope-changed', target);
  return { ok: false, reason: 'not-allowed' };
}
