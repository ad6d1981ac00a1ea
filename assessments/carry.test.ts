import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { carry, CARRY_STATES } from './carry.ts';
import { indexEdition } from './edition-index.ts';
import { loadEdition } from './library.ts';
import { assessmentsOf } from './oracle/assessments.ts';
import { nextEdition } from './oracle/next-edition.ts';
import { RUNS, SEED } from './oracle/seed.ts';
import { score } from './score.ts';
import { upgradeNote } from './upgrade-note.ts';

const before = loadEdition('2026-11');
const after = nextEdition();
const asked = indexEdition(after).questions.map(({ id }) => id);

test(`every answer ends in one state, and every question of the next edition in one (seed ${SEED})`, () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(assessmentsOf(before), ({ answers }) => {
      const copy = structuredClone(answers);
      const { answers: states, questions, given, proposed } = carry(before, after, answers);
      const answered = Object.keys(answers).filter((id) => answers[id] !== undefined);
      expect(Object.keys(states).toSorted()).toEqual(answered.toSorted());
      expect(Object.keys(questions).toSorted()).toEqual(asked.toSorted());
      for (const { state } of Object.values(states)) seen.add(state);
      for (const [id, { state, from }] of Object.entries(questions)) {
        // What counts was said to that very question; what is to be confirmed does not count yet.
        expect(given[id] !== undefined).toBe(state === 'carried');
        expect(proposed[id] !== undefined).toBe(state === 'confirm');
        expect(given[id]).toEqual(state === 'carried' ? answers[from[0] ?? ''] : undefined);
      }
      expect(answers).toEqual(copy);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect([...seen].toSorted()).toEqual([...CARRY_STATES].toSorted());
});

test('what was carried counts as it did, and what awaits a confirmation as unknown', () => {
  const answers = Object.fromEntries(
    indexEdition(before).questions.map(({ id }) => [id, { level: 3 } as const]),
  );
  const { given, questions } = carry(before, after, answers);
  const scope = { stage: 'application', mode: 'full', facts: {} } as const;
  const result = score(after, { ...scope, answers: given });
  const levelOf = (id: string) => result.requirements.find((one) => one.id === id)?.level;
  expect(levelOf('C-02')).toEqual({ lo: 3, hi: 3 });
  for (const open of ['C-03', 'C-04', 'C-05', 'C-06', 'F-02']) expect(levelOf(open)).toEqual({ lo: 0, hi: 4 }); // prettier-ignore
  expect(questions).toMatchObject({
    'C-01.level': { state: 'carried', rule: 'same', from: ['C-01.level'], reason: null },
    'C-02.level': { state: 'carried', rule: 'wording' },
    'C-03.level': { state: 'confirm', rule: 'meaning' },
    'C-04.rule': { state: 'open', rule: 'split', from: ['C-04.level'] },
    'C-05.both': { state: 'confirm', rule: 'merged', from: ['C-05.level', 'C-06.level'] },
    'F-01.check': { state: 'open', rule: 'new', from: [] },
  });
});

test('the note says what changed, why, and how long people need', () => {
  const note = upgradeNote(before, after);
  expect(note.counts).toEqual({ same: 84, wording: 1, meaning: 1, split: 1, merged: 1, new: 2, retired: 1 }); // prettier-ignore
  expect(note.changes).toHaveLength(7);
  expect(note.forPeople.questions).toEqual(['C-03.level', 'C-04.practice', 'C-04.rule', 'C-05.both', 'F-01.check', 'F-02.kept']); // prettier-ignore
  expect(note.forPeople.minutes).toBeGreaterThan(0);
  expect(note.requirements).toEqual({ added: [], removed: [], changed: [] });
});

test('an edition that does not follow another is refused', () => {
  expect(() => carry(after, before, {})).toThrow('does not follow');
});
