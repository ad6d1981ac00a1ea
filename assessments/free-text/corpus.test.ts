import process from 'node:process';
import { describe, expect, test } from 'vitest';
import { checkFreeText } from '../free-text.ts';
import { BAD_SENTENCES } from './bad-sentences.ts';
import { sentencesIn, textsIn, type Sentences } from './corpus/read.ts';
import { GUARD, type Detector, type Guard } from './detectors.ts';

// Who wrote which half, and what was looked at: corpus/README.md. No text of the held-out half may
// stand in a failure, so only counts are compared.

const held = {
  bad: sentencesIn('bad-held'),
  obfuscated: sentencesIn('obfuscated-held'),
  benign: sentencesIn('benign-held'),
};
const made = {
  bad: sentencesIn('bad-made'),
  obfuscated: sentencesIn('obfuscated-made'),
  benign: sentencesIn('benign-made'),
};

function isRefused(text: string, guard: Guard = GUARD): boolean {
  return !checkFreeText(text, guard).ok;
}

function share(of: Sentences, guard?: Guard): number {
  return of.filter(({ text }) => isRefused(text, guard)).length / of.length;
}

/** What a sentence is about, and how plainly it says so: `vetting subtle`. */
function byStratum(of: Sentences): string {
  const strata = new Map<string, { refused: number; of: number }>();
  for (const { text, kind, why } of of) {
    const name = [kind, why?.split(':')[0]].filter(Boolean).join(' ');
    const count = strata.get(name) ?? { refused: 0, of: 0 };
    const refused = count.refused + (isRefused(text) ? 1 : 0);
    strata.set(name, { refused, of: count.of + 1 });
  }
  return [...strata].map(([name, count]) => `${name} ${count.refused}/${count.of}`).join(', ');
}

const percent = (figure: number) => `${(100 * figure).toFixed(1)} %`;

/** What the guard reached when it was frozen; it may get better, not worse. */
const REACHED = 195 / 210;
const GOAL = { bad: 0.99, obfuscated: 0.9, benign: 0.02 };

describe('from sentences that the author of the detector has never read', () => {
  test('prints what is refused, by kind and by how plainly it is said', () => {
    for (const kind of ['bad', 'obfuscated', 'benign'] as const) {
      process.stdout.write(
        `held out, ${kind}: ${percent(share(held[kind]))} refused (goal ${kind === 'benign' ? '≤' : '≥'} ${percent(GOAL[kind])}); ${byStratum(held[kind])}\n`,
      );
    }
    expect(held.bad.length + made.bad.length).toBeGreaterThanOrEqual(400);
    expect(held.benign.length + made.benign.length).toBeGreaterThanOrEqual(400);
  });

  test('recall stays at 92.9 %: short of the goal of 99 %, and never less', () => {
    expect(share(held.bad)).toBeGreaterThanOrEqual(REACHED);
  });

  test('recall of obfuscated texts reaches 90 %', () => {
    expect(share(held.obfuscated)).toBeGreaterThanOrEqual(GOAL.obfuscated);
  });

  test('false refusals stay at 2 % or below', () => {
    expect(share(held.benign)).toBeLessThanOrEqual(GOAL.benign);
  });
});

test('of the half that was read while it was made, nearly all is told apart', () => {
  expect(share(made.bad)).toBeGreaterThanOrEqual(0.99);
  expect(share(made.obfuscated)).toBeGreaterThanOrEqual(0.99);
  expect(share(made.benign)).toBeLessThanOrEqual(0.01);
});

test('what its author wrote and it has not learned is refused, too', () => {
  const unlearned = textsIn('own-unlearned-bad');
  expect(
    unlearned.filter((text) => isRefused(text)).length / unlearned.length,
  ).toBeGreaterThanOrEqual(94 / 105);
});

test('what its author thought of on the way is still told apart', () => {
  const [bad, benign] = [textsIn('own-bad'), textsIn('own-benign')];
  expect(bad.filter((text) => !isRefused(text)).length / bad.length).toBeLessThan(0.07);
  expect(benign.filter((text) => isRefused(text)).length / benign.length).toBeLessThan(0.01);
});

const none = new Map<string, number>();
const without = (name: string): Guard => ({
  ...GUARD,
  detectors: GUARD.detectors.filter((detector) => detector.name !== name),
});

/** Each guard is broken in one way; a figure that does not notice proves nothing. */
describe('mutants: with one part off, a figure above falls below its level', () => {
  test('no detector and no weight refuses nothing', () => {
    const nothing = { detectors: [], weights: { start: 0, cues: none, grams: none } };
    expect(share(held.bad, nothing)).toBe(0);
  });

  const [certain, suspecting] = [true, false].map((is) =>
    GUARD.detectors.filter(({ isCertain = false }) => isCertain === is).map(({ name }) => name),
  );

  test.each(certain ?? [])('without %s, where nothing is weighed', (name) => {
    const weights = { start: 0, cues: none, grams: none };
    const own = [...textsIn('own-bad'), ...Object.values(BAD_SENTENCES).flat()];
    const passing = own.filter(
      (text) =>
        isRefused(text, { ...GUARD, weights }) && !isRefused(text, { ...without(name), weights }),
    );
    expect(passing.length).toBeGreaterThan(0);
  });

  test.each(suspecting ?? [])('without %s, where nothing is heard but what is seen', (name) => {
    const weights = { ...GUARD.weights, grams: none };
    const seeing: Guard = { ...GUARD, weights };
    const weakened: Guard = { ...without(name), weights };
    const lost = (['bad', 'obfuscated'] as const).map((kind) => {
      const all = [...held[kind], ...made[kind]];
      return all.filter(({ text }) => isRefused(text, seeing) && !isRefused(text, weakened)).length;
    });
    process.stdout.write(`without ${name}: ${lost.join(' bad and ')} obfuscated pass\n`);
    expect(lost.reduce((sum, count) => sum + count, 0)).toBeGreaterThan(0);
  });

  test.each(['cues', 'grams'] as const)('without the weights of the %s', (kind) => {
    const weakened = { ...GUARD, weights: { ...GUARD.weights, [kind]: none } };
    const figures = {
      bad: share(held.bad, weakened),
      benign: share(held.benign, weakened),
    };
    expect(figures.bad < REACHED || figures.benign > GOAL.benign).toBe(true);
  });

  test('a guard that refuses everything fails by its false refusals', () => {
    const always: Detector = {
      name: 'always',
      find: () => [{ reason: 'marking', from: 0, to: 1 }],
      isCertain: true,
    };
    expect(share(held.benign, { ...GUARD, detectors: [always] })).toBeGreaterThan(GOAL.benign);
  });
});
