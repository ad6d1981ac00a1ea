import type { Answer, Answers } from '#assessments/answer.ts';
import type { Facts, FactValue } from '#assessments/fact.ts';
import type { Level } from '#assessments/gap-model.ts';
import type { LevelValue } from '../components/level-cards.tsx';

/** What one can say of a fact; not having said anything is unknown too. */
export const FACT_CHOICES = ['yes', 'no', 'unknown'] as const;
export type FactChoice = (typeof FACT_CHOICES)[number];

/** What one can say to a question here: there is no room for the reason that 該当しない needs. */
const LEVELS: Partial<Record<LevelValue, Level>> = { '0': 0, '1': 1, '2': 2, '3': 3, '4': 4 };

export function factsFrom(choices: Readonly<Record<string, FactChoice>>): Facts {
  const facts: Record<string, FactValue> = {};
  for (const [id, choice] of Object.entries(choices)) {
    facts[id] = choice === 'unknown' ? 'unknown' : choice === 'yes';
  }
  return facts;
}

export function answersOf(values: Readonly<Record<string, LevelValue>>): Answers {
  const answers: Record<string, Answer> = {};
  for (const [id, value] of Object.entries(values)) {
    const level = LEVELS[value];
    answers[id] = level === undefined ? { unknown: true } : { level };
  }
  return answers;
}

/** The value of a chosen card, or null for what is no choice here. */
export function levelValue(text: string): LevelValue | null {
  const values: readonly LevelValue[] = ['0', '1', '2', '3', '4', 'unknown'];
  return values.find((value) => value === text) ?? null;
}

export function factChoice(text: string): FactChoice | null {
  return FACT_CHOICES.find((choice) => choice === text) ?? null;
}
