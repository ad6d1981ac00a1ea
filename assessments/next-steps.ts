import type { FindOut } from './find-out.ts';
import type { Gate } from './gate.ts';
import type { WorkItem } from './worklist.ts';

export type NextStep = { kind: 'act'; item: WorkItem } | { kind: 'find-out'; entry: FindOut };

const STEPS = 3;

/**
 * Three things that can begin today: actions with nothing before them, those for blockers first,
 * then what is worth doing in any case, then what most others wait for; where something that bears on the gate is unknown, the
 * last one is to find it out.
 */
export function nextSteps(
  items: readonly WorkItem[],
  waiting: ReadonlySet<string>,
  gate: Gate,
  findOut: readonly FindOut[],
): NextStep[] {
  const ready = items
    .filter((item) => item.after.length === 0 && !waiting.has(item.action.id))
    .filter((item) => item.certainty === 'needed')
    .map((item) => ({ item, rank: rankOf(item, gate), opens: opensUp(item, items) }))
    .sort((a, b) => a.rank - b.rank || b.opens - a.opens)
    .map(({ item }): NextStep => ({ kind: 'act', item }));
  const questions = findOut.map((entry): NextStep => ({ kind: 'find-out', entry }));
  const room = questions.length > 0 ? STEPS - 1 : STEPS;
  const actions = ready.slice(0, room);
  return [...actions, ...questions.slice(0, STEPS - actions.length)];
}

function rankOf({ because, action }: WorkItem, gate: Gate): number {
  const serves = because.some((id) => gate.blockers.includes(id));
  return (serves ? 0 : 2) + (action.noRegret ? 0 : 1);
}

/** How many actions of the list wait directly for this one. */
function opensUp({ action }: WorkItem, items: readonly WorkItem[]): number {
  return items.filter(({ after }) => after.includes(action.id)).length;
}
