import { and, desc, eq, lt, sql, type SQLWrapper } from 'drizzle-orm';
import { z } from 'zod';
import { answerSchema } from '#assessments/answer.ts';
import { record, recordRefusal } from './audit.ts';
import { keepingSummaries } from './client-summaries.ts';
import { instant, rows } from './rows.ts';
import type { Closed } from './assessments.ts';
import { answerEvent } from './schema/assessment.ts';
import { STATES } from './state-changes.ts';
import type { CompanyTx } from './tenant.ts';

/** An answer as it is stored: what the engine knows, or that a person took their answer back. */
export const storedAnswerSchema = z.union([
  answerSchema,
  z.strictObject({ cleared: z.literal(true) }),
]);
export type StoredAnswer = z.infer<typeof storedAnswerSchema>;

export type SavedAnswer = {
  answer: StoredAnswer;
  note: string | null;
  /** Counts from 1 for each question, without gaps; the base of the next save. */
  version: number;
  byName: string;
  at: Date;
};

export type CurrentAnswer = SavedAnswer & { questionId: string; questionnaire: string };

export type AnswerSaved =
  | { ok: true; version: number; at: Date }
  /** Somebody saved since `base`, or this form itself: nothing was overwritten, theirs stands beside yours. */
  | { ok: false; reason: 'stale'; theirs: SavedAnswer | null }
  /** `request-reused`: this request id has already saved another question. */
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'request-reused' }
  /** The assessment is submitted, signed or carried on: nothing was saved. */
  | Closed;

export type AnswerToSave = {
  assessmentId: string;
  questionId: string;
  /** The questionnaire of the question in the assessment's edition. */
  questionnaire: string;
  /** The version that the person saw; 0 for "not answered yet". */
  base: number;
  answer: StoredAnswer;
  note: string | null;
  /** A random id made with the form: the same answer sent again gives the first outcome. */
  requestId: string;
  byName: string;
};

const written = z.strictObject({ version: z.number(), at: instant });
const permission = z.strictObject({ write: z.boolean(), state: z.enum(STATES).nullable() });

/** Whether this capability opens the section of a question (asked once a statement); policies see to the questionnaire. */
export const inSections = (questionId: SQLWrapper | string) =>
  sql`position(left(${questionId}, 1) in (select ctx.sections())) > 0`;

/**
 * Saves an answer as the event `base + 1`, in one statement: of any number of simultaneous saves with
 * the same base exactly one stands. Answer and note have passed the free-text guard before.
 */
export async function saveAnswer(tx: CompanyTx, given: AnswerToSave): Promise<AnswerSaved> {
  return keepingSummaries(tx, () => save(tx, given));
}

async function save(tx: CompanyTx, given: AnswerToSave): Promise<AnswerSaved> {
  // The row that this one follows: the version that the person saw, or the assessment itself. The lock on
  // the assessment is that of the foreign key: a submission that came first is seen, one that comes waits.
  const before =
    given.base === 0
      ? sql`junbi.assessment b where b.assessment_id = ${given.assessmentId} and b.state = 'open'
              and ${given.questionnaire} = any (ctx.questionnaires())`
      : sql`junbi.answer_event e join junbi.assessment b using (company_id, assessment_id)
             where b.state = 'open' and e.assessment_id = ${given.assessmentId}
              and e.question_id = ${given.questionId} and e.version = ${given.base}
              and e.questionnaire = ${given.questionnaire}`;
  const [saved] = await rows(
    tx,
    written,
    sql`
      insert into junbi.answer_event
        (company_id, assessment_id, question_id, version, questionnaire, answer, note, request_id, actor_name)
      select b.company_id, b.assessment_id, ${given.questionId}, ${given.base + 1}, ${given.questionnaire},
             ${JSON.stringify(given.answer)}::jsonb, ${given.note}, ${given.requestId}, ${given.byName}
        from ${before} and ctx.company_rw() is not null and ${inSections(given.questionId)}
         for key share of b
      on conflict do nothing
      returning version, at`,
  );
  if (!saved) return notSaved(tx, given);
  await record(tx, 'cleared' in given.answer ? 'answer.taken-back' : 'answer.saved', {
    target: `question/${given.questionId}`,
    fields: {
      assessment: given.assessmentId,
      questionnaire: given.questionnaire,
      version: saved.version,
    },
    sealed: { answer: given.answer, note: given.note },
  });
  return { ok: true, ...saved };
}

// A conflicting row was committed after our statement began: only a new statement sees it.
async function notSaved(tx: CompanyTx, given: AnswerToSave): Promise<AnswerSaved> {
  const [may] = await rows(
    tx,
    permission,
    sql`
      select ctx.company_rw() is not null and ${given.questionnaire} = any (ctx.questionnaires())
             and ${inSections(given.questionId)} as write,
             (select state from junbi.assessment where assessment_id = ${given.assessmentId}) as state`,
  );
  if (!may || may.state === null) return { ok: false, reason: 'not-found' };
  if (!may.write) {
    await recordRefusal(tx, 'answer.saved', `question/${given.questionId}`);
    return { ok: false, reason: 'not-allowed' };
  }
  const [first] = await tx
    .select({
      questionId: answerEvent.questionId,
      version: answerEvent.version,
      at: answerEvent.at,
      same: sql<boolean>`${answerEvent.answer} = ${JSON.stringify(given.answer)}::jsonb
        and ${answerEvent.note} is not distinct from ${given.note}`,
    })
    .from(answerEvent)
    .where(
      and(
        eq(answerEvent.assessmentId, given.assessmentId),
        eq(answerEvent.requestId, given.requestId),
      ),
    );
  if (first && first.questionId !== given.questionId)
    return { ok: false, reason: 'request-reused' };
  // The same form with another answer (sent again, or after Back) saved nothing of that answer.
  if (first?.same) return { ok: true, version: first.version, at: first.at };
  if (may.state !== 'open') return { ok: false, reason: 'closed', state: may.state };
  const [theirs] = await answerHistory(tx, given.assessmentId, given.questionId, { limit: 1 });
  return { ok: false, reason: 'stale', theirs: theirs ?? null };
}

const columns = {
  answer: answerEvent.answer,
  note: answerEvent.note,
  version: answerEvent.version,
  byName: answerEvent.actorName,
  at: answerEvent.at,
};

const parsed = <Row extends { answer: unknown }>(row: Row) => ({
  ...row,
  answer: storedAnswerSchema.parse(row.answer),
});

/** The newest answer of every question that was ever answered and that this capability opens; with `before`, the newest until then. */
export async function currentAnswers(
  tx: CompanyTx,
  assessmentId: string,
  before?: Date,
): Promise<CurrentAnswer[]> {
  // The questionnaire leads, as in the index: a question stays in its questionnaire (saveAnswer).
  const newest = await tx
    .selectDistinctOn([answerEvent.questionnaire, answerEvent.questionId], {
      questionId: answerEvent.questionId,
      questionnaire: answerEvent.questionnaire,
      ...columns,
    })
    .from(answerEvent)
    .where(
      and(
        eq(answerEvent.assessmentId, assessmentId),
        inSections(answerEvent.questionId),
        before && lt(answerEvent.at, before),
      ),
    )
    .orderBy(answerEvent.questionnaire, answerEvent.questionId, desc(answerEvent.version));
  return newest.map(parsed);
}

/** Every answer that a question had, newest first: who, when, what. */
export async function answerHistory(
  tx: CompanyTx,
  assessmentId: string,
  questionId: string,
  { limit = 100 }: { limit?: number } = {},
): Promise<SavedAnswer[]> {
  const events = await tx
    .select(columns)
    .from(answerEvent)
    .where(
      and(
        eq(answerEvent.assessmentId, assessmentId),
        eq(answerEvent.questionId, questionId),
        inSections(questionId),
      ),
    )
    .orderBy(desc(answerEvent.version))
    .limit(limit);
  return events.map(parsed);
}
