import type { Answer, Answers } from './answer.ts';
import type { Bilingual } from './bilingual.ts';
import type { Edition } from './edition.ts';
import { indexEdition, type IndexedQuestion } from './edition-index.ts';
import { isWordForWord } from './fingerprint.ts';
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

/**
 * Every question of both editions with what became of it. What no mapping speaks of (a questionnaire that
 * both pin, an overlay that was laid over them, a new run of the same edition) is the same where it is so
 * word for word, and else asked no more or new.
 * @throws where the edition neither follows the other nor is the same
 */
export function mappedBetween(before: Edition, after: Edition): Mapped[] {
  const { follows } = after;
  if (after.id !== before.id && follows?.edition !== before.id)
    throw new Error(`Edition ${after.id} does not follow ${before.id}.`);
  const mapped =
    after.id === before.id
      ? []
      : (follows?.mappings ?? []).flatMap(({ document }) => mappedIn(document));
  return [...mapped, ...unmappedBetween(before, after, mapped)];
}

function unmappedBetween(before: Edition, after: Edition, mapped: readonly Mapped[]): Mapped[] {
  const [old, next] = [indexEdition(before), indexEdition(after)];
  const spoken = (side: 'from' | 'to') => new Set(mapped.flatMap((one) => one[side]));
  const [left, reached] = [spoken('from'), spoken('to')];
  const isSame = (id: string) => {
    const [one, other] = [old.questionById.get(id), next.questionById.get(id)];
    return (
      one !== undefined && other !== undefined && isWordForWord(meantOnly(one), meantOnly(other))
    );
  };
  const rest = (index: typeof old, of: ReadonlySet<string>) =>
    index.questions.map(({ id }) => id).filter((id) => !of.has(id));
  return [
    ...rest(old, left).map((id): Mapped =>
      isSame(id)
        ? { type: 'same', from: [id], to: [id], change: null }
        : { type: 'retired', from: [id], to: [], change: null },
    ),
    ...rest(next, reached)
      .filter((id) => !isSame(id))
      .map((id): Mapped => ({ type: 'new', from: [], to: [id], change: null })),
  ];
}

/** Examples of evidence are guidance: an overlay may add some. */
const meantOnly = ({ question }: IndexedQuestion) => ({ ...question, evidence: [] });

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
      carried.questions[id] = {
        state: isOpen ? 'open' : state,
        rule: type,
        from,
        reason: change?.reason ?? null,
      };
      const [first] = found;
      if (state === 'carried' && first) carried.given[id] = first.answer;
      if (state === 'confirm' && found.length > 0) carried.proposed[id] = found;
    }
  }
  return carried;
}
