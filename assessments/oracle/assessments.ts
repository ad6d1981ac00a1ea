import * as fc from 'fast-check';
import type { Answer } from '../answer.ts';
import type { Edition } from '../edition.ts';
import type { Fact, FactValue } from '../fact.ts';
import { STAGES, type Level } from '../gap-model.ts';
import { MODES, type Question } from '../questionnaire.ts';
import type { Assessment } from '../score.ts';

const NOT_APPLICABLE = { notApplicable: '取引がないため' };
const LEVELS: readonly Level[] = [0, 1, 2, 3, 4];
const HIGH: readonly Level[] = [3, 4];

/** Whether a company mostly guesses, mostly practises, or is nearly there: else all are blocked. */
type Temper = 'mixed' | 'high' | 'ready' | 'unsure';
const tempers = fc.constantFrom<Temper>('mixed', 'high', 'ready', 'unsure');

/** Assessments of an edition in all stages and modes, answered in every way a question allows. */
export function assessmentsOf(edition: Edition): fc.Arbitrary<Assessment> {
  const questions = questionsOf(edition);
  return tempers.chain((temper) =>
    fc.record({
      stage: fc.constantFrom(...STAGES),
      mode: fc.constantFrom(...MODES),
      facts: factsOf(edition),
      answers: fc
        .tuple(...questions.map((question) => answersTo(question, temper)))
        .map((answers) => given(questions, answers)),
    }),
  );
}

/** Facts of an edition, each known, said to be unknown, or absent. */
export function factsOf(edition: Edition): fc.Arbitrary<Record<string, FactValue>> {
  const { facts } = edition.profile.document;
  return fc.tuple(...facts.map(valuesOf)).map((values) => {
    const known: Record<string, FactValue> = {};
    for (const [at, { id }] of facts.entries()) {
      const value = values[at];
      if (value !== undefined) known[id] = value;
    }
    return known;
  });
}

/** What a fact can be, its absence included. */
export function valuesOf(fact: Fact): fc.Arbitrary<FactValue | undefined> {
  const unknown = fc.constantFrom('unknown', undefined);
  const known = knownValuesOf(fact);
  return fc.oneof({ arbitrary: known, weight: 4 }, { arbitrary: unknown, weight: 1 });
}

export function knownValuesOf(fact: Fact): fc.Arbitrary<FactValue> {
  if (fact.type === 'boolean') return fc.boolean();
  if (fact.type === 'choice') return fc.constantFrom(...fact.options.map(({ id }) => id));
  return fc.oneof(fc.constantFrom(300, 301), fc.integer({ min: 0, max: 9 }));
}

/** What may be said to a question, silence included. */
function answersTo(question: Question, temper: Temper): fc.Arbitrary<Answer | undefined> {
  const open = fc.constantFrom<Answer | undefined>({ unknown: true }, undefined);
  const choices = {
    mixed: [
      { arbitrary: oneOf(LEVELS), weight: 6 },
      { arbitrary: open, weight: 2 },
    ],
    high: [
      { arbitrary: oneOf(HIGH), weight: 60 },
      { arbitrary: oneOf(LEVELS), weight: 1 },
      { arbitrary: open, weight: 1 },
    ],
    ready: [{ arbitrary: oneOf(HIGH), weight: 9 }],
    unsure: [
      { arbitrary: oneOf(HIGH), weight: 4 },
      { arbitrary: open, weight: 1 },
    ],
  }[temper];
  if (!question.allowsNotApplicable) return fc.oneof(...choices);
  return fc.oneof(...choices, { arbitrary: fc.constant<Answer>(NOT_APPLICABLE), weight: 2 });
}

function oneOf(levels: readonly Level[]): fc.Arbitrary<Answer> {
  return fc.constantFrom(...levels).map((level) => ({ level }));
}

/** One more thing said to a question: a level or, where it is allowed, 該当しない. */
export function knownAnswersTo(question: Question): fc.Arbitrary<Answer> {
  const level = oneOf(LEVELS);
  return question.allowsNotApplicable
    ? fc.oneof(
        { arbitrary: level, weight: 3 },
        { arbitrary: fc.constant(NOT_APPLICABLE), weight: 1 },
      )
    : level;
}

export function questionsOf(edition: Edition): Question[] {
  return edition.questionnaires.flatMap(({ document }) => document.questions);
}

function given(
  questions: readonly Question[],
  answers: readonly (Answer | undefined)[],
): Record<string, Answer> {
  const said: Record<string, Answer> = {};
  for (const [at, { id }] of questions.entries()) {
    const answer = answers[at];
    if (answer !== undefined) said[id] = answer;
  }
  return said;
}
