import type { Place } from './answers.ts';
import { formWith } from './form.ts';
import { expectStatus, type Person } from './people.ts';

/** Keeps the conditions of the plan page (`search`) as a scenario and makes it the plan, through the forms alone. */
export async function promotePlan(
  person: Person,
  { org, assessment }: Place,
  search = '',
): Promise<void> {
  const at = `/o/${org}/assessments/${assessment}`;
  const keep = formWith((await person.visitor.get(`${at}/plan${search}`)).text, 'intent').fields;
  expectStatus(await person.visitor.post(`${at}/scenarios`, { ...keep, name: '早く整える' }), 303);
  const promote = formWith((await person.visitor.get(`${at}/scenarios`)).text, 'plan').fields;
  expectStatus(await person.visitor.post(`${at}/scenarios`, promote), 303);
}
