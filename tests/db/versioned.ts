import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { indexEdition } from '#assessments/edition-index.ts';
import { loadEdition } from '#assessments/library.ts';
import type { Assessment } from '#assessments/score.ts';
import { startAssessment } from '#db/assessments.ts';
import { record } from '#db/audit.ts';
import { withCompany, type Member } from '#db/tenant.ts';

// Whole assessments in the database at once, for the tests of carrying and signing.

export const editions = ['2026-11', '2026-12'].map((id) => loadEdition(id));
const byName = '佐藤';

/** Starts an assessment of 2026-11 and writes all of its answers in one statement. */
export async function assessed(member: Member, said: Assessment): Promise<string> {
  const assessmentId = randomUUID();
  const [edition] = editions;
  if (!edition) throw new Error('There are two editions.');
  const { questionById } = indexEdition(edition);
  const answers = Object.entries(said.answers).flatMap(([id, answer]) =>
    answer === undefined
      ? []
      : [{ id, questionnaire: questionById.get(id)?.questionnaire, answer, request: randomUUID() }],
  );
  await withCompany(member, async (tx) => {
    const { mode, stage } = said;
    const started = await startAssessment(tx, {
      assessmentId,
      editionId: edition.id,
      mode,
      stage,
      title: '2026年度の自己点検',
      byName,
    });
    if (!started.ok) throw new Error(started.reason);
    await tx.execute(sql`
      insert into junbi.answer_event (assessment_id, question_id, version, questionnaire, answer, note, request_id, actor_name)
      select ${assessmentId}, x.id, 1, x.questionnaire, x.answer, null, x.request, ${byName}
        from jsonb_to_recordset(${JSON.stringify(answers)}::jsonb) x (id text, questionnaire text, answer jsonb, request uuid)`);
    await record(tx, 'evidence.withdrawn', {
      target: 'test/written',
      fields: { assessment: assessmentId },
      sealed: {},
    });
  });
  return assessmentId;
}
