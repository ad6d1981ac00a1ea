import { isDay } from '#assessments/plan/calendar.ts';
import {
  WHOLE,
  type Award,
  type CompanyFacts,
  type Owner,
  type SupportAnswer,
} from '#assessments/subsidies/company.ts';
import type { SupportFact } from '#assessments/subsidies/support-fact.ts';
import { narrow, type Parsed, type Submitted } from '../forms.ts';
import { AWARD_ROWS, OWNER_KINDS, OWNER_ROWS } from './fact-rows.ts';

/** A fact as the fields of its form: name → values; what is not known has no value. */
export type FieldValues = Record<string, string[]>;

type Read = SupportAnswer | 'unknown' | { problem: string };

/** Reads the facts of a form; what is no value of its fact is a problem at its field. */
export function readSupportFields(
  facts: readonly SupportFact[],
  programmes: readonly string[],
  submitted: Submitted,
): Parsed<CompanyFacts> {
  const value: Record<string, SupportAnswer> = {};
  const problems: Record<string, string> = {};
  for (const fact of facts) {
    const read = readFact(fact, programmes, submitted);
    if (read === 'unknown') continue;
    if ('problem' in read) problems[firstField(fact)] = read.problem;
    else value[fact.id] = read;
  }
  return Object.keys(problems).length > 0
    ? { ok: false, problems, submitted }
    : { ok: true, value, submitted };
}

/** The field of a fact that a problem leads to. */
const firstField = ({ id, type }: SupportFact) =>
  type === 'owners' ? 'owners-1-share' : type === 'awards' ? 'awards-1-on' : id;

function readFact(fact: SupportFact, programmes: readonly string[], sent: Submitted): Read {
  const texts = (sent[fact.id] ?? []).map(narrow).filter((text) => text !== '');
  const [text = ''] = texts;
  if (texts.includes('declined')) return { state: 'declined' };
  switch (fact.type) {
    case 'boolean':
      if (text === '') return 'unknown';
      return text === 'yes' || text === 'no'
        ? { value: text === 'yes' }
        : { problem: 'not-choice' };
    case 'integer': {
      if (text === '') return 'unknown';
      const digits = text.replaceAll(/[,、\s]/g, '');
      return /^\d{1,13}$/.test(digits) ? { value: Number(digits) } : { problem: 'not-number' };
    }
    case 'choice':
      if (text === '') return 'unknown';
      return fact.options.some(({ id }) => id === text)
        ? { value: text }
        : { problem: 'not-choice' };
    case 'set': {
      if (texts.length === 0) return 'unknown';
      const chosen = texts.filter((one) => one !== 'none');
      const isKnown = chosen.every((one) => fact.options.some(({ id }) => id === one));
      return isKnown ? { value: chosen } : { problem: 'not-choice' };
    }
    case 'owners':
      return readOwners(sent);
    case 'awards':
      return readAwards(programmes, sent);
  }
}

function readOwners(sent: Submitted): Read {
  const owners: Owner[] = [];
  for (const row of OWNER_ROWS) {
    const [share, kind] = [field(sent, `owners-${row}-share`), field(sent, `owners-${row}-kind`)];
    if (share === '' && kind === '') continue;
    const hundredths = /^\d{1,3}(\.\d{1,2})?$/.test(share) ? Math.round(Number(share) * 100) : NaN;
    const known = OWNER_KINDS.find((one) => one === (kind === '' ? 'unknown' : kind));
    if (!(hundredths <= WHOLE) || !known) return { problem: 'owner' };
    owners.push({ share: hundredths, kind: known });
  }
  if (owners.reduce((sum, { share }) => sum + share, 0) > WHOLE) return { problem: 'owners-sum' };
  return owners.length === 0 ? 'unknown' : { owners };
}

function readAwards(programmes: readonly string[], sent: Submitted): Read {
  const awards: Award[] = [];
  for (const row of AWARD_ROWS) {
    const of = (name: string) => field(sent, `awards-${row}-${name}`);
    if (of('programme') === '' && of('on') === '') continue;
    if (!programmes.includes(of('programme')) || !isDay(of('on'))) return { problem: 'award' };
    awards.push({
      programme: of('programme'),
      decidedOn: of('on'),
      isRunning: maybe(of('running')),
      isReported: maybe(of('reported')),
    });
  }
  if (awards.length === 0) return field(sent, 'awards-none') === 'yes' ? { awards } : 'unknown';
  return { awards };
}

const field = (sent: Submitted, name: string) => narrow(sent[name]?.[0] ?? '');
const maybe = (text: string) => (text === 'yes' ? true : text === 'no' ? false : 'unknown');
const asText = (value: boolean | 'unknown') => (value === 'unknown' ? '' : value ? 'yes' : 'no');

/** How a stored fact stands in the fields of its form. */
export function fieldValues(id: string, answer: SupportAnswer | undefined): FieldValues {
  if (answer === undefined) return {};
  if ('owners' in answer) {
    return Object.fromEntries(
      answer.owners.flatMap(({ share, kind }, at): [string, string[]][] => [
        [`owners-${at + 1}-share`, [String(share / 100)]],
        [`owners-${at + 1}-kind`, [kind === 'company' ? 'unknown' : kind]],
      ]),
    );
  }
  if ('awards' in answer) {
    if (answer.awards.length === 0) return { 'awards-none': ['yes'] };
    return Object.fromEntries(
      answer.awards.flatMap((award, at): [string, string[]][] => [
        [`awards-${at + 1}-programme`, [award.programme]],
        [`awards-${at + 1}-on`, [award.decidedOn]],
        [`awards-${at + 1}-running`, [asText(award.isRunning)]],
        [`awards-${at + 1}-reported`, [asText(award.isReported)]],
      ]),
    );
  }
  if ('state' in answer) return { [id]: [answer.state] };
  if ('lo' in answer) return {};
  const { value } = answer;
  if (typeof value === 'boolean') return { [id]: [value ? 'yes' : 'no'] };
  if (typeof value === 'object') return { [id]: value.length === 0 ? ['none'] : [...value] };
  return { [id]: [String(value)] };
}

/** Every name that a form of these facts may send. */
export function fieldNames(facts: readonly SupportFact[]): string[] {
  return facts.flatMap(({ id, type }) => {
    if (type === 'owners')
      return OWNER_ROWS.flatMap((row) => [`owners-${row}-share`, `owners-${row}-kind`]);
    if (type === 'awards')
      return [
        'awards-none',
        ...AWARD_ROWS.flatMap((row) =>
          ['programme', 'on', 'running', 'reported'].map((name) => `awards-${row}-${name}`),
        ),
      ];
    return [id];
  });
}
