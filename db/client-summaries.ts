import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { answerSchema, type Answer } from '#assessments/answer.ts';
import { gateParts, type GatePart } from '#assessments/gate-parts.ts';
import { STAGES } from '#assessments/gap-model.ts';
import { MODES } from '#assessments/questionnaire.ts';
import { ENGINE } from '#assessments/score.ts';
import { readEdition } from './content.ts';
import { instant, rows } from './rows.ts';
import type { CompanyTx } from './tenant.ts';

// What consultancies see of a company at a glance, rewritten in the transaction that saves. The figures
// are computed here, from what this capability opens, and written by `ctx.summarise`.

const engaged = z.strictObject({ engaged: z.boolean() });

/**
 * Does a save and rewrites the summaries with it. Where no consultancy is engaged it costs one look.
 * Of two saves of a company whose summaries are kept, the second waits: its figures include the first.
 */
export async function keepingSummaries<T extends { ok: boolean }>(
  tx: CompanyTx,
  save: () => Promise<T>,
): Promise<T> {
  const [found] = await rows(tx, engaged, sql`select ctx.lock_summaries() as engaged`);
  const saved = await save();
  if (found?.engaged && saved.ok) await summarise(tx);
  return saved;
}

/** Writes the summaries of the company as it stands now: at a grant, and after a save. */
export async function summarise(tx: CompanyTx): Promise<void> {
  const { parts, isWhole, at } = await freshParts(tx);
  await tx.execute(
    sql`select ctx.summarise(${JSON.stringify(parts)}::jsonb, ${isWhole}, ${at}, ${ENGINE}::int)`,
  );
}

const newest = z.strictObject({
  assessment_id: z.string().nullable(),
  edition_id: z.string().nullable(),
  mode: z.enum(MODES).nullable(),
  stage: z.enum(STAGES).nullable(),
  facts: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])).nullable(),
  questionnaires: z.array(z.string()),
  at: instant,
});

const current = z.strictObject({
  question_id: z.string(),
  answer: z.union([answerSchema, z.strictObject({ cleared: z.literal(true) })]),
  at: instant,
});

/** The gate of the newest assessment by questionnaire, as far as this capability reaches. */
async function freshParts(
  tx: CompanyTx,
): Promise<{ parts: Record<string, GatePart>; isWhole: boolean; at: Date }> {
  const [head] = await rows(
    tx,
    newest,
    sql`
      select a.assessment_id, a.edition_id, a.mode, a.stage, p.facts, ctx.questionnaires() as questionnaires,
             greatest(c.created_at, a.created_at, p.at) as at
        from junbi.company c
        left join lateral (select * from junbi.assessment where state <> 'undone' order by created_at desc, assessment_id limit 1) a on true
        left join lateral (select * from junbi.profile_version order by version desc limit 1) p on true`,
  );
  if (!head) throw new Error('The company was registered but never written.');
  const { assessment_id: assessmentId, edition_id: editionId, mode, stage } = head;
  const edition = editionId === null ? null : await readEdition(tx, editionId);
  if (!edition || mode === null || stage === null) return { parts: {}, isWhole: true, at: head.at };
  const given = await rows(
    tx,
    current,
    sql`
      select distinct on (questionnaire, question_id) question_id, answer, at
        from junbi.answer_event where assessment_id = ${assessmentId}
       order by questionnaire, question_id, version desc`,
  );
  const answers: Record<string, Answer> = {};
  let at = head.at;
  for (const { question_id: id, answer, at: saved } of given) {
    if (!('cleared' in answer)) answers[id] = answer;
    if (saved > at) at = saved;
  }
  const parts = gateParts(edition, { mode, stage, facts: head.facts ?? {}, answers });
  const all = Object.entries(parts);
  const seen = all.filter(([name]) => head.questionnaires.includes(name));
  return { parts: Object.fromEntries(seen), isWhole: seen.length === all.length, at };
}
