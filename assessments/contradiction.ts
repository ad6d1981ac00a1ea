import { z } from 'zod';
import type { Answers } from './answer.ts';
import { answerSchema } from './answer.ts';
import { bilingualSchema, type Bilingual } from './bilingual.ts';
import { evaluate } from './condition.ts';
import type { Edition } from './edition.ts';
import type { Facts } from './fact.ts';
import { levelSchema } from './gap-model.ts';

const factValue = z.union([z.boolean(), z.int(), z.string()]);

/** One of the things that do not go together: what a question was answered, or a fact of the company. */
const saidSchema = z.union([
  z.strictObject({ question: z.string(), atLeast: levelSchema }),
  z.strictObject({ question: z.string(), atMost: levelSchema }),
  z.strictObject({ question: z.string(), notApplicable: z.literal(true) }),
  z.strictObject({ fact: z.string(), eq: factValue }),
  z.strictObject({ fact: z.string(), gte: z.int() }),
  z.strictObject({ fact: z.string(), lte: z.int() }),
]);
export type Said = z.infer<typeof saidSchema>;

const caseSchema = z.strictObject({
  answers: z.record(z.string(), answerSchema),
  facts: z.record(z.string(), factValue).optional(),
});

const contradictionSchema = z.strictObject({
  id: z.string().regex(/^X\d\d$/),
  /** Where all of it holds for certain, the rule points there. */
  all: z.array(saidSchema).min(2),
  /** What does not go together. It points; it never changes an answer. */
  says: bilingualSchema,
  /** What to look at again. */
  look: bilingualSchema,
  /** A case of each: `check` holds the rule against both. */
  points: caseSchema,
  silent: caseSchema,
});
export type Contradiction = z.infer<typeof contradictionSchema>;

export const contradictionsSchema = z.strictObject({
  id: z.string(),
  version: z.int().positive(),
  rules: z.array(contradictionSchema).min(1),
});
export type Contradictions = z.infer<typeof contradictionsSchema>;

/** A rule that points at answers, and at which. */
export interface Pointed {
  id: string;
  says: Bilingual;
  look: Bilingual;
  questions: readonly string[];
}

/**
 * The rules of an edition that point at these answers, in order of id. What is not known for certain
 * (わからない, unanswered, a fact not given) contradicts nothing.
 */
export function contradictionsIn(
  edition: Edition,
  { answers, facts }: { answers: Answers; facts: Facts },
): Pointed[] {
  return (edition.contradictions?.document.rules ?? [])
    .filter((rule) => pointsAt(rule, { answers, facts }))
    .map(({ id, says, look, all }) => ({ id, says, look, questions: questionsOf(all) }))
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
}

export function pointsAt(
  { all }: Pick<Contradiction, 'all'>,
  { answers, facts }: { answers: Answers; facts: Facts },
): boolean {
  return all.every((said) => holds(said, answers, facts));
}

/** The questions that a rule speaks of, each once. */
export function questionsOf(all: readonly Said[]): string[] {
  return [...new Set(all.flatMap((said) => ('question' in said ? [said.question] : [])))];
}

function holds(said: Said, answers: Answers, facts: Facts): boolean {
  if ('fact' in said) return evaluate(said, facts) === true;
  const answer = answers[said.question];
  if (answer === undefined || 'unknown' in answer) return false;
  if ('notApplicable' in said) return 'notApplicable' in answer;
  if ('notApplicable' in answer) return false;
  return 'atLeast' in said ? answer.level >= said.atLeast : answer.level <= said.atMost;
}
