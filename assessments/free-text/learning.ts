import { shareOf, weightOf, type Load, type Weights } from './weight.ts';

/** What a sentence that was labelled offers to be weighed; its passages are alternatives. */
export interface Example {
  isBad: boolean;
  passages: readonly Load[];
}

/** A gram in fewer examples says more of their writer than of what is said. */
const EXAMPLES_OF_A_GRAM = 5;
const ROUNDS = 2;
const EPOCHS = 25;
const STEP = 0.3;
const SHRINK = { cues: 5e-2, grams: 1e-4 };
const SEED = 7;

/**
 * Logistic regression (AdaGrad, L2) of the examples. All passages of a good text are good; of a bad
 * one the passage that weighs most is bad, for one is enough. The same examples in the same order
 * give the same weights: the shuffling is seeded.
 */
export function learn(examples: readonly Example[]): Weights {
  const known = knownGrams(examples);
  const good = examples.flatMap(({ isBad, passages }) => (isBad ? [] : passages));
  const bad = examples.flatMap(({ isBad, passages }) => (isBad ? [passages] : []));
  let learned = new Learned(known);
  // At first the passage with the most cues is taken to be the bad one.
  let heaviest = bad.flatMap((passages) => topBy(passages, ({ cues }) => cues.length));
  for (let round = 0; round < ROUNDS; round += 1) {
    learned = new Learned(known);
    const random = randomFrom(SEED);
    const lessons = [
      ...heaviest.map((passage) => ({ passage, label: 1 })),
      ...good.map((passage) => ({ passage, label: 0 })),
    ];
    for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
      shuffle(lessons, random);
      for (const { passage, label } of lessons) learned.take(passage, label);
    }
    const { weigh } = learned;
    heaviest = bad.flatMap((passages) => topBy(passages, weigh));
  }
  return learned.weights;
}

class Learned {
  readonly weights = {
    start: 0,
    cues: new Map<string, number>(),
    grams: new Map<string, number>(),
  } satisfies Weights;
  private readonly steps = { cues: new Map<string, number>(), grams: new Map<string, number>() };
  private startSteps = 0;

  private readonly known: ReadonlySet<string>;

  constructor(known: ReadonlySet<string>) {
    this.known = known;
  }

  readonly weigh = (passage: Load): number => weightOf(passage, this.weights);

  take(passage: Load, label: number) {
    const error = 1 / (1 + Math.exp(-this.weigh(passage))) - label;
    this.startSteps += error * error;
    this.weights.start -= (STEP * error) / Math.sqrt(this.startSteps + 1);
    for (const cue of passage.cues) this.step('cues', cue, error);
    for (const gram of passage.grams) {
      if (this.known.has(gram)) this.step('grams', gram, error * shareOf(passage.grams));
    }
  }

  private step(kind: 'cues' | 'grams', name: string, error: number) {
    const weights = this.weights[kind];
    const weight = weights.get(name) ?? 0;
    const gradient = error + SHRINK[kind] * weight;
    const steps = (this.steps[kind].get(name) ?? 0) + gradient * gradient;
    this.steps[kind].set(name, steps);
    weights.set(name, weight - (STEP * gradient) / Math.sqrt(steps + 0.01));
  }
}

function knownGrams(examples: readonly Example[]): Set<string> {
  const counts = new Map<string, number>();
  for (const { passages } of examples) {
    for (const gram of new Set(passages.flatMap(({ grams }) => grams))) {
      counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
  }
  return new Set([...counts].flatMap(([gram, n]) => (n >= EXAMPLES_OF_A_GRAM ? [gram] : [])));
}

function topBy<Item>(items: readonly Item[], of: (item: Item) => number): Item[] {
  const values = items.map(of);
  return items.slice(values.indexOf(Math.max(...values))).slice(0, 1);
}

/** Lehmer's generator: numbers from 0 to 1, the same ones for the same seed. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}

function shuffle(items: unknown[], random: () => number) {
  for (let at = items.length - 1; at > 0; at -= 1) {
    const other = Math.floor(random() * (at + 1));
    [items[at], items[other]] = [items[other], items[at]];
  }
}
