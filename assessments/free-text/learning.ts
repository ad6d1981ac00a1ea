import { shareOf, type Load, type Weights } from './weight.ts';

/** What a text that was labelled offers to be weighed. */
export interface Example {
  isBad: boolean;
  /** Its sentences, and all of it as the last. */
  passages: readonly Load[];
}

/** A gram in fewer examples says more of their writer than of what is said. */
const EXAMPLES_OF_A_GRAM = 3;
const EPOCHS = 15;
/** So long a bad text is learned as a whole; then from the passage that weighs most, for one is enough. */
const EPOCHS_AS_A_WHOLE = 3;
const STEP = 0.2;
const SHRINK = 1e-3;
const SEED = 7;
/** How far the start leans to refusing: an honest text can be put in other words, what was kept cannot be unkept. */
const LEAN = 0.6;

/**
 * Logistic regression (AdaGrad, L2). All passages of a good text are good; of a bad one, one is bad.
 * The same examples in the same order give the same weights: the shuffling is seeded.
 */
export function learn(examples: readonly Example[]): Weights {
  const names = new Names(examples);
  const lessons = examples.map(({ isBad, passages }) => ({
    isBad,
    passages: passages.map((each) => names.numbered(each)),
  }));
  const learned = new Learned(names.count);
  const random = randomFrom(SEED);
  for (let epoch = 0; epoch < EPOCHS; epoch += 1) {
    shuffle(lessons, random);
    for (const { isBad, passages } of lessons) {
      if (!isBad) for (const passage of passages) learned.take(passage, 0);
      else if (epoch < EPOCHS_AS_A_WHOLE)
        for (const whole of passages.slice(-1)) learned.take(whole, 1);
      else for (const heaviest of topBy(passages, learned.weigh)) learned.take(heaviest, 1);
    }
  }
  return names.named(learned);
}

/** Numbers of names and how much each counts. */
interface Numbered {
  at: readonly number[];
  share: readonly number[];
}

/** Gives cues and the grams that are common enough a number each. */
class Names {
  private readonly cues = new Map<string, number>();
  private readonly grams = new Map<string, number>();

  constructor(examples: readonly Example[]) {
    const counts = new Map<string, number>();
    for (const { passages } of examples) {
      for (const cue of passages.flatMap(({ cues }) => cues)) {
        if (!this.cues.has(cue)) this.cues.set(cue, this.count);
      }
      for (const gram of new Set(passages.flatMap(({ grams }) => grams)))
        counts.set(gram, (counts.get(gram) ?? 0) + 1);
    }
    for (const [gram, count] of counts) {
      if (count >= EXAMPLES_OF_A_GRAM) this.grams.set(gram, this.count);
    }
  }

  get count(): number {
    return this.cues.size + this.grams.size;
  }

  numbered({ cues, grams }: Load): Numbered {
    const ofCues = cues.flatMap((cue) => this.cues.get(cue) ?? []);
    const ofGrams = grams.flatMap((gram) => this.grams.get(gram) ?? []);
    const share = shareOf(ofGrams.length);
    return {
      at: [...ofCues, ...ofGrams],
      share: [...ofCues.map(() => 1), ...ofGrams.map(() => share)],
    };
  }

  named({ start, weights }: Learned): Weights {
    const of = (names: ReadonlyMap<string, number>) =>
      new Map([...names].map(([name, at]): [string, number] => [name, weights[at] ?? 0]));
    return { start: start + LEAN, cues: of(this.cues), grams: of(this.grams) };
  }
}

class Learned {
  start = 0;
  readonly weights: Float64Array;
  private readonly steps: Float64Array;
  private startSteps = 0;

  constructor(count: number) {
    this.weights = new Float64Array(count);
    this.steps = new Float64Array(count);
  }

  readonly weigh = ({ at, share }: Numbered): number =>
    at.reduce((sum, name, i) => sum + (this.weights[name] ?? 0) * (share[i] ?? 0), this.start);

  take(passage: Numbered, label: 0 | 1) {
    const error = 1 / (1 + Math.exp(-this.weigh(passage))) - label;
    this.startSteps += error * error;
    this.start -= (STEP * error) / Math.sqrt(this.startSteps + 0.01);
    passage.at.forEach((name, i) => {
      const weight = this.weights[name] ?? 0;
      const gradient = error * (passage.share[i] ?? 0) + SHRINK * weight;
      const steps = (this.steps[name] ?? 0) + gradient * gradient;
      this.steps[name] = steps;
      this.weights[name] = weight - (STEP * gradient) / Math.sqrt(steps + 0.01);
    });
  }
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
