import { indexEdition } from '#assessments/edition-index.ts';
import type { Answer, Answers } from '#assessments/answer.ts';
import { loadEdition } from '#assessments/library.ts';
import { score, type Assessment } from '#assessments/score.ts';

const ROUNDS = 401;
// Rounds of about the same, short time: a longer one would be interrupted more often on a busy machine.
const ENGINE_CALLS = 10;
const PLAIN_CALLS = 100;

/**
 * Scoring one full assessment beside a plain-number loop over the same answers, in one run.
 * Both figures are medians in microseconds; the rounds alternate, so that load hits both alike.
 */
export function run(): { engineMicros: number; plainMicros: number; ratio: number } {
  const edition = loadEdition('2026-11');
  const answers = halfFinished(indexEdition(edition).questions.map(({ id }) => id));
  const facts = { employees: 48, hasParentOrGroup: false, asksSuppliers: true };
  const assessment: Assessment = { stage: 'application', mode: 'full', facts, answers };
  const rows = indexEdition(edition).requirements.map(
    ({ id, domain, weight, targets, countsInGate }): Row => ({
      question: `${id}.level`,
      domain: domain.charCodeAt(0) - 65,
      weight,
      target: targets.application,
      countsInGate,
    }),
  );
  const engine = () => score(edition, assessment).requirements.length;
  const plain = () => plainNumbers(rows, answers).total;
  const times: { engine: number[]; plain: number[] } = { engine: [], plain: [] };
  for (let round = -ROUNDS; round < ROUNDS; round += 1) {
    const engineRound = microsOf(engine, ENGINE_CALLS);
    const plainRound = microsOf(plain, PLAIN_CALLS);
    // The first half warms the compiler up.
    if (round < 0) continue;
    times.engine.push(engineRound);
    times.plain.push(plainRound);
  }
  const engineMicros = median(times.engine);
  const plainMicros = median(times.plain);
  return { engineMicros, plainMicros, ratio: engineMicros / plainMicros };
}

interface Row {
  question: string;
  domain: number;
  weight: number;
  target: number;
  countsInGate: boolean;
}

/** Overall, per domain and gate with floating-point percentages and nothing else: no trace at all. */
function plainNumbers(rows: readonly Row[], answers: Answers) {
  let total = 0;
  let of = 0;
  let blockers = 0;
  let undetermined = 0;
  const reached = Array.from({ length: 12 }, () => 0);
  const whole = Array.from({ length: 12 }, () => 0);
  for (const { question, domain, weight, target, countsInGate } of rows) {
    const answer = answers[question];
    const known = answer !== undefined && 'level' in answer;
    const level = known ? answer.level : 0;
    const points = weight * Math.min(level, target);
    total += points;
    of += weight * target;
    reached[domain] = (reached[domain] ?? 0) + points;
    whole[domain] = (whole[domain] ?? 0) + weight * target;
    if (countsInGate && known && level < target) blockers += 1;
    else if (countsInGate && !known) undetermined += 1;
  }
  const domains = reached.map((points, at) => (100 * points) / (whole[at] ?? 1));
  return { total: (100 * total) / of, domains, blockers, undetermined };
}

/** Levels, unknowns and gaps in turn, as in an assessment that somebody is in the middle of. */
function halfFinished(ids: readonly string[]): Answers {
  const said = [{ level: 3 }, { level: 2 }, { unknown: true }, { level: 1 }, undefined] as const;
  const answers: Record<string, Answer> = {};
  for (const [at, id] of ids.entries()) {
    const answer = said[at % said.length];
    if (answer !== undefined) answers[id] = answer;
  }
  return answers;
}

/** Time of one call; the sum keeps the work from being left out. */
function microsOf(work: () => number, calls: number): number {
  let sum = 0;
  const began = performance.now();
  for (let call = 0; call < calls; call += 1) sum += work();
  const micros = ((performance.now() - began) * 1000) / calls;
  if (!Number.isFinite(sum)) throw new Error('The work came to nothing.');
  return micros;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? Number.NaN;
}
