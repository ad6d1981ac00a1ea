import { waitingForNeed } from './agency-need.ts';
import type { EditionIndex } from './edition-index.ts';
import type { Facts } from './fact.ts';
import type { Item } from './plan/cases.ts';
import type { Day } from './plan/calendar.ts';
import { readyWork } from './ready-work.ts';
import type { Result } from './result.ts';
import type { Catalogue } from './subsidies/catalogue.ts';
import type { CompanyFacts } from './subsidies/company.ts';
import { assess, type Asked, type Assessed } from './subsidies/hint.ts';

/** The costs of a company's open actions, which support may cover. */
export function costItems(
  { index, result, facts }: { index: EditionIndex; result: Result; facts: Facts },
  items: readonly Item[],
): Asked['items'] {
  const work = readyWork(index, result, facts);
  const waiting = waitingForNeed(index, result, work.items);
  const stateOf = new Map(items.map(({ action, state }) => [action, state]));
  const isOrdered = (id: string) => (stateOf.get(id) === 'begun' ? 'unknown' : stateOf.has(id));
  return work.items
    .filter(({ action, yen }) => yen.hi > 0 && stateOf.get(action.id) !== 'done')
    .map(({ action, yen }) => ({
      id: action.id,
      title: action.title,
      categories: action.costCategories,
      yen,
      isOrdered: isOrdered(action.id),
      waitsForNeed: waiting.has(action.id),
    }));
}

/**
 * What each programme of a catalogue may mean to a company (subsidies.md 7): in the order of the
 * catalogue. A fact that is not known leaves open what hangs on it.
 */
export function hints(
  { programmes, facts: dictionary }: Pick<Catalogue, 'programmes' | 'facts'>,
  { facts, items, today }: { facts: CompanyFacts; items: Asked['items']; today: Day },
): Assessed[] {
  const industry = dictionary.facts.find(({ id }) => id === 'sizeIndustry');
  const options = industry?.type === 'choice' ? industry.options : [];
  const industries = new Map(options.map(({ id, title }) => [id, title]));
  return programmes.map((programme) => assess(programme, { facts, items, today, industries }));
}
