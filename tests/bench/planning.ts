import { indexEdition } from '#assessments/edition-index.ts';
import { loadEdition } from '#assessments/library.ts';
import { GOALS, optimum } from '#assessments/plan/optimum.ts';
import { openSolver } from '#assessments/plan/solver.ts';
import type { Problem } from '#assessments/plan/task.ts';
import { median, type Row } from './row.ts';

const ROUNDS = 5;
const UNITS_A_DAY = 50;
/** Two people for half of their time. */
const DAYS_A_WEEK = 5;

/** Every requirement of the edition open and every action at hand, at the high ends of all ranges. */
function fullLibrary(): Problem {
  const { edition, requirements } = indexEdition(loadEdition('2026-11'));
  const { actions } = edition.actions.document;
  return {
    tasks: actions.map(({ id, personDays, yen, leadTimeWeeks, raises, after }) => ({
      id,
      effort: personDays.hi * UNITS_A_DAY,
      yen: yen.hi,
      weeks: Math.max(1, leadTimeWeeks.hi),
      raises,
      after,
      isBegun: false,
      notBefore: 0,
    })),
    goalposts: requirements.map(({ id, weight, targets, countsInGate }) => ({
      id,
      level: 0,
      target: targets.application,
      weight,
      isInGate: countsInGate,
    })),
    capacity: () => DAYS_A_WEEK * UNITS_A_DAY,
    budget: null,
    by: null,
  };
}

/** How long a plan takes over the full library, and how much of it the solver takes. */
export async function planning(): Promise<Row[]> {
  const solver = await openSolver();
  const all = fullLibrary();
  return GOALS.map((goal): Row => {
    const problem = goal === 'best-within' ? { ...all, budget: 10_000_000, by: 26 } : all;
    const [times, inSolver]: [number[], number[]] = [[], []];
    let bound: number | null | undefined;
    for (let round = 0; round < ROUNDS; round += 1) {
      const [began, before] = [performance.now(), solver.spent()];
      bound = optimum(problem, goal, solver)?.bound;
      times.push(performance.now() - began);
      inSolver.push(solver.spent() - before);
    }
    const proven = bound === null ? 'proven' : `bound ${String(bound)}`;
    const share = Math.round((100 * median(inSolver)) / median(times));
    return {
      name: `plan, ${goal}, full library (${proven}, ${share} % in the solver)`,
      figure: median(times),
      reference: null,
      unit: 'ms',
      limit: { most: 2_000 },
    };
  });
}
