import type { Edition } from '#assessments/edition.ts';
import { addDays, dayOf } from '#assessments/plan/calendar.ts';
import type { Plan } from '#assessments/plan.ts';
import type { Role } from '#assessments/questionnaire.ts';

/** How the items of a plan begin: with the owner of the library, due on the last day of their weeks. */
export function itemsOf(
  { actions }: Plan,
  edition: Edition,
  today: string,
): { actionId: string; ownerRole: Role; dueOn: string }[] {
  const library = new Map(edition.actions.document.actions.map(({ id, owner }) => [id, owner]));
  return actions.flatMap(({ id, finish }) => {
    const ownerRole = library.get(id);
    return ownerRole ? [{ actionId: id, ownerRole, dueOn: addDays(dayOf(today, finish), -1) }] : [];
  });
}
