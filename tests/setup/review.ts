import { addDays } from '#assessments/plan/calendar.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import type { Place } from './answers.ts';
import { formWith } from './form.ts';
import { expectStatus, type Person } from './people.ts';

/** A day so many days from today, in Japan. */
export const dayIn = (days: number): string => addDays(dayInJapan(new Date()), days);

export const signOffPath = ({ org, assessment }: Place): string =>
  `/o/${org}/assessments/${assessment}/sign-off`;

/** Sets the day of review through the form, so many days from today. */
export async function setReview({ visitor }: Person, place: Place, days: number): Promise<void> {
  const page = signOffPath(place);
  const { fields } = formWith((await visitor.get(page)).text, 'due');
  expectStatus(await visitor.post(page, { ...fields, due: dayIn(days) }), 303);
}
