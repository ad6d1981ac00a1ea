import type { Action, RequirementLevel } from '../action.ts';
import type { Content } from './content.ts';

const AT_LEAST = 50;
/** Rooms, locks, cameras, safes, isolated terminals: bought only once an agency has a need (N11). */
const PHYSICAL = new Set(['FAC', 'ACC', 'CAM', 'SAF', 'SPC', 'NSG', 'RNT']);
const ESTABLISHED_NEED: RequirementLevel = { requirement: 'A-01', level: 3 };

/** Every requirement has an action, and no action pushes spending before an agency's need. */
export function actions({ edition, fileOf }: Content): string[] {
  const all = edition.actions.document.actions;
  const file = fileOf(edition.actions.key);
  const requirements = edition.gapModel.document.requirements;
  const raised = new Set(all.flatMap((action) => action.raises.map((entry) => entry.requirement)));
  const conditionOf = new Map(requirements.map((entry) => [entry.id, entry.condition]));
  return [
    ...(all.length < AT_LEAST
      ? [`${file}: there are ${all.length} actions; at least ${AT_LEAST} are wanted.`]
      : []),
    ...requirements
      .filter((requirement) => !raised.has(requirement.id))
      .map(
        ({ id, obligation }) =>
          `${fileOf(edition.gapModel.key)}: requirement ${id} (${obligation}): no action raises it.`,
      ),
    ...all.flatMap((action) => {
      const place = `${file}: action ${action.id}`;
      const needed = action.raises.map(({ requirement }) => conditionOf.get(requirement));
      const faults: string[] = [];
      if (action.condition !== undefined && !needed.some((condition) => same(condition, action))) {
        faults.push(`${place}: its condition is that of no requirement it raises.`);
      }
      if (action.condition === undefined && needed.every((condition) => condition !== undefined)) {
        faults.push(`${place}: raises only conditional requirements but has no condition.`);
      }
      if (action.yen.hi === 0 && action.costCategories.length > 0) {
        faults.push(`${place}: costs nothing outside but names cost categories.`);
      }
      if (action.yen.hi > 0 && action.costCategories.length === 0) {
        faults.push(`${place}: costs money outside but names no cost category.`);
      }
      if (action.costCategories.some((code) => PHYSICAL.has(code))) {
        if (!waitsOn(ESTABLISHED_NEED, action, all)) {
          faults.push(
            `${place}: buys rooms or equipment without waiting for A-01 at level 3 (an agency's need).`,
          );
        }
        if (action.noRegret)
          faults.push(`${place}: buys rooms or equipment and is no "no-regret".`);
      }
      return faults;
    }),
  ];
}

function same(condition: unknown, action: Action): boolean {
  return JSON.stringify(condition) === JSON.stringify(action.condition);
}

/** True where the action waits on the need itself, or on a level that nothing reaches before it. */
function waitsOn(
  need: RequirementLevel,
  action: Action,
  all: readonly Action[],
  path: readonly string[] = [],
): boolean {
  if (path.includes(action.id)) return false;
  return action.after.some(({ requirement, level }) => {
    if (requirement === need.requirement && level >= need.level) return true;
    const providers = all.filter((other) =>
      other.raises.some((raised) => raised.requirement === requirement && raised.level >= level),
    );
    return (
      providers.length > 0 &&
      providers.every((provider) => waitsOn(need, provider, all, [...path, action.id]))
    );
  });
}
