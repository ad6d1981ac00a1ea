import { differingIn, fingerprintOf, isWordForWord, reviewOf, type Meant } from '../fingerprint.ts';
import type { LibraryFile } from '../library.ts';
import { mappedIn, type Mapped, type Mapping } from '../mapping.ts';
import type { Question, Questionnaire } from '../questionnaire.ts';
import { documentsOf, type Parsed } from './content.ts';
import { bilingualFaults } from './languages.ts';

/** What a mapping and an edition name must be there, and follow each other. */
export function mappingPins(files: readonly LibraryFile[]): string[] {
  const has = (key: string) => files.some((one) => one.key === key);
  return [
    ...documentsOf(files, 'mappings').flatMap(({ file, document: { id, from, to } }) => {
      const missing = [from, to].filter((key) => !has(key));
      const [, name = '', old = 0, next = 0] = /^([a-z]+)-(\d+)-(\d+)$/.exec(id) ?? [];
      const lies =
        from !== `questionnaires/${name}@${old}` || to !== `questionnaires/${name}@${next}`;
      return [
        ...missing.map((key) => `${file}: maps ${key}, but there is no such questionnaire.`),
        ...(lies ? [`${file}: is called ${id} but maps ${from} to ${to}.`] : []),
        ...(Number(next) === Number(old) + 1
          ? []
          : [`${file}: version ${next} does not follow version ${old}.`]),
      ];
    }),
    ...documentsOf(files, 'editions').flatMap(({ file, document: { follows } }) =>
      (follows?.mappings ?? [])
        .filter((key) => !files.some((one) => one.kind === 'mappings' && one.key === key))
        .map((key) => `${file}: pins ${key}, but there is no such document of kind mappings.`),
    ),
  ];
}

/** Every question of both versions has one place in the mapping, and a change is no more than it says. */
export function mappings(files: readonly LibraryFile[]): string[] {
  const questionnaires = new Map(
    documentsOf(files, 'questionnaires').map((one) => [one.key, one.document]),
  );
  return [
    ...documentsOf(files, 'mappings').flatMap((mapping) => {
      const before = questionnaires.get(mapping.document.from);
      const after = questionnaires.get(mapping.document.to);
      return before && after ? mappingFaults(mapping, before, after) : [];
    }),
    ...documentsOf(files, 'editions').flatMap(({ file, document }) =>
      document.follows ? unmapped(file, document, files) : [],
    ),
  ];
}

type EditionDocument = Parameters<typeof unmapped>[1];

/** Each questionnaire of an edition is that of the edition before, or a pinned mapping leads to it. */
function unmapped(
  file: string,
  document: {
    questionnaires: readonly string[];
    follows?: { edition: string; mappings: readonly string[] } | undefined;
  },
  files: readonly LibraryFile[],
): string[] {
  const { follows } = document;
  const earlier = documentsOf(files, 'editions').find(
    (one) => one.document.id === follows?.edition,
  );
  if (!earlier) return [`${file}: follows ${follows?.edition ?? ''}, which is no edition.`];
  const pinned = documentsOf(files, 'mappings').filter(({ key }) =>
    follows?.mappings.includes(key),
  );
  const isReached = (key: string, own: EditionDocument['questionnaires']) =>
    own.includes(key) ||
    pinned.some(({ document: one }) => one.to === key && own.includes(one.from));
  const isLeft = (key: string) =>
    document.questionnaires.includes(key) ||
    pinned.some(
      ({ document: one }) => one.from === key && document.questionnaires.includes(one.to),
    );
  return [
    ...document.questionnaires
      .filter((key) => !isReached(key, earlier.document.questionnaires))
      .map(
        (key) =>
          `${file}: ${key} is not in ${earlier.document.id}, and no pinned mapping leads to it.`,
      ),
    ...earlier.document.questionnaires
      .filter((key) => !isLeft(key))
      .map((key) => `${file}: no pinned mapping leads away from ${key} of ${earlier.document.id}.`),
  ];
}

function mappingFaults(
  { file, document }: Parsed<Mapping>,
  before: Questionnaire,
  after: Questionnaire,
): string[] {
  const all = mappedIn(document);
  const [old, next] = [byId(before), byId(after)];
  return [
    ...placesOf('from', before, all).map((fault) => `${file}: ${fault}`),
    ...placesOf('to', after, all).map((fault) => `${file}: ${fault}`),
    ...all.flatMap((mapped) =>
      faultsOf(mapped, old, next).map((fault) => `${file}: ${namesOf(mapped)}: ${fault}`),
    ),
  ];
}

const byId = ({ questions }: Questionnaire) => new Map(questions.map((one) => [one.id, one]));
const namesOf = ({ from, to }: Mapped) => [...new Set([...from, ...to])].join(', ');

/** A question that stands nowhere, twice, or that its version does not ask. */
function placesOf(
  side: 'from' | 'to',
  { questions, version }: Questionnaire,
  all: readonly Mapped[],
) {
  const named = all.flatMap((mapped) => mapped[side]);
  const known = new Set(questions.map(({ id }) => id));
  return [
    ...questions
      .filter(({ id }) => !named.includes(id))
      .map(({ id }) => `question ${id} of version ${version} has no place in the mapping.`),
    ...named
      .filter((id) => !known.has(id))
      .map((id) => `question ${id} is not asked by version ${version}.`),
    ...named
      .filter((id, at) => named.indexOf(id) < at)
      .map((id) => `question ${id} has two places on the side of version ${version}.`),
  ];
}

const WORDS: Readonly<Record<Meant, string>> = {
  kind: 'its kind',
  levels: 'the words of its levels',
  requirements: 'its requirements',
  condition: 'its condition',
  modes: 'the modes that ask it',
  allowsNotApplicable: 'whether it may be not applicable',
};

function faultsOf(
  { type, from, to, change }: Mapped,
  old: ReadonlyMap<string, Question>,
  next: ReadonlyMap<string, Question>,
): string[] {
  const before = from.flatMap((id) => old.get(id) ?? []);
  const after = to.flatMap((id) => next.get(id) ?? []);
  if (before.length < from.length || after.length < to.length) return [];
  const [one, other] = [before[0], after[0]];
  const faults = change
    ? bilingualFaults(change.reason).map((fault) => `its reason: ${fault}`)
    : [];
  if ((type === 'same' || type === 'wording') && one && other) {
    if (fingerprintOf(one) !== fingerprintOf(other)) {
      const meant = differingIn(one, other).map((part) => WORDS[part]);
      faults.push(`says ${type}, but ${meant.join(' and ')} changed: that is a change of meaning.`);
    } else if (type === 'same' && !isWordForWord(one, other))
      faults.push('says same, but its texts changed: that is wording.');
  }
  if (
    type !== 'same' &&
    type !== 'new' &&
    type !== 'retired' &&
    one &&
    other &&
    isWordForWord(one, other) &&
    to.length === from.length
  )
    faults.push(`says ${type}, but nothing changed.`);
  if (type === 'split' || type === 'merged' || type === 'new') {
    const known = to.filter((id) => old.has(id));
    faults.push(
      ...known.map((id) => `takes the id ${id}, which stood for another question before.`),
    );
  }
  const review = reviewOf(before, after);
  if (change && change.reviewed !== review)
    faults.push(
      `was changed since somebody compared both versions; compare them again and note reviewed: ${review}.`,
    );
  return faults;
}
