import * as fc from 'fast-check';
import type { Edition } from '../edition.ts';
import { assessmentsOf } from '../oracle/assessments.ts';
import type { Wish } from '../plan.ts';
import type { Assessment } from '../score.ts';
import { addDays, type Day } from './calendar.ts';
import type { Item } from './cases.ts';
import { GOALS } from './optimum.ts';

// For the tests: a company of an edition with whatever answers, and whatever it may wish.

const TODAY: Day = '2026-11-27';

export function companyAndWish(edition: Edition): fc.Arbitrary<[Assessment, Wish]> {
  const action = fc.constantFrom(...edition.actions.document.actions.map(({ id }) => id));
  const requirement = fc.constantFrom(
    ...edition.gapModel.document.requirements.map(({ id }) => id),
  );
  const day = fc.integer({ min: -60, max: 900 }).map((days) => addDays(TODAY, days));
  const finish = fc.option(day, { nil: null });
  const item: fc.Arbitrary<Item> = fc.oneof(
    fc.record({ action, state: fc.constant('done'), orderedOn: fc.constant(null) }),
    fc.record({ action, state: fc.constant('ordered'), orderedOn: fc.constant(null), finish }),
    fc.record({ action, state: fc.constant('begun') }),
  );
  const wish = fc.record({
    goal: fc.constantFrom(...GOALS),
    today: fc.constant(TODAY),
    capacityDays: fc.constantFrom(0.5, 1, 2.5, 4, 6, 10, 100),
    budget: fc.option(
      fc.integer({ min: 0, max: 60 }).map((halves) => halves * 500_000),
      { nil: null },
    ),
    by: fc.option(day, { nil: null }),
    items: fc.uniqueArray(item, { maxLength: 8, selector: (one) => one.action }),
    leaveOut: fc.array(action, { maxLength: 3 }),
    holds: fc.array(fc.record({ action, until: day }), { maxLength: 6 }),
    assumeMet: fc.array(requirement, { maxLength: 10 }),
  });
  return fc.tuple(assessmentsOf(edition), wish);
}
