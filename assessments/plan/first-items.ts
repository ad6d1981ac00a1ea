import type { Edition } from '../edition.ts';
import type { Plan } from '../plan.ts';
import type { Role } from '../questionnaire.ts';
import { addDays, dayOf, type Day } from './calendar.ts';

/** An action of a plan as somebody takes it over. */
export interface FirstItem {
  actionId: string;
  ownerRole: Role;
  dueOn: Day;
}

/** How the actions of a plan begin: with the owner of the library, due on the last day of their weeks. */
export function firstItems({ actions }: Plan, edition: Edition, today: Day): FirstItem[] {
  const library = new Map(edition.actions.document.actions.map(({ id, owner }) => [id, owner]));
  return actions.flatMap(({ id, finish }) => {
    const ownerRole = library.get(id);
    return ownerRole ? [{ actionId: id, ownerRole, dueOn: addDays(dayOf(today, finish), -1) }] : [];
  });
}
