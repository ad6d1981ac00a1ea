import { describe, expect, test } from 'vitest';
import { choiceOf, chosenAnswer, CHOICES } from './chosen-answer.ts';
import { indexEdition } from './edition-index.ts';
import { takesOwnWords } from './evidence-titles.ts';
import { loadEdition } from './library.ts';
import {
  FILTERS,
  listProgress,
  neighbours,
  nextUnanswered,
  passes,
  questionList,
} from './question-list.ts';

const index = indexEdition(loadEdition('2026-11'));
const facts = { hasParentOrGroup: false, dispatchedHandle: true };
const list = (answers = {}, withEvidence: string[] = [], until: string | null = null) =>
  questionList(
    index,
    { mode: 'full', facts, answers },
    { references: new Map(withEvidence.map((id) => [id, [until]])), day: '2026-11-27' },
  );
const question = (id: string) => {
  const found = index.questionById.get(id)?.question;
  if (!found) throw new Error(id);
  return found;
};

describe('the list of questions', () => {
  test('every question stands in exactly one state', () => {
    const states = list({ 'A-02.level': { unknown: true }, 'A-03.level': { level: 2 } });
    expect(states).toHaveLength(90);
    expect(states.find(({ id }) => id === 'B-08.level')?.state).toBe('hidden');
    expect(states.find(({ id }) => id === 'A-01.level')?.state).toBe('unanswered');
    expect(states.find(({ id }) => id === 'A-02.level')?.state).toBe('unknown');
    expect(states.find(({ id }) => id === 'A-03.level')?.state).toBe('level');
  });

  test('a hidden question is listed by its own filter alone, whatever was answered', () => {
    const hidden = list({ 'B-08.level': { level: 3 } }).find(({ id }) => id === 'B-08.level');
    expect(FILTERS.filter((filter) => hidden && passes(filter, hidden))).toEqual(['hidden']);
  });

  test('a claim of practice without a reference lacks evidence, one with a reference does not', () => {
    const answers = {
      'A-01.level': { level: 3 },
      'A-02.level': { level: 4 },
      'A-03.level': { level: 2 },
    };
    const lacking = list(answers, ['A-02.level']).filter((one) => passes('no-evidence', one));
    expect(lacking.map(({ id }) => id)).toEqual(['A-01.level']);
  });

  test('progress counts わからない as answered and leaves hidden questions out', () => {
    const before = listProgress(list());
    const after = listProgress(
      list({ 'A-01.level': { unknown: true }, 'B-08.level': { level: 3 } }),
    );
    expect(before.answered).toBe(0);
    expect(after).toEqual({
      answered: 1,
      asked: before.asked,
      minutesLeft: before.minutesLeft - question('A-01.level').minutes,
    });
  });

  test('the next unanswered question is searched from the top again, and is never the same one', () => {
    const all = Object.fromEntries(list().map(({ id }) => [id, { level: 1 as const }]));
    expect(nextUnanswered(list(), null)).toBe('A-01.level');
    expect(nextUnanswered(list(), 'A-01.level')).toBe('A-02.level');
    const { 'A-05.level': _open, ...rest } = all;
    expect(nextUnanswered(list(rest), 'L-01.level')).toBe('A-05.level');
    expect(nextUnanswered(list(rest), 'A-05.level')).toBeNull();
    expect(nextUnanswered(list(all), null)).toBeNull();
  });

  test('neighbours pass over hidden questions', () => {
    expect(neighbours(list(), 'A-01.level').previous).toBeNull();
    expect(neighbours(list(), 'B-07.level').next).not.toBe('B-08.level');
  });
});

describe('a chosen answer', () => {
  test('each choice comes back from the answer that it makes', () => {
    const allowing = { ...question('A-01.level'), allowsNotApplicable: true };
    for (const choice of CHOICES) {
      const chosen = chosenAnswer(allowing, choice, 'なし');
      expect(chosen.ok && choiceOf(chosen.answer)).toBe(choice);
    }
  });

  test('該当しない needs a question that allows it and a reason', () => {
    const never = { ...question('A-01.level'), allowsNotApplicable: false };
    const allowing = { ...never, allowsNotApplicable: true };
    expect(chosenAnswer(never, 'na', 'なし')).toMatchObject({ problem: 'not-allowed' });
    expect(chosenAnswer(allowing, 'na', '  ')).toMatchObject({ problem: 'reason-missing' });
    expect(chosenAnswer(allowing, 'na', 'あ'.repeat(201))).toMatchObject({ field: 'reason' });
    expect(chosenAnswer(allowing, undefined, '')).toMatchObject({ problem: 'choose-level' });
  });
});

test('a reference for what waits on an agency takes no words of one’s own, others do', () => {
  const entry = (id: string) => index.questions.find((one) => one.id === id) ?? index.questions[0];
  const [waiting, other] = [entry('A-01.level'), entry('A-04.level')];
  expect(waiting && takesOwnWords(index, waiting)).toBe(false);
  expect(other && takesOwnWords(index, other)).toBe(true);
});
