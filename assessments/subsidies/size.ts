import { all, any, type Kleene } from '../kleene.ts';
import { numberOf, valueOf, type CompanyFacts } from './company.ts';
import { atMost } from './compare.ts';
import type { SizeTable } from './predicate.ts';

/** Whether a company is small or medium-sized by a table: one branch that is true suffices, one that is false does not. */
export function isSme(facts: CompanyFacts, table: SizeTable): Kleene {
  return byForm(facts, table, (isCompany) =>
    byIndustry(facts, table, ({ capitalYen, employees }) =>
      any([
        isCompany ? atMost(numberOf(facts, 'capital'), capitalYen) : false,
        atMost(numberOf(facts, 'employees'), employees),
      ]),
    ),
  );
}

/** Whether it is a small business (小規模企業者): by its employees alone. */
export function isSmall(facts: CompanyFacts, table: SizeTable): Kleene {
  return byForm(facts, table, () =>
    byIndustry(facts, table, ({ smallEmployees }) =>
      atMost(numberOf(facts, 'employees'), smallEmployees),
    ),
  );
}

function byForm(
  facts: CompanyFacts,
  { otherForms }: SizeTable,
  test: (isCompany: boolean) => Kleene,
): Kleene {
  switch (valueOf(facts, 'legalForm')) {
    case 'company':
      return test(true);
    case 'individual':
      return test(false);
    case undefined:
      return eitherWay([test(true), test(false), otherForms]);
    default:
      return otherForms;
  }
}

function byIndustry(
  facts: CompanyFacts,
  { rows }: SizeTable,
  test: (row: SizeTable['rows'][number]) => Kleene,
): Kleene {
  const industry = valueOf(facts, 'sizeIndustry');
  const row = rows.find(({ industries }) => industries.some((each) => each === industry));
  return row ? test(row) : eitherWay(rows.map(test));
}

/** What holds whichever of the cases is the true one. */
function eitherWay(cases: readonly Kleene[]): Kleene {
  if (all(cases) === true) return true;
  return any(cases) === false ? false : 'unknown';
}
