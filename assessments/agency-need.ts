import type { EditionIndex } from './edition-index.ts';
import type { Result } from './result.ts';
import type { WorkItem } from './worklist.ts';

/**
 * The actions that should start only once an agency's need is visible, by id: those that ask for
 * a requirement that waits on an agency at its target, and all that come after them.
 */
export function waitingForNeed(
  index: EditionIndex,
  result: Result,
  items: readonly Pick<WorkItem, 'action' | 'after'>[],
): Set<string> {
  const unmet = new Map(
    result.requirements.flatMap(({ id, level, target }) =>
      index.requirementById.get(id)?.requirement.waitsOnAgency === true &&
      level !== null &&
      level.lo < target
        ? [[id, target]]
        : [],
    ),
  );
  const waiting = new Set<string>();
  for (const { action, after } of items) {
    const asks = action.after.some(({ requirement, level }) => {
      const target = unmet.get(requirement);
      return target !== undefined && level >= target;
    });
    if (asks || after.some((id) => waiting.has(id))) waiting.add(action.id);
  }
  return waiting;
}
