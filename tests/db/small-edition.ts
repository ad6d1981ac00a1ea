import { createHash } from 'node:crypto';
import { editionSchema, type Edition } from '#assessments/edition.ts';

const both = (text: string) => ({ ja: `${text}です`, en: text });
const levels = [both('none'), both('partly'), both('designed'), both('run'), both('checked')];

const question = (id: string, requirement: string) => ({
  id,
  kind: 'level',
  requirements: [requirement],
  modes: ['standard', 'full'],
  allowsNotApplicable: false,
  text: both('Is it done?'),
  why: both('It matters'),
  levels,
  evidence: [both('Rules')],
  todo: both('Do it'),
  ask: 'legal',
  minutes: 5,
});

const published = (key: string, document: unknown) => ({
  key,
  hash: createHash('sha256').update(JSON.stringify(document)).digest('hex'),
  document,
});

/** A tiny edition of two questionnaires; `title` changes its contents and thereby its hashes. */
export function smallEdition(id = '2026-11', title = 'Small'): Edition {
  const questionnaire = (name: string, questionId: string, requirement: string) =>
    published(`questionnaires/${name}@1`, {
      id: name,
      version: 1,
      title: both(title),
      summary: both('Summary'),
      domains: [requirement.slice(0, 1)],
      questions: [question(questionId, requirement)],
    });
  const requirement = (requirementId: string) => ({
    id: requirementId,
    title: both(requirementId),
    obligation: 'mandatory',
    phase: 'pre',
    tier: 'T0',
    standard: true,
    countsInGate: true,
    citations: [{ source: 'LAW', at: '10(1)' }],
  });
  return editionSchema.parse({
    id,
    title: both(title),
    lawAsOf: '2025-07-24',
    publishedOn: '2026-11-01',
    hash: createHash('sha256').update(`${id} ${title}`).digest('hex'),
    profile: published('profiles/company@1', { id: 'company', version: 1, facts: [] }),
    sources: published('sources/core@1', { id: 'core', version: 1, sources: [] }),
    questionnaires: [
      questionnaire('governance', 'A-04.level', 'A-04'),
      questionnaire('facility', 'C-01.level', 'C-01'),
    ],
    gapModel: published('gap-models/core@1', {
      id: 'core',
      version: 1,
      weights: { mandatory: 3, conditional: 3, expected: 2, recommended: 1 },
      targets: {
        pre: { application: 3, holding: 3 },
        cert: { application: 2, holding: 3 },
        post: { application: 2, holding: 3 },
      },
      domains: [{ id: 'A', title: both('A'), objective: both('Objective') }],
      requirements: [requirement('A-04'), requirement('C-01')],
      coverage: [],
    }),
    actions: published('actions/core@1', {
      id: 'core',
      version: 1,
      actions: [
        {
          id: 'M001',
          title: both('Write rules'),
          what: both('Write them'),
          evidence: both('Rules'),
          raises: [{ requirement: 'A-04', level: 3 }],
          after: [],
          owner: 'legal',
          personDays: { lo: 1, hi: 2 },
          yen: { lo: 0, hi: 0 },
          leadTimeWeeks: { lo: 1, hi: 2 },
          costCategories: [],
          noRegret: true,
        },
      ],
    }),
  });
}
