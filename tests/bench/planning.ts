import type { Answer } from '#assessments/answer.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { loadEdition } from '#assessments/library.ts';
import { GOALS, type Goal } from '#assessments/plan/optimum.ts';
import { openSolver, type Solver } from '#assessments/plan/solver.ts';
import { plan, type Wish } from '#assessments/plan.ts';
import { score } from '#assessments/score.ts';
import { median, type Row } from './row.ts';

const ROUNDS = 5;
const edition = loadEdition('2026-11');
const index = indexEdition(edition);

/** A company with so many gaps, every third requirement from the first; the rest is at its target. */
function companyWith(gaps: number) {
  const low = new Set(
    gaps === index.requirements.length
      ? index.requirements.map(({ id }) => id)
      : index.requirements.flatMap(({ id }, at) => (at % 3 === 0 ? [id] : [])).slice(0, gaps),
  );
  const answers: Record<string, Answer> = Object.fromEntries(
    index.questions.map(({ id, question }) => [
      id,
      { level: question.requirements.some((each) => low.has(each)) ? 0 : 4 },
    ]),
  );
  const result = score(edition, { stage: 'application', mode: 'full', facts: {}, answers });
  return { index, result, facts: {} };
}

/** How long a plan takes with all that it says of itself, and how much of it the solver takes. */
export async function planning(): Promise<Row[]> {
  const solver = await openSolver();
  const [all, usual] = [companyWith(index.requirements.length), companyWith(20)];
  return GOALS.flatMap((goal) => [
    row(`full library`, all, goal, solver, 2_000),
    row('20 gaps', usual, goal, solver, 300),
  ]);
}

function row(
  name: string,
  standpoint: ReturnType<typeof companyWith>,
  goal: Goal,
  solver: Solver,
  most: number,
): Row {
  const limits =
    goal === 'best-within' ? { budget: 10_000_000, by: '2027-05-28' } : { budget: null, by: null };
  const wish: Wish = {
    goal,
    today: '2026-11-27',
    capacityDays: 5,
    ...limits,
    items: [],
    leaveOut: [],
    holds: [],
  };
  const [times, inSolver]: [number[], number[]] = [[], []];
  let found = plan(standpoint, wish, solver);
  for (let round = 0; round < ROUNDS; round += 1) {
    const [began, before] = [performance.now(), solver.spent()];
    found = plan(standpoint, wish, solver);
    times.push(performance.now() - began);
    inSolver.push(solver.spent() - before);
  }
  const proven = found.status === 'bounded' ? `bound ${String(found.bound)}` : found.status;
  const share = Math.round((100 * median(inSolver)) / median(times));
  const { length } = found.actions;
  return {
    name: `plan, ${goal}, ${name} (${length} actions, ${proven}, ${share} % in the solver)`,
    figure: median(times),
    reference: null,
    unit: 'ms',
    limit: { most },
  };
}
