import type { Language } from '#assessments/bilingual.ts';
import { daysLeft, isReminded, suggestedReview } from '#assessments/review.ts';
import { readFollower } from '#db/carrying.ts';
import { listReviewDates, type ReviewDate } from '#db/review-dates.ts';
import type { State } from '#db/state-changes.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { dateText } from '../print.ts';
import { shortMoment } from './answering-words.server.ts';

/** The day of review where an assessment is signed; `next` is the one that goes on from it. */
export function reviewView(
  found: { state: State; date: ReviewDate | null; next: string | null; signedAt: Date | null },
  language: Language,
) {
  const { state, date, next, signedAt } = found;
  const today = dayInJapan(new Date());
  const dueOn = date?.dueOn ?? null;
  const suggested = signedAt && suggestedReview(dayInJapan(signedAt), today);
  return {
    closed:
      next !== null || state === 'carried'
        ? ('carried' as const)
        : state === 'undone'
          ? ('undone' as const)
          : null,
    next,
    version: date?.version ?? 0,
    dueOn,
    due: dueOn && dateText(dueOn, language),
    left: dueOn === null ? null : daysLeft(today, dueOn),
    byName: date?.byName ?? '',
    at: date ? shortMoment(date.at, language) : '',
    suggested: suggested && dateText(suggested, language),
  };
}
export type ReviewView = ReturnType<typeof reviewView>;

/** What home says of the days of review that come or are past, and where each leads; soonest first. */
export async function remindersOf(tx: CompanyTx, language: Language) {
  const today = dayInJapan(new Date());
  const reminded = (await listReviewDates(tx)).filter(({ dueOn }) =>
    isReminded(daysLeft(today, dueOn)),
  );
  return Promise.all(
    reminded.map(async ({ assessmentId, editionId, title, isSigned, dueOn }) => ({
      assessmentId,
      title,
      left: daysLeft(today, dueOn),
      due: dateText(dueOn, language),
      leads: isSigned ? await afterSigning(tx, editionId) : ('signOff' as const),
    })),
  );
}

/** Signed, it goes on in the next edition or, without one, in a new run. */
async function afterSigning(tx: CompanyTx, editionId: string): Promise<'next' | 'again'> {
  return (await readFollower(tx, editionId)) ? 'next' : 'again';
}

export type ReminderView = Awaited<ReturnType<typeof remindersOf>>[number];
