import { oneOf, place, record, SheetProblem } from './answer-sheet.ts';
import type { Facts } from './fact.ts';
import { isDay, type Day } from './plan/calendar.ts';
import type {
  Award,
  CompanyFacts,
  Owner,
  SupportAnswer,
  SupportValue,
} from './subsidies/company.ts';
import type { SupportFact, SupportFacts } from './subsidies/support-fact.ts';

const OWNER_KINDS = [
  'individual',
  'sme',
  'large',
  'deemed-large',
  'fund',
  'company',
  'unknown',
] as const;
const ORIGINS = ['entered', 'registry', 'assessment'] as const;
const MOST_YEN = 1e13;

/**
 * Reads what a sheet knows of a company for hints: the facts of its profile that hints use, and those of
 * the dictionary. Absent and "unknown" are the same; "declined" is not asked again; "none" means that
 * there is no such thing.
 * @throws SheetProblem for the first thing that is wrong.
 */
export function readSupportFacts(
  given: unknown,
  profileFacts: Facts,
  dictionary: SupportFacts,
  path = 'facts',
): CompanyFacts {
  const { profile, facts } = dictionary;
  const all: Record<string, SupportAnswer> = {};
  for (const id of profile) {
    const value = profileFacts[id];
    if (value !== undefined && value !== 'unknown') all[id] = { value, origin: 'entered' };
  }
  const fields = record(given ?? {}, path, 'an object of facts');
  for (const fact of facts) {
    const value = fields[fact.id];
    if (value === undefined || value === 'unknown') continue;
    all[fact.id] = readAnswer(fact, value, place(path, fact.id), dictionary);
  }
  return all;
}

function readAnswer(
  fact: SupportFact,
  value: unknown,
  path: string,
  dictionary: SupportFacts,
): SupportAnswer {
  if (value === 'declined' || value === 'none') return { state: value };
  if (fact.type === 'owners') return { owners: readOwners(value, path, dictionary) };
  if (fact.type === 'awards')
    return { awards: list(value, path).map((each, at) => readAward(each, `${path}[${at}]`)) };
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return { value: readValue(fact, value, path) };
  const fields = record(value, path, 'a value');
  if (fact.type === 'integer' && 'lo' in fields) return readRange(fields, path);
  const { asOf, origin } = fields;
  return {
    value: readValue(fact, fields['value'], `${path}.value`),
    ...(asOf !== undefined && { asOf: readDay(asOf, `${path}.asOf`) }),
    ...(origin !== undefined && { origin: oneOf(origin, `${path}.origin`, ORIGINS) }),
  };
}

function readRange(fields: Record<string, unknown>, path: string): { lo: number; hi: number } {
  const lo = readInteger(fields['lo'], `${path}.lo`);
  const hi = readInteger(fields['hi'], `${path}.hi`);
  if (lo > hi) throw new SheetProblem(path, 'lo no higher than hi', fields);
  return { lo, hi };
}

type Plain = Exclude<SupportFact, { type: 'owners' | 'awards' }>;

function readValue(fact: Plain, value: unknown, path: string): SupportValue {
  switch (fact.type) {
    case 'boolean':
      if (typeof value === 'boolean') return value;
      throw new SheetProblem(path, 'true, false or "unknown"', value ?? null);
    case 'integer':
      return readInteger(value, path);
    case 'choice':
      return oneOf(value, path, idsOf(fact));
    case 'set':
      return list(value, path).map((each, at) => oneOf(each, `${path}[${at}]`, idsOf(fact)));
  }
}

const idsOf = ({ options }: { options: readonly { id: string }[] }) => options.map(({ id }) => id);

function readOwners(value: unknown, path: string, dictionary: SupportFacts): Owner[] {
  const owners = list(value, path).map((each, at) => readOwner(each, `${path}[${at}]`, dictionary));
  const sum = owners.reduce((all, { share }) => all + share, 0);
  if (sum > 10_000) throw new SheetProblem(path, 'shares of 100 per cent at most', sum / 100);
  return owners;
}

function readOwner(value: unknown, path: string, dictionary: SupportFacts): Owner {
  const { share, kind, company } = record(value, path, '{"share": per cent, "kind": …}');
  const hundredths = typeof share === 'number' ? Math.round(share * 100) : NaN;
  if (!(hundredths >= 0 && hundredths <= 10_000) || hundredths / 100 !== share)
    throw new SheetProblem(
      `${path}.share`,
      'a share of 0 to 100 per cent with two decimals at most',
      share ?? null,
    );
  const owner = { share: hundredths, kind: oneOf(kind, `${path}.kind`, OWNER_KINDS) };
  if (company === undefined) return owner;
  const fields = record(company, `${path}.company`, 'an object of facts');
  const own = numbersOf(fields, `${path}.company`);
  return {
    ...owner,
    company: { ...own, ...readSupportFacts(fields, {}, dictionary, `${path}.company`) },
  };
}

/** Capital and employees of an owner, which stand in no profile of ours. */
function numbersOf(fields: Record<string, unknown>, path: string): Record<string, SupportAnswer> {
  return Object.fromEntries(
    ['capital', 'employees'].flatMap((id) => {
      const value = fields[id];
      if (value === undefined || value === 'unknown') return [];
      return [[id, { value: readInteger(value, place(path, id)) }]];
    }),
  );
}

function readAward(value: unknown, path: string): Award {
  const { programme, decidedOn, running, reported } = record(
    value,
    path,
    '{"programme": …, "decidedOn": day}',
  );
  if (typeof programme !== 'string' || !/^[PTA]\d{1,2}$/.test(programme))
    throw new SheetProblem(`${path}.programme`, 'the id of a programme as P05', programme ?? null);
  return {
    programme,
    decidedOn: readDay(decidedOn, `${path}.decidedOn`),
    isRunning: readMaybe(running, `${path}.running`),
    isReported: readMaybe(reported, `${path}.reported`),
  };
}

function readMaybe(value: unknown, path: string): boolean | 'unknown' {
  if (value === undefined || value === 'unknown') return 'unknown';
  if (typeof value === 'boolean') return value;
  throw new SheetProblem(path, 'true, false or "unknown"', value);
}

function readInteger(value: unknown, path: string): number {
  if (typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MOST_YEN)
    return value;
  throw new SheetProblem(path, 'a whole number of 0 or more, or "unknown"', value ?? null);
}

function readDay(value: unknown, path: string): Day {
  if (typeof value === 'string' && isDay(value)) return value;
  throw new SheetProblem(path, 'a day as 2026-11-26', value ?? null);
}

function list(value: unknown, path: string): unknown[] {
  if (Array.isArray(value)) return value;
  throw new SheetProblem(path, 'a list', value ?? null);
}
