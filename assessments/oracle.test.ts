import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe } from './describe.ts';
import { editionSchema, type Edition } from './edition.ts';
import { loadEdition } from './library.ts';
import { assessmentsOf } from './oracle/assessments.ts';
import { editions } from './oracle/editions.ts';
import { scoreByTheText, type Described } from './oracle/score.ts';
import { RUNS, SEED } from './oracle/seed.ts';
import { resultJson } from './result-json.ts';
import { score, type Assessment } from './score.ts';

const real = loadEdition('2026-11');

/** What the oracle may see: the text that the command line prints. */
function described(edition: Edition): Described {
  return JSON.parse(JSON.stringify(describe(edition)));
}

function engineSays(edition: Edition, assessment: Assessment): unknown {
  return JSON.parse(JSON.stringify(resultJson(score(edition, assessment))));
}

function oracleSays(from: Described, { stage, mode, facts, answers }: Assessment): unknown {
  const file = JSON.parse(JSON.stringify({ edition: from.edition, stage, mode, facts, answers }));
  return JSON.parse(JSON.stringify(scoreByTheText(from, file)));
}

test(`engine and oracle agree on 2,000 sheets of the real edition (seed ${SEED})`, () => {
  const text = described(real);
  const seen = new Set<string>();
  fc.assert(
    fc.property(assessmentsOf(real), (assessment) => {
      const { gate } = score(real, assessment);
      seen.add(`${assessment.mode} ${assessment.stage} ${gate.status}`);
      expect(engineSays(real, assessment)).toEqual(oracleSays(text, assessment));
    }),
    { numRuns: 2 * RUNS, seed: SEED },
  );
  // The sheets are worth something only if they reach every state that a company can be in.
  const states = ['application', 'holding'].flatMap((stage) => [
    ...['quick', 'standard', 'full'].flatMap((mode) => [
      `${mode} ${stage} blocked`,
      `${mode} ${stage} undetermined`,
    ]),
    `full ${stage} clear`,
  ]);
  expect([...seen].toSorted()).toEqual(states.toSorted());
});

test(`engine and oracle agree on 2,000 generated editions (seed ${SEED})`, () => {
  fc.assert(
    fc.property(
      editions.chain((edition) => fc.tuple(fc.constant(edition), assessmentsOf(edition))),
      ([edition, assessment]) => {
        expect(engineSays(edition, assessment)).toEqual(oracleSays(described(edition), assessment));
      },
    ),
    { numRuns: 2 * RUNS, seed: SEED },
  );
});

test('the generated editions are legal and cover what the real one does not have', () => {
  const sample = fc.sample(editions, { numRuns: 200, seed: SEED });
  for (const edition of sample) editionSchema.parse(edition);
  const questions = sample.flatMap(({ questionnaires }) =>
    questionnaires.flatMap(({ document }) => document.questions),
  );
  expect(questions.some(({ requirements }) => requirements.length > 1)).toBe(true);
  expect(questions.some(({ id }) => id.endsWith('.c'))).toBe(true);
  expect(questions.some(({ condition }) => condition && 'all' in condition)).toBe(true);
  expect(questions.some(({ allowsNotApplicable }) => allowsNotApplicable)).toBe(true);
});
