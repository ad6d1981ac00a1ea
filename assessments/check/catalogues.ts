import { COST_CATEGORIES } from '../action.ts';
import { bilingualSchema, type Bilingual } from '../bilingual.ts';
import type { Kind, LibraryFile } from '../library.ts';
import { factsIn, type Rule } from '../subsidies/rule.ts';
import type { SupportFact, SupportFacts } from '../subsidies/support-fact.ts';
import type { CatalogueFile, Subsidy } from '../subsidy.ts';
import { documentsOf, type Parsed } from './content.ts';
import { bilingualFaults } from './languages.ts';
import { neverSaid } from './words.ts';

/** What a catalogue and its programmes pin must be there, under a key of the right kind. */
export function cataloguePins(files: readonly LibraryFile[]): string[] {
  const missing = (file: string, wanted: readonly (readonly [Kind, string | undefined])[]) =>
    wanted
      .filter(
        ([kind, key]) =>
          key !== undefined && !files.some((one) => one.kind === kind && one.key === key),
      )
      .map(([kind, key]) => `${file}: pins ${key}, but there is no such document of kind ${kind}.`);
  return [
    ...documentsOf(files, 'catalogues').flatMap(({ file, document }) =>
      missing(file, [
        ['support-sources', document.sources],
        ['support-facts', document.facts],
        ...document.programmes.map((key) => ['subsidies', key] as const),
      ]),
    ),
    ...documentsOf(files, 'subsidies').flatMap(({ file, document: { predicates } }) =>
      missing(file, [
        ['size-tables', predicates.size],
        ['deemed-large', predicates.deemedLarge],
      ]),
    ),
  ];
}

/** The laws of a catalogue: what it names is there, every cost has one answer, and both languages say it. */
export function catalogues(files: readonly LibraryFile[]): string[] {
  return documentsOf(files, 'catalogues').flatMap((catalogue) => {
    const dictionary = documentsOf(files, 'support-facts').find(
      ({ key }) => key === catalogue.document.facts,
    );
    const sources = documentsOf(files, 'support-sources').find(
      ({ key }) => key === catalogue.document.sources,
    );
    if (!dictionary || !sources) return [];
    const programmes = documentsOf(files, 'subsidies').filter(({ key }) =>
      catalogue.document.programmes.includes(key),
    );
    const known = new Set(sources.document.sources.map(({ id }) => id));
    const all = [catalogue, dictionary, sources, ...programmes];
    return [
      ...programmes.flatMap((one) => programme(one, dictionary.document, catalogue.document)),
      ...all.flatMap(({ file, document }) =>
        sourcesNamed(document)
          .filter((id) => !known.has(id))
          .map((id) => `${file}: names the source ${id}, which is not listed.`),
      ),
      ...all.flatMap(({ file, document }) =>
        textsIn(document).flatMap((text) =>
          [...bilingualFaults(text), ...neverSaid(text), ...promises(text)].map(
            (fault) => `${file}: ${brief(text)}: ${fault}`,
          ),
        ),
      ),
    ];
  });
}

function programme(
  { file, document }: Parsed<Subsidy>,
  dictionary: SupportFacts,
  catalogue: CatalogueFile,
): string[] {
  const problems: string[] = [];
  const say = (fault: string) => problems.push(`${file}: ${fault}`);
  for (const category of COST_CATEGORIES) {
    const rows = document.costs.filter(({ categories }) => categories.includes(category)).length;
    if (rows !== 1) say(`answers for ${category} in ${rows} rows instead of one.`);
  }
  for (const { categories, coverage, condition } of document.costs) {
    if ((coverage === 'Q') !== (condition !== undefined))
      say(`${categories.join(', ')}: a condition belongs to Q, and to Q alone.`);
  }
  for (const { id, class: kind, prepare } of document.atoms) {
    if ((kind === 'procedural') !== (prepare !== undefined))
      say(`${id}: what is to be prepared belongs to a procedure, and to a procedure alone.`);
  }
  const ids = new Set([
    ...catalogue.programmes.map((one) => one.slice('subsidies/'.length, one.indexOf('@'))),
    ...catalogue.stubs.map((stub) => stub.id),
  ]);
  for (const rule of rulesOf(document))
    problems.push(
      ...ruleFaults(rule, document, dictionary, ids).map((fault) => `${file}: ${fault}`),
    );
  for (const id of document.supersedes ?? [])
    if (!ids.has(id)) say(`follows ${id}, which is not in the catalogue.`);
  return problems;
}

function rulesOf({ atoms, costs, money }: Subsidy): Rule[] {
  return [
    ...atoms.flatMap(({ rule }) => rule ?? []),
    ...costs.flatMap(({ condition }) => condition?.rule ?? []),
    ...[...money.rates, ...money.caps].flatMap(({ when }) => when ?? []),
  ];
}

function ruleFaults(
  rule: Rule,
  document: Subsidy,
  dictionary: SupportFacts,
  programmes: ReadonlySet<string>,
): string[] {
  if ('all' in rule)
    return rule.all.flatMap((part) => ruleFaults(part, document, dictionary, programmes));
  if ('any' in rule)
    return rule.any.flatMap((part) => ruleFaults(part, document, dictionary, programmes));
  if ('not' in rule) return ruleFaults(rule.not, document, dictionary, programmes);
  if ('awarded' in rule)
    return rule.awarded
      .filter((id) => !programmes.has(id))
      .map((id) => `asks for awards of ${id}, which is not in the catalogue.`);
  if ('is' in rule) {
    const { size, deemedLarge } = document.predicates;
    if (size === undefined)
      return [`asks whether a company is ${rule.is}, and pins no size table.`];
    return rule.is === 'deemed-large' && deemedLarge === undefined
      ? ['asks for deemed-large, and pins no predicate.']
      : [];
  }
  const [id = ''] = factsIn(rule, { size: null, deemedLarge: null });
  if (dictionary.profile.includes(id)) return [];
  const fact = dictionary.facts.find((one) => one.id === id);
  if (!fact) return [`there is no fact ${id}.`];
  return fits(rule, fact)
    ? []
    : [`compares the ${fact.type} fact ${id} with something it can never be.`];
}

function fits(rule: Extract<Rule, { fact: string }>, fact: SupportFact): boolean {
  const isOption = (id: unknown) => 'options' in fact && fact.options.some((one) => one.id === id);
  if ('gte' in rule || 'lte' in rule) return fact.type === 'integer';
  if ('includes' in rule) return fact.type === 'set' && isOption(rule.includes);
  const values = 'eq' in rule ? [rule.eq] : rule.in;
  if (fact.type === 'boolean') return values.every((value) => typeof value === 'boolean');
  return fact.type === 'choice' && values.every(isOption);
}

/** A hint is a possibility; no text of a programme says more (never.md N12). */
function promises({ ja, en }: Bilingual): string[] {
  const found =
    /必ず受け|確実に受け|もらえます|受給できます|採択されます/.exec(ja) ??
    /\b(?:guaranteed|will receive|you will get)\b/i.exec(en);
  return found ? [`promises ("${found[0]}").`] : [];
}

function textsIn(node: unknown): Bilingual[] {
  if (typeof node !== 'object' || node === null) return [];
  const text = bilingualSchema.safeParse(node);
  return text.success ? [text.data] : Object.values(node).flatMap(textsIn);
}

function sourcesNamed(node: unknown): string[] {
  if (typeof node !== 'object' || node === null) return [];
  if (Array.isArray(node)) return node.flatMap(sourcesNamed);
  return Object.entries(node).flatMap(([name, value]: [string, unknown]) =>
    name === 'source' && typeof value === 'string' ? [value] : sourcesNamed(value),
  );
}

const brief = ({ ja }: Bilingual) => (ja.length > 20 ? `${ja.slice(0, 20)}…` : ja);
