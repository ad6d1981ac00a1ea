import { MANNERS } from './cues/manners.ts';
import { NORMS } from './cues/norms.ts';
import { PERSONS } from './cues/persons.ts';
import { SUBJECTS } from './cues/subjects.ts';
import { bareSurnames, isAboutSurname, isReading, namedInEnglish, namedPeople } from './people.ts';
import { INITIALS } from './initials.ts';

/** What one sentence shows: names of the patterns of each kind that it contains. */
export interface Seen {
  text: string;
  subjects: readonly string[];
  persons: readonly string[];
  manners: readonly string[];
  norms: readonly string[];
}

const CALLED =
  /([A-Z][a-z]{2,12})(?= (?:was|has|is|got|told|passed|from|used|took|refused|failed|went|said))/u;

/** @param cased the same sentence with capitals as typed */
export function seenIn(text: string, cased: string): Seen {
  return {
    text,
    subjects: namesOf(SUBJECTS, text),
    persons: [...namesOf(PERSONS, text), ...namedIn(text, cased)],
    manners: namesOf(MANNERS, text),
    norms: namesOf(NORMS, text),
  };
}

function namesOf(patterns: Readonly<Record<string, RegExp>>, text: string): string[] {
  return Object.keys(patterns).filter((name) => {
    const pattern = patterns[name];
    return pattern !== undefined && text.search(pattern) >= 0;
  });
}

function namedIn(text: string, cased: string): string[] {
  const named =
    namedPeople(text).length > 0 ||
    namedInEnglish(text).length > 0 ||
    isReading(CALLED.exec(cased)?.[1]);
  const bare = bareSurnames(text).length > 0 || isAboutSurname(text);
  const initials = cased.search(INITIALS) >= 0;
  return [...(named ? ['name'] : []), ...(bare ? ['bare'] : []), ...(initials ? ['initials'] : [])];
}

/** Cues that can hardly be of anybody in general. */
const NAMED: ReadonlySet<string> = new Set(['name', 'bare', 'initials', 'numbered', 'pronoun']);
const MIGHT_BE_ANYBODY = 'role';

/**
 * The cues of a sentence between its neighbours, alone and in pairs: 「だれか」 beside 「のこと」 says
 * more than both. Each is a name to which `weights.ts` gives a weight.
 */
export function cuesOf(seen: readonly Seen[], at: number): string[] {
  const here = seen[at];
  if (!here) return [];
  const near = [seen[at - 1], seen[at + 1]].flatMap((each) => each ?? []);
  const about = matters(here, near);
  const around = circumstances(here, near);
  return [
    ...here.subjects.map((name) => `about ${name}`),
    ...here.persons.map((name) => `by ${name}`),
    ...about,
    ...around,
    ...about.flatMap((matter) => around.map((each) => `${matter} + ${each}`)),
    ...around
      .filter((each) => WHO.has(each))
      .flatMap((who) => around.filter((each) => each !== who).map((each) => `${who} + ${each}`)),
  ];
}

const WHO: ReadonlySet<string> = new Set(['person', 'role', 'person near']);

function matters(here: Seen, near: readonly Seen[]): string[] {
  const is = (manner: string) => here.manners.includes(manner);
  return [
    ...(here.subjects.length > 0 ? ['subject'] : []),
    ...(here.subjects.length > 1 ? ['subjects'] : []),
    ...['vetting', 'outcome', 'refusal'].filter(is),
    ...(is('vetting') && is('outcome') ? ['vetted'] : []),
    ...(is('vetting') && is('refusal') ? ['refused'] : []),
    ...(near.some(({ manners }) => manners.includes('vetting')) ? ['vetting near'] : []),
  ];
}

const SHORT = 15;
const when = (is: boolean, name: string): string[] => (is ? [name] : []);

function circumstances(here: Seen, near: readonly Seen[]): string[] {
  const persons = here.persons.filter((name) => name !== MIGHT_BE_ANYBODY);
  const beside = near.flatMap(({ persons }) => persons);
  const strict = here.norms.filter((name) => name !== 'things');
  return [
    ...when(persons.length > 0, 'person'),
    ...when(
      persons.some((name) => NAMED.has(name)),
      'named',
    ),
    ...when(strict.length === 0 && persons.length > 0, 'person at liberty'),
    ...when(strict.length === 0, 'at liberty'),
    ...when(persons.length > 1, 'persons'),
    ...when(persons.length > 2, 'many persons'),
    ...when(here.persons.includes(MIGHT_BE_ANYBODY), 'role'),
    ...when(
      beside.some((name) => name !== MIGHT_BE_ANYBODY),
      'person near',
    ),
    ...when(beside.includes(MIGHT_BE_ANYBODY), 'role near'),
    ...['hearsay', 'done', 'when', 'decided'].filter((name) => here.manners.includes(name)),
    ...when(
      near.some(({ manners }) => manners.includes('decided')),
      'decided near',
    ),
    ...when(here.norms.length > 0, 'norm'),
    ...when(strict.length > 1, 'norms'),
    ...here.norms.map((name) => `norm of ${name}`),
    ...when(here.text.length < SHORT, 'short'),
    ...when(/[a-z]{3} [a-z]{2}/u.test(here.text), 'english'),
  ];
}
