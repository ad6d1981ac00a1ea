import { indexEdition } from '../edition-index.ts';
import { record } from '../answer-sheet.ts';
import { readPlanSheet } from '../plan-sheet.ts';
import { openSolver } from '../plan/solver.ts';
import { plan, type Wish } from '../plan.ts';
import { score } from '../score.ts';
import { advise } from '../subsidies/advice.ts';
import type { Catalogue } from '../subsidies/catalogue.ts';
import { readSupportFacts } from '../support-sheet.ts';
import { flags, inFile, oneFile, readJson, type Editions, type Terminal } from './input.ts';
import { dayFlag, daysFlag, goalFlag, yenFlag } from './wish-flags.ts';

/** `plan FILE --goal … --today …`: the best plan of a sheet, as JSON. */
export async function runPlan(
  args: readonly string[],
  terminal: Terminal,
  editions: Editions,
): Promise<number> {
  const { values, positionals } = flags(args, {
    goal: { type: 'string' },
    today: { type: 'string' },
    budget: { type: 'string' },
    capacity: { type: 'string' },
    by: { type: 'string' },
    stage: { type: 'string' },
    mode: { type: 'string' },
    subsidies: { type: 'boolean' },
  });
  const file = oneFile('plan', positionals);
  const goal = goalFlag(values.goal);
  const today = dayFlag('today', values.today);
  const asked = {
    budget: values.budget === undefined ? null : yenFlag('budget', values.budget),
    by: values.by === undefined ? null : dayFlag('by', values.by),
  };
  const content = readJson(file);
  const sheet = inFile(file, () => readPlanSheet(content, values, editions));
  const capacityDays =
    values.capacity === undefined ? sheet.capacityDays : daysFlag('capacity', values.capacity);
  const wish: Wish = {
    goal,
    today,
    ...asked,
    capacityDays,
    items: sheet.items,
    leaveOut: [],
    holds: [],
  };
  const { edition, facts } = sheet;
  const standpoint = { index: indexEdition(edition), result: score(edition, sheet), facts };
  const solver = await openSolver();
  const found = plan(standpoint, wish, solver);
  const support = values.subsidies === true ? supportFor(content, editions.catalogue()) : null;
  terminal.out(JSON.stringify(support ? { ...found, support } : found, null, 2));
  return 0;

  /** What the order rules of programmes do to this plan, and what can be applied for together. */
  function supportFor(content: unknown, catalogue: Catalogue) {
    const given = record(content, 'the file', 'a JSON object')['facts'];
    const known = inFile(file, () => readSupportFacts(given, facts, catalogue.facts));
    const { packages, waiting } = advise(standpoint, wish, { catalogue, facts: known }, solver);
    return { catalogue: catalogue.id, packages, waiting };
  }
}
