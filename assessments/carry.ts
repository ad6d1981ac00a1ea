import type { Answer, Answers } from './answer.ts';
import type { Bilingual } from './bilingual.ts';
import type { Edition } from './edition.ts';
import { indexEdition } from './edition-index.ts';
import { mappedIn, type Change, type Mapped } from './mapping.ts';

/**
 * What becomes of an answer in the next edition: it counts there · it is shown beside the old text and
 * counts once confirmed · the question is to be answered anew · the question is asked no more.
 */
export const CARRY_STATES = ['carried', 'confirm', 'open', 'archived'] as const;
export type CarryState = (typeof CARRY_STATES)[number];

/** Of an old question that was answered, and of every new one: its state, the rule, and the other side. */
export interface CarriedAnswer {
  state: CarryState;
  rule: Change;
  /** Questions of the new edition, by id. */
  to: readonly string[];
}
export interface CarriedQuestion {
  state: Exclude<CarryState, 'archived'>;
  rule: Change;
  /** Questions of the old edition, by id. */
  from: readonly string[];
  /** Null where nothing was changed. */
  reason: Bilingual | null;
}

export interface Carried {
  /** By question of the old edition; those without an answer are absent. */
  answers: Record<string, CarriedAnswer>;
  /** By question of the new edition. */
  questions: Record<string, CarriedQuestion>;
  /** The answers with which the new assessment begins. */
  given: Record<string, Answer>;
  /** By question of the new edition: old answers that count only once a person has confirmed one. */
  proposed: Record<string, { from: string; answer: Answer }[]>;
}

const STATE: Readonly<Record<Change, CarryState>> = {
  same: 'carried',
  wording: 'carried',
  meaning: 'confirm',
  merged: 'confirm',
  split: 'open',
  new: 'open',
  retired: 'archived',
};

/** @throws where the edition does not follow the other */
export function mappedBetween(before: Edition, after: Edition): Mapped[] {
  const { follows } = after;
  if (follows?.edition !== before.id)
    throw new Error(`Edition ${after.id} does not follow ${before.id}.`);
  const unchanged = before.questionnaires
    .filter(({ key }) => after.questionnaires.some((one) => one.key === key))
    .flatMap(({ document }) => document.questions);
  return [
    ...unchanged.map(({ id }): Mapped => ({ type: 'same', from: [id], to: [id], change: null })),
    ...follows.mappings.flatMap(({ document }) => mappedIn(document)),
  ];
}

/**
 * Carries answers into the edition that follows theirs (gap-model.md, "Questionnaire versions"). Nothing of
 * the old assessment is changed; a pure function of both editions and the answers.
 */
export function carry(before: Edition, after: Edition, answers: Answers): Carried {
  const { questionById } = indexEdition(after);
  const carried: Carried = { answers: {}, questions: {}, given: {}, proposed: {} };
  for (const { type, from, to, change } of mappedBetween(before, after)) {
    const state = STATE[type];
    const found = from.flatMap((id) => {
      const answer = answers[id];
      return answer === undefined ? [] : [{ from: id, answer }];
    });
    for (const one of found) carried.answers[one.from] = { state, rule: type, to };
    for (const id of to) {
      if (!questionById.has(id)) throw new Error(`Edition ${after.id} does not ask ${id}.`);
      const isOpen = found.length === 0 || state === 'archived';
      carried.questions[id] = { state: isOpen ? 'open' : state, rule: type, from, reason: change?.reason ?? null }; // prettier-ignore
      const [first] = found;
      if (state === 'carried' && first) carried.given[id] = first.answer;
      if (state === 'confirm' && found.length > 0) carried.proposed[id] = found;
    }
  }
  return carried;
}
