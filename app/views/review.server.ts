import type { Language } from '#assessments/bilingual.ts';
import { daysLeft, isReminded, suggestedReview } from '#assessments/review.ts';
import { readFollower } from '#db/carrying.ts';
import { readReviewDate, type ReviewDate } from '#db/review-dates.ts';
import type { State } from '#db/state-changes.ts';
import type { CompanyTx } from '#db/tenant.ts';
import type { Worksheet } from '#db/worksheets.ts';
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
    closed: next !== null || state === 'carried' ? ('carried' as const) : state === 'undone' ? ('undone' as const) : null, // prettier-ignore
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

/** What home says of the day of review and where it leads; null while the day is far or not set. */
export async function reminderOf(tx: CompanyTx, worksheet: Worksheet, language: Language) {
  const { assessmentId, state, editionId } = worksheet.assessment;
  const date = await readReviewDate(tx, assessmentId);
  if (!date?.dueOn) return null;
  const left = daysLeft(dayInJapan(new Date()), date.dueOn);
  if (!isReminded(left)) return null;
  const next = state === 'approved' && (await readFollower(tx, editionId));
  const leads = next ? ('next' as const) : state === 'approved' ? ('again' as const) : ('signOff' as const); // prettier-ignore
  return { assessmentId, left, due: dateText(date.dueOn, language), leads };
}
export type ReminderView = NonNullable<Awaited<ReturnType<typeof reminderOf>>>;
