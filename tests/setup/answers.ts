import type { Answer } from '#assessments/answer.ts';
import type { Edition } from '#assessments/edition.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import type { Facts } from '#assessments/fact.ts';
import type { Mode } from '#assessments/questionnaire.ts';
import { formWith } from './form.ts';
import { expectStatus, type Person } from './people.ts';
import type { Fields } from './visitor.ts';

/** A company to which every conditional requirement of the standard mode applies. */
export const facts: Facts = {
  employees: 48,
  hasParentOrGroup: true,
  handlingPlaces: 1,
  plannedHandlers: 6,
  industry: 'manufacturing-machinery',
  prefecture: 'nagano',
  holdsInformation: false,
  dispatchedWorkers: true,
};

/** Those facts as the form of the profile posts them. */
export const factFields: Record<string, string> = Object.fromEntries(
  Object.entries(facts).map(([id, value]) => [
    id,
    typeof value === 'boolean' ? (value ? 'yes' : 'no') : String(value),
  ]),
);

const reason = '該当する業務を行っていないため';
const levels = [3, 2, 4, 1, 0, 3, 2, 3] as const;

/** Answers of every kind to all questions of a mode: levels, わからない, 該当しない where allowed. */
export function variedAnswers(edition: Edition, mode: Mode): Record<string, Answer> {
  const asked = indexEdition(edition).questions.filter(({ modes }) => modes.has(mode));
  return Object.fromEntries(
    asked.map(({ id, question }, at): [string, Answer] => {
      if (question.allowsNotApplicable && id.startsWith('C'))
        return [id, { notApplicable: reason }];
      if (at % 9 === 4) return [id, { unknown: true }];
      return [id, { level: levels[at % levels.length] ?? 3 }];
    }),
  );
}

/** An answer as the form of its question posts it. */
export function answerFields(answer: Answer): Record<string, string> {
  if ('notApplicable' in answer) return { level: 'na', reason: answer.notApplicable };
  return { level: 'unknown' in answer ? 'unknown' : String(answer.level) };
}

export type Place = { org: string; assessment: string };

export const questionPath = ({ org, assessment }: Place, question: string) =>
  `/o/${org}/assessments/${assessment}/questions/${question}`;

/** Saves one answer through the form of its question. */
export async function save(
  { visitor }: Person,
  place: Place,
  question: string,
  given: Fields,
): Promise<void> {
  const path = questionPath(place, question);
  const form = formWith((await visitor.get(path)).text, 'base');
  expectStatus(await visitor.post(path, { ...form.fields, intent: 'save', ...given }), 303);
}

export async function saveAll(person: Person, place: Place, answers: Record<string, Answer>) {
  for (const [question, answer] of Object.entries(answers)) {
    await save(person, place, question, answerFields(answer));
  }
}
