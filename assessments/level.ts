import type { Answer, Answers } from './answer.ts';
import { evaluate } from './condition.ts';
import type { IndexedQuestion, IndexedRequirement } from './edition-index.ts';
import type { Facts } from './fact.ts';
import { ANY_LEVEL, weakest, type LevelInterval } from './interval.ts';
import type { Kleene } from './kleene.ts';
import type { Mode } from './questionnaire.ts';

export type RequirementLevel =
  | { applicable: false; because: 'condition' | 'not-applicable' }
  | { applicable: true | 'unknown'; level: LevelInterval };

const EXCLUDED_BY_CONDITION = { applicable: false, because: 'condition' } as const;
const EXCLUDED_BY_ANSWER = { applicable: false, because: 'not-applicable' } as const;
const CONDITION_UNKNOWN = { applicable: 'unknown', level: ANY_LEVEL } as const;
const NOTHING_KNOWN = { applicable: true, level: ANY_LEVEL } as const;

/** The level of a requirement: the weakest of its shown questions that are not 該当しない. */
export function levelOf(
  requirement: IndexedRequirement,
  mode: Mode,
  facts: Facts,
  answers: Answers,
): RequirementLevel {
  const applies = requirement.condition === null || evaluate(requirement.condition, facts);
  if (applies === false) return EXCLUDED_BY_CONDITION;
  if (applies === 'unknown') return CONDITION_UNKNOWN;
  let level: LevelInterval | null = null;
  let setAside = false;
  for (const question of requirement.levelQuestions) {
    const given = questionLevel(question, mode, facts, answers);
    if (given === 'not-applicable') setAside = true;
    else if (given !== 'hidden') level = level === null ? given : weakest(level, given);
  }
  if (level !== null) return { applicable: true, level };
  return setAside ? EXCLUDED_BY_ANSWER : NOTHING_KNOWN;
}

/** What one question says of a level; one that the mode does not ask counts as unanswered. */
export function questionLevel(
  entry: IndexedQuestion,
  mode: Mode,
  facts: Facts,
  answers: Answers,
): LevelInterval | 'not-applicable' | 'hidden' {
  const shown: Kleene = entry.condition === null || evaluate(entry.condition, facts);
  if (shown === false) return 'hidden';
  if (shown === 'unknown' || !entry.modes.has(mode)) return ANY_LEVEL;
  return answerLevel(answers[entry.id]);
}

const KNOWN: readonly LevelInterval[] = [
  { lo: 0, hi: 0 },
  { lo: 1, hi: 1 },
  { lo: 2, hi: 2 },
  { lo: 3, hi: 3 },
  { lo: 4, hi: 4 },
];

function answerLevel(answer: Answer | undefined): LevelInterval | 'not-applicable' {
  if (answer === undefined || 'unknown' in answer) return ANY_LEVEL;
  if ('notApplicable' in answer) return 'not-applicable';
  return KNOWN[answer.level] ?? ANY_LEVEL;
}
