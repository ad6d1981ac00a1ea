import * as fc from 'fast-check';
import type { Condition } from '../condition.ts';
import type { Edition } from '../edition.ts';
import type { Fact } from '../fact.ts';
import {
  OBLIGATIONS,
  PHASES,
  type GapModel,
  type Level,
  type Obligation,
  type Requirement,
} from '../gap-model.ts';
import { MODES, type Question } from '../questionnaire.ts';

const both = (text: string) => ({ ja: `${text}。`, en: text });
const common = { group: 'company', help: both('Why it matters') } as const;
const FACTS: Fact[] = [
  { ...common, id: 'listed', title: both('Listed'), type: 'boolean' },
  { ...common, id: 'hasGroup', title: both('Group'), type: 'boolean' },
  {
    ...common,
    id: 'employees',
    title: both('Employees'),
    type: 'integer',
    unit: both('people'),
  },
  {
    ...common,
    id: 'premises',
    title: both('Premises'),
    type: 'choice',
    options: ['owned', 'leased', 'undecided'].map((id) => ({ id, title: both(id) })),
  },
];

const leaves: fc.Arbitrary<Condition> = fc.oneof(
  fc.constantFrom<Condition>(
    { fact: 'listed', eq: true },
    { fact: 'hasGroup', eq: false },
    { fact: 'premises', in: ['owned', 'undecided'] },
    { fact: 'employees', in: [2, 300] },
  ),
  fc.constantFrom(3, 301).map((gte): Condition => ({ fact: 'employees', gte })),
  fc.constantFrom(2, 300).map((lte): Condition => ({ fact: 'employees', lte })),
);

/** Conditions up to three storeys high, over the facts of the generated editions. */
export const conditions: fc.Arbitrary<Condition> = fc.letrec<{ tree: Condition }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', maxDepth: 2 },
    leaves,
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree;

const perhapsCondition = fc.option(conditions, { nil: undefined, freq: 3 });

const requirements = fc
  .array(
    fc.record({
      domain: fc.constantFrom('A', 'B', 'C'),
      obligation: fc.constantFrom(...OBLIGATIONS),
      phase: fc.constantFrom(...PHASES),
      standard: fc.boolean(),
      countsInGate: fc.boolean(),
      condition: perhapsCondition,
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((drawn) =>
    drawn.map(({ domain, condition, ...rest }, at) =>
      requirementOf(`${domain}-0${at + 1}`, {
        ...rest,
        ...(condition === undefined ? {} : { condition }),
      }),
    ),
  );

const level = fc.constantFrom<Level>(0, 1, 2, 3, 4);
const weight = fc.integer({ min: 1, max: 5 });

/** Small legal editions: several questions for a requirement, several requirements for a question. */
export const editions: fc.Arbitrary<Edition> = requirements.chain((requirements) =>
  fc
    .record({
      weights: fc.record<Record<Obligation, number>>({
        mandatory: weight,
        conditional: weight,
        expected: weight,
        recommended: weight,
      }),
      targets: fc.record({ pre: targets(), cert: targets(), post: targets() }),
      questions: fc.tuple(...requirements.map((own) => questionsFor(own, requirements))),
    })
    .map(({ weights, targets, questions }) =>
      editionOf(requirements, questions.flat(), weights, targets),
    ),
);

function targets() {
  return fc.record({ application: level, holding: level });
}

/** One to three questions that give a level to a requirement, and perhaps to others too. */
function questionsFor(own: Requirement, all: readonly Requirement[]): fc.Arbitrary<Question[]> {
  const others = all.filter(({ id }) => id !== own.id);
  return fc
    .array(
      fc.record({
        others: fc.subarray(others, { maxLength: Math.min(others.length, 2) }),
        first: fc.constantFrom(0, 1, 2),
        condition: perhapsCondition,
        wantsNotApplicable: fc.boolean(),
      }),
      { minLength: 1, maxLength: 3 },
    )
    .map((drawn) =>
      drawn.map(({ others, first, condition, wantsNotApplicable }, at) => {
        const served = [own, ...others];
        return questionOf(`${own.id}.${'abc'.charAt(at)}`, served, {
          modes: MODES.slice(first),
          ...(condition === undefined ? {} : { condition }),
          allowsNotApplicable: wantsNotApplicable && served.every(mayBeSetAside),
        });
      }),
    );
}

/** A level question for some requirements, asked in every mode unless it says otherwise. */
export function questionOf(
  id: string,
  served: readonly { id: string }[],
  more: Partial<Question> = {},
): Question {
  return {
    id,
    kind: 'level',
    requirements: served.map(({ id }) => id),
    modes: [...MODES],
    allowsNotApplicable: false,
    text: both('Is it done?'),
    why: both('It matters.'),
    levels: [both('0'), both('1'), both('2'), both('3'), both('4')],
    evidence: [both('Rules')],
    todo: both('Do it.'),
    ask: 'legal',
    minutes: 5,
    ...more,
  };
}

/** A counted requirement of phase `pre`, mandatory unless it says otherwise. */
export function requirementOf(id: string, more: Partial<Requirement> = {}): Requirement {
  return {
    id,
    title: both('Requirement'),
    obligation: 'mandatory',
    phase: 'pre',
    tier: 'T1',
    standard: true,
    countsInGate: true,
    citations: [{ source: 'ACT', at: '10(1)' }],
    ...more,
  };
}

/** The weights and targets of the gap model page. */
const WEIGHTS = { mandatory: 3, conditional: 3, expected: 2, recommended: 1 };
const TARGETS: GapModel['targets'] = {
  pre: { application: 3, holding: 3 },
  cert: { application: 2, holding: 3 },
  post: { application: 2, holding: 3 },
};

/** "A mandatory requirement without a condition can never be not applicable." */
function mayBeSetAside({ obligation, condition }: Requirement): boolean {
  return obligation !== 'mandatory' || condition !== undefined;
}

/** A small edition of two questionnaires from its requirements and questions. */
export function editionOf(
  requirements: Requirement[],
  questions: Question[],
  weights: GapModel['weights'] = WEIGHTS,
  targets: GapModel['targets'] = TARGETS,
): Edition {
  const domains = [...new Set(requirements.map(({ id }) => id.slice(0, 1)))];
  const half = Math.ceil(questions.length / 2);
  const halves = [questions.slice(0, half), questions.slice(half)] as const;
  const questionnaire = (id: 'governance' | 'facility', questions: Question[]) =>
    published(`questionnaires/${id}@1`, {
      id,
      version: 1,
      title: both(id),
      summary: both(id),
      domains,
      questions,
    });
  return {
    id: '2027-01',
    title: both('Generated'),
    lawAsOf: '2025-07-24',
    publishedOn: '2027-01-01',
    hash: HASH,
    profile: published('profiles/company@1', { id: 'company', version: 1, facts: FACTS }),
    sources: published('sources/core@1', { id: 'core', version: 1, sources: [] }),
    questionnaires: [
      questionnaire('governance', halves[0]),
      ...(halves[1].length > 0 ? [questionnaire('facility', halves[1])] : []),
    ],
    gapModel: published('gap-models/core@1', {
      id: 'core',
      version: 1,
      weights,
      targets,
      domains: domains.map((id) => ({ id, title: both(id), objective: both(id) })),
      requirements,
      coverage: [],
    }),
    actions: published('actions/core@1', { id: 'core', version: 1, actions: [ACTION] }),
  };
}

const HASH = '0'.repeat(64);
const NOTHING = { lo: 0, hi: 0 };
const ACTION: Edition['actions']['document']['actions'][number] = {
  id: 'M001',
  title: both('Write rules'),
  what: both('Write them.'),
  evidence: both('Rules'),
  raises: [{ requirement: 'A-01', level: 3 }],
  after: [],
  owner: 'legal',
  personDays: NOTHING,
  yen: NOTHING,
  leadTimeWeeks: NOTHING,
  costCategories: [],
  noRegret: true,
};

function published<T>(key: string, document: T) {
  return { key, hash: HASH, document };
}

/** An edition without some requirements; the domains stay. */
export function without(edition: Edition, gone: ReadonlySet<string>): Edition {
  const { document } = edition.gapModel;
  const requirements = document.requirements.filter(({ id }) => !gone.has(id));
  return {
    ...edition,
    gapModel: { ...edition.gapModel, document: { ...document, requirements } },
  };
}
