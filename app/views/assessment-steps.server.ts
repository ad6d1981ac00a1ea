import type { Language } from '#assessments/bilingual.ts';
import { readFollower } from '#db/carrying.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { isAnswered, type Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { readQueue } from './confirm-answers.server.ts';

/** Where an assessment stands, for home. */
export async function stepsOf(tx: CompanyTx, worksheet: Worksheet, language: Language) {
  const { assessmentId, state, editionId } = worksheet.assessment;
  const [follower, queue] = await Promise.all([
    readFollower(tx, editionId),
    readQueue(tx, assessmentId),
  ]);
  return {
    assessmentId,
    state: state === 'open' && !isAnswered(worksheet) ? ('draft' as const) : state,
    follower: follower && pick(follower.title, language),
    pending: queue?.from ? Object.keys(queue.proposed).length : null,
  };
}
