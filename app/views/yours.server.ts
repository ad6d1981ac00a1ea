import type { Language } from '#assessments/bilingual.ts';
import { listMentions } from '#db/comments.ts';
import { listSectionTasks } from '#db/section-tasks.ts';
import type { CompanyTx } from '#db/tenant.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { remindersOf } from './review.server.ts';
import { commentView } from './comments.server.ts';
import { ownTasks } from './section-tasks.server.ts';

/**
 * What waits for a person: sections of the newest assessment while it is open, and open comments; for
 * owners and preparers the days of review of every assessment.
 */
export async function yoursOf(
  tx: CompanyTx,
  worksheet: Worksheet,
  person: { accountId: string; mayShape: boolean },
  language: Language,
) {
  const { assessmentId, state } = worksheet.assessment;
  const [reviews, tasks, mentions] = await Promise.all([
    person.mayShape ? remindersOf(tx, language) : [],
    listSectionTasks(tx, assessmentId),
    listMentions(tx),
  ]);
  return {
    reviews,
    tasks:
      state === 'open'
        ? ownTasks(worksheet, tasks, person.accountId, language).map((one) => ({
            ...one,
            assessmentId,
          }))
        : [],
    mentions: mentions.map((one) => ({
      ...commentView(one, language),
      assessmentId: one.assessmentId,
    })),
  };
}
export type YoursView = Awaited<ReturnType<typeof yoursOf>>;
