import type { Standpoint, Wish } from '../plan.ts';
import type { Solver } from '../plan/solver.ts';
import { costItems, hints } from '../subsidies.ts';
import type { Catalogue } from './catalogue.ts';
import type { CompanyFacts } from './company.ts';
import type { Hint } from './hint.ts';
import type { Support } from './money.ts';
import { nextQuestions, type NextQuestion } from './next-questions.ts';
import { packagesOf, type Package } from './packages.ts';
import { waitingFor, type Waiting } from './waiting.ts';

/** All that is said to a company about public support, as plain data. */
export interface Advice {
  catalogue: string;
  programmes: {
    hint: Hint;
    support: Pick<Support, 'rates' | 'caps'>;
    cashFirst: { lo: number; hi: number };
  }[];
  next: NextQuestion[];
  packages: Package[];
  waiting: Waiting[];
}

/** Hints, the questions that settle most, what can be had together, and what waiting does to a plan. */
export function advise(
  standpoint: Standpoint,
  wish: Wish,
  { catalogue, facts }: { catalogue: Catalogue; facts: CompanyFacts },
  solver: Solver,
): Advice {
  const { today } = wish;
  const items = costItems(standpoint, wish.items);
  const assessed = hints(catalogue, { facts, items, today });
  return {
    catalogue: catalogue.id,
    programmes: assessed.map(({ hint, support: { rates, caps }, items: covered }) => ({
      hint,
      support: { rates: rates.map(({ num, den }) => ({ num, den })), caps },
      cashFirst: {
        lo: covered.reduce((sum, { item }) => sum + item.yen.lo, 0),
        hi: covered.reduce((sum, { item }) => sum + item.yen.hi, 0),
      },
    })),
    next: nextQuestions(assessed, catalogue.facts, facts),
    packages: packagesOf(assessed, { facts, today }, solver),
    waiting: waitingFor(standpoint, wish, assessed, solver),
  };
}
