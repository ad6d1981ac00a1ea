/**
 * A second reading of the gap model, for tests: scores a FILE from what `describe` prints.
 * Written from gap-model.md alone; it imports nothing, so that it cannot share the engine's errors.
 */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { fact: string; eq: FactValue }
  | { fact: string; in: FactValue[] }
  | { fact: string; gte: number }
  | { fact: string; lte: number };

export type FactValue = boolean | number | string;
export type Answer =
  { level: number } | { unknown: true } | { notApplicable: string } | { value: FactValue };
export type Stage = 'application' | 'holding';
export type Mode = 'quick' | 'standard' | 'full';

export interface DescribedQuestion {
  id: string;
  kind: string;
  requirements: string[];
  modes: string[];
  condition: Condition | null;
  allowsNotApplicable: boolean;
}

export interface DescribedRequirement {
  id: string;
  domain: string;
  obligation: string;
  weight: number;
  targets: Record<Stage, number>;
  countsInGate: boolean;
  standard: boolean;
  waitsOnAgency: boolean;
  condition: Condition | null;
}

export interface DescribedFact {
  id: string;
  type: 'boolean' | 'integer' | 'choice';
  options?: string[];
}

export interface Described {
  edition: string;
  stages: Stage[];
  modes: Mode[];
  facts: DescribedFact[];
  questionnaires: { id: string; questions: DescribedQuestion[] }[];
  gapModel: { requirements: DescribedRequirement[] };
}

export interface Sheet {
  edition: string;
  stage: Stage;
  mode: Mode;
  facts: Record<string, FactValue>;
  answers: Record<string, Answer>;
}

type Truth = true | false | 'unknown';
interface Ends {
  lo: bigint;
  hi: bigint;
}

/** What a requirement came to; `level` is null where it does not apply. */
interface Standing {
  requirement: DescribedRequirement;
  applicable: Truth;
  asked: boolean;
  level: Ends | null;
}

/** The result of issue D, as the command line prints it. */
export function scoreByTheText(described: Described, sheet: Sheet) {
  const questions = described.questionnaires.flatMap(({ questions }) => questions);
  const asked = questions.filter((question) => question.modes.includes(sheet.mode));
  const shown = asked.filter((question) => truth(question.condition, sheet.facts) !== false);
  const standings = described.gapModel.requirements.map((requirement) =>
    standing(requirement, questions, sheet),
  );
  const measured = standings.filter((each) => each.asked && each.level !== null);
  const whole = sum(measured.map(({ requirement }) => weightedTarget(requirement, sheet.stage)));
  const counted = standings.filter((each) => each.requirement.countsInGate && each.level !== null);
  const blockers = counted.filter((each) => ends(each).hi < target(each.requirement, sheet.stage));
  const undetermined = counted.filter((each) => {
    const { lo, hi } = ends(each);
    const aim = target(each.requirement, sheet.stage);
    return lo < aim && aim <= hi;
  });

  return {
    edition: described.edition,
    stage: sheet.stage,
    gate: {
      status: blockers.length > 0 ? 'blocked' : undetermined.length > 0 ? 'undetermined' : 'clear',
      blockers: ids(blockers.map(({ requirement }) => requirement)),
      undetermined: ids(undetermined.map(({ requirement }) => requirement)),
    },
    overall: attainment(measured, sheet.stage),
    domains: [...new Set(described.gapModel.requirements.map(({ domain }) => domain))]
      .toSorted()
      .map((domain) => ({
        id: domain,
        ...attainment(
          measured.filter(({ requirement }) => requirement.domain === domain),
          sheet.stage,
        ),
      })),
    requirements: standings
      .map((each) => ({
        id: each.requirement.id,
        applicable: each.applicable,
        lo: each.level === null ? null : Number(each.level.lo),
        hi: each.level === null ? null : Number(each.level.hi),
        target: each.requirement.targets[sheet.stage],
        loss: each.level === null ? null : loss(each, whole, sheet.stage),
      }))
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    questions: {
      hidden: ids(asked.filter((question) => truth(question.condition, sheet.facts) === false)),
      unanswered: ids(shown.filter((question) => answerTo(question, sheet) === undefined)),
      unknown: ids(
        shown.filter((question) => {
          const answer = answerTo(question, sheet);
          return answer !== undefined && 'unknown' in answer;
        }),
      ),
    },
  };
}

function standing(
  requirement: DescribedRequirement,
  questions: readonly DescribedQuestion[],
  sheet: Sheet,
): Standing {
  const own = questions.filter(
    (question) => question.kind === 'level' && question.requirements.includes(requirement.id),
  );
  const asked = own.some((question) => question.modes.includes(sheet.mode));
  const any = { lo: 0n, hi: 4n };
  const holds = truth(requirement.condition, sheet.facts);
  if (holds === false) return { requirement, applicable: false, asked, level: null };
  if (holds === 'unknown') return { requirement, applicable: holds, asked, level: any };
  const shown = own.filter((question) => truth(question.condition, sheet.facts) !== false);
  const counting = shown.filter((question) => !leavesAsNotApplicable(question, sheet));
  const levels = counting.map((question) => levelOf(question, sheet));
  if (levels.length > 0) {
    const level = { lo: least(levels.map(({ lo }) => lo)), hi: least(levels.map(({ hi }) => hi)) };
    return { requirement, applicable: true, asked, level };
  }
  // "Every level question answered not applicable": a hidden one is "not counted". Where all are
  // hidden nobody said anything, and only a condition or a reason takes a requirement out.
  if (shown.length === 0) return { requirement, applicable: true, asked, level: any };
  return { requirement, applicable: false, asked, level: null };
}

/** The mode does not ask, or the question's own condition is not known to hold: any level. */
function isOpen(question: DescribedQuestion, sheet: Sheet): boolean {
  return !question.modes.includes(sheet.mode) || truth(question.condition, sheet.facts) !== true;
}

function levelOf(question: DescribedQuestion, sheet: Sheet): Ends {
  const answer = answerTo(question, sheet);
  if (isOpen(question, sheet) || answer === undefined || !('level' in answer)) {
    return { lo: 0n, hi: 4n };
  }
  return { lo: BigInt(answer.level), hi: BigInt(answer.level) };
}

function leavesAsNotApplicable(question: DescribedQuestion, sheet: Sheet): boolean {
  const answer = answerTo(question, sheet);
  return !isOpen(question, sheet) && answer !== undefined && 'notApplicable' in answer;
}

function answerTo(question: DescribedQuestion, sheet: Sheet): Answer | undefined {
  return Object.hasOwn(sheet.answers, question.id) ? sheet.answers[question.id] : undefined;
}

function attainment(standings: readonly Standing[], stage: Stage) {
  const whole = sum(standings.map(({ requirement }) => weightedTarget(requirement, stage)));
  if (whole === 0n) return { lo: null, hi: null };
  const reached = (end: 'lo' | 'hi') =>
    sum(
      standings.map((each) => weightedTarget(each.requirement, stage) - missing(each, end, stage)),
    );
  return { lo: fraction(reached('lo'), whole), hi: fraction(reached('hi'), whole) };
}

function loss(each: Standing, whole: bigint, stage: Stage) {
  if (!each.asked || whole === 0n) return { lo: '0/1', hi: '0/1' };
  return {
    lo: fraction(missing(each, 'hi', stage), whole),
    hi: fraction(missing(each, 'lo', stage), whole),
  };
}

/** w·(target − min(level, target)) at one end of the level. */
function missing(each: Standing, end: 'lo' | 'hi', stage: Stage): bigint {
  const aim = target(each.requirement, stage);
  const level = ends(each)[end];
  return BigInt(each.requirement.weight) * (aim - (level < aim ? level : aim));
}

function ends(each: Standing): Ends {
  if (each.level === null) throw new Error(`${each.requirement.id} has no level.`);
  return each.level;
}

function target(requirement: DescribedRequirement, stage: Stage): bigint {
  return BigInt(requirement.targets[stage]);
}

function weightedTarget(requirement: DescribedRequirement, stage: Stage): bigint {
  return BigInt(requirement.weight) * target(requirement, stage);
}

/** Kleene: an unknown fact leaves a condition unknown unless the other parts decide it. */
export function truth(condition: Condition | null, facts: Record<string, FactValue>): Truth {
  if (condition === null) return true;
  if ('all' in condition) {
    const parts = condition.all.map((part) => truth(part, facts));
    return parts.includes(false) ? false : parts.includes('unknown') ? 'unknown' : true;
  }
  if ('any' in condition) {
    const parts = condition.any.map((part) => truth(part, facts));
    return parts.includes(true) ? true : parts.includes('unknown') ? 'unknown' : false;
  }
  if ('not' in condition) {
    const part = truth(condition.not, facts);
    return part === 'unknown' ? 'unknown' : !part;
  }
  const value = Object.hasOwn(facts, condition.fact) ? facts[condition.fact] : undefined;
  if (value === undefined || value === 'unknown') return 'unknown';
  if ('eq' in condition) return value === condition.eq;
  if ('in' in condition) return condition.in.includes(value);
  if (typeof value !== 'number') throw new Error(`${condition.fact} is not a number.`);
  return 'gte' in condition ? value >= condition.gte : value <= condition.lte;
}

function sum(parts: readonly bigint[]): bigint {
  return parts.reduce((total, part) => total + part, 0n);
}

function least(values: readonly bigint[]): bigint {
  return values.reduce((low, value) => (value < low ? value : low), 4n);
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id).toSorted();
}

export function fraction(numerator: bigint, denominator: bigint): string {
  let [a, b] = [numerator, denominator];
  while (b !== 0n) [a, b] = [b, a % b];
  return `${numerator / a}/${denominator / a}`;
}
