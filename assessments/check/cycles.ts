import type { Action, RequirementLevel } from '../action.ts';
import type { Content } from './content.ts';

/**
 * No action waits, through the nearest action for each level it needs, for itself. (Conditions ask
 * only facts, and facts have no conditions, so these cannot go in circles.)
 */
export function cycles({ edition, fileOf }: Content): string[] {
  const actions = edition.actions.document.actions;
  const file = fileOf(edition.actions.key);
  const waitsFor = new Map(
    actions.map((action) => [
      action.id,
      action.after.flatMap((need) => nearestProvider(actions, need)?.id ?? []),
    ]),
  );
  const done = new Set<string>();
  const problems: string[] = [];
  for (const action of actions) visit(action.id, []);
  return problems;

  function visit(id: string, path: readonly string[]): void {
    const start = path.indexOf(id);
    if (start !== -1) {
      problems.push(
        `${file}: actions wait in a circle: ${[...path.slice(start), id].join(' → ')}.`,
      );
      return;
    }
    if (done.has(id)) return;
    for (const next of waitsFor.get(id) ?? []) visit(next, [...path, id]);
    done.add(id);
  }
}

/** The action that reaches the level with the least beyond it, then the cheapest; ties by id. */
function nearestProvider(actions: readonly Action[], need: RequirementLevel): Action | undefined {
  const reached = (action: Action) =>
    Math.min(
      ...action.raises
        .filter(({ requirement, level }) => requirement === need.requirement && level >= need.level)
        .map(({ level }) => level),
    );
  return actions
    .filter((action) => Number.isFinite(reached(action)))
    .toSorted(
      (a, b) =>
        reached(a) - reached(b) ||
        a.yen.hi - b.yen.hi ||
        a.personDays.hi - b.personDays.hi ||
        (a.id < b.id ? -1 : 1),
    )[0];
}
