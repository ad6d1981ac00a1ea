import { format, resolveConfig } from 'prettier';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { lessons } from './corpus/lessons.ts';
import { learn, type Example } from './learning.ts';
import { weightOf, type Weights } from './weight.ts';

const FILE = fileURLToPath(new URL('weights.ts', import.meta.url));

/** What weighs less than so many hundredths is left out: it would only make the file long. */
const LIGHT = 2;

/** Names by their weight in hundredths, as `weights.ts` keeps them. */
function grouped(weights: ReadonlyMap<string, number>): Record<string, string> {
  const names = new Map<number, string[]>();
  for (const [name, weight] of weights) {
    const hundredths = Math.round(weight * 100);
    if (Math.abs(hundredths) < LIGHT || /[|'"\\\n]/u.test(name)) continue;
    names.set(hundredths, [...(names.get(hundredths) ?? []), name]);
  }
  return Object.fromEntries(
    [...names]
      .sort(([a], [b]) => a - b)
      .map(([hundredths, each]) => [`${hundredths}`, each.toSorted().join('|')]),
  );
}

async function written({ start, cues, grams }: Weights): Promise<string> {
  const source = `// Learned from the sentences in corpus/ by learning.test.ts; \`vitest -u\` writes it anew.
export const START: number = ${Math.round(start * 100)};
export const CUES: Readonly<Record<string, string>> = ${JSON.stringify(grouped(cues))};
export const GRAMS: Readonly<Record<string, string>> = ${JSON.stringify(grouped(grams))};
`;
  return format(source, { ...(await resolveConfig(FILE)), parser: 'typescript' });
}

test('the weights are those that the sentences of the corpus teach', async () => {
  await expect(await written(learn(lessons()))).toMatchFileSnapshot(FILE);
});

const example = (isBad: boolean, ...cues: string[]): Example => ({
  isBad,
  passages: [{ cues, grams: [] }],
});

test('learns what tells bad from good, and what says nothing weighs nothing', () => {
  const examples = [1, 2, 3, 4, 5].flatMap(() => [
    example(true, 'person', 'word'),
    example(false, 'rule', 'word'),
  ]);
  const weights = learn(examples);
  expect(weightOf({ cues: ['person'], grams: [] }, weights)).toBeGreaterThan(1);
  expect(weightOf({ cues: ['rule'], grams: [] }, weights)).toBeLessThan(-1);
  expect(Math.abs(weights.cues.get('word') ?? 0)).toBeLessThan(0.5);
});

test('of a bad text one passage is enough, the others are not taken for bad', () => {
  const examples = [1, 2, 3, 4, 5].flatMap(() => [
    {
      isBad: true,
      passages: [...example(true, 'rule').passages, ...example(true, 'person', 'said').passages],
    },
    example(false, 'rule'),
  ]);
  const weights = learn(examples);
  expect(weightOf({ cues: ['rule'], grams: [] }, weights)).toBeLessThan(0);
  expect(weightOf({ cues: ['person', 'said'], grams: [] }, weights)).toBeGreaterThan(0);
});

test('the same examples give the same weights', () => {
  const examples = lessons().slice(0, 200);
  expect(learn(examples)).toEqual(learn(examples));
});
