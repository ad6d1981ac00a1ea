import { endsOf } from './bounds.ts';
import { networkOf } from './network.ts';
import { SolverGaveUp, type Model, type Row, type Solver, type Terms } from './solver.ts';
import { reachingIn, type Goalpost, type Problem, type Task } from './task.ts';

/** Tasks that can be done without any others, in the order of their ids. */
export type Selection = readonly Task[];

/** What is wanted of a selection: one objective after the other, each kept by the next. */
export interface Aims {
  objectives: readonly Pick<Model, 'goal' | 'objective'>[];
  rows: readonly Row[];
  binaries: readonly string[];
}

/** The variable that tells whether a task is selected. */
export const picked = (id: string) => `y${id}`;

export const sumOf = (tasks: readonly Task[], of: (task: Task) => number): Terms =>
  tasks.map((task) => [picked(task.id), of(task)] as const);

export const yenOf = (selection: Selection): number =>
  selection.reduce((sum, { yen }) => sum + yen, 0);

/** The goalposts that are not reached yet. */
export const openOf = ({ goalposts }: Problem): Goalpost[] =>
  goalposts.filter(({ level, target }) => level < target);

/** Selections, best first; none contains an earlier one. */
export interface Selections {
  /** Null where there is no more. @throws SolverGaveUp */
  next: () => Selection | null;
}

export function selections(problem: Problem, aims: Aims, solver: Solver): Selections {
  const { tasks } = problem;
  const closure = closureOf(problem);
  // Of what is as good, fewer tasks, and of those the first ids.
  const fewest = {
    goal: 'min',
    objective: tasks.map(({ id }, at) => [picked(id), tasks.length ** 2 + at] as const),
  } as const;
  const excluded: Row[] = [];
  const binaries = [...tasks.map(({ id }) => picked(id)), ...aims.binaries];
  return {
    next: () => {
      const kept: Row[] = [];
      let values: ReadonlyMap<string, number> = new Map();
      for (const { goal, objective } of [...aims.objectives, fewest]) {
        const rows = [...closure, ...aims.rows, ...excluded, ...kept];
        const answer = solver.solve({ goal, objective, rows, binaries });
        if (answer.status === 'infeasible') return null;
        if (answer.status === 'stopped') throw new SolverGaveUp();
        const than = Math.round(answer.value);
        kept.push({ terms: objective, is: goal === 'min' ? '<=' : '>=', than });
        values = answer.values;
      }
      const chosen = tasks.filter(({ id }) => (values.get(picked(id)) ?? 0) > 0.5);
      excluded.push({ terms: sumOf(chosen, () => 1), is: '<=', than: chosen.length - 1 });
      return chosen;
    },
  };
}

/** Who is selected needs somebody for each level that it waits for, and the money must suffice. */
export function closureOf({ tasks, goalposts, budget }: Problem): Row[] {
  const reaching = reachingIn(tasks, goalposts);
  const rows = tasks.flatMap((task) =>
    task.after.flatMap((need): Row[] => {
      const group = reaching(need)?.filter(({ id }) => id !== task.id);
      if (!group) return [];
      return [{ terms: [...sumOf(group, () => 1), [picked(task.id), -1]], is: '>=', than: 0 }];
    }),
  );
  return budget === null
    ? rows
    : [...rows, { terms: sumOf(tasks, ({ yen }) => yen), is: '<=', than: budget }];
}

/** Every open goalpost of the gate is reached, for as little money as possible. */
export function readiness(problem: Problem): Aims {
  const { tasks, goalposts } = problem;
  const reaching = reachingIn(tasks, goalposts);
  const rows = openOf(problem)
    .filter(({ isInGate }) => isInGate)
    .map(({ id, target }): Row => {
      const group = reaching({ requirement: id, level: levelOf(target) }) ?? [];
      return { terms: sumOf(group, () => 1), is: '>=', than: 1 };
    });
  const yen = { goal: 'min', objective: sumOf(tasks, (task) => task.yen) } as const;
  return { objectives: [yen], rows, binaries: [] };
}

const reached = (requirement: string, level: number) =>
  `z${requirement.replaceAll(/[^A-Za-z0-9]/g, '')}l${level}`;

/** Each level of an open goalpost up to its target. */
export function stepsOf(problem: Problem) {
  return openOf(problem).flatMap((goalpost) =>
    LEVELS.filter((level) => level > goalpost.level && level <= goalpost.target).map((level) => ({
      ...goalpost,
      level,
      isTarget: level === goalpost.target,
    })),
  );
}

/** As much of the gate as possible, then of all targets by their weights, then as little money. */
export function asMuchAsPossible(problem: Problem, rows: readonly Row[]): Aims {
  const { tasks, goalposts } = problem;
  const reaching = reachingIn(tasks, goalposts);
  const steps = stepsOf(problem);
  const reach = steps.map(({ id, level }): Row => {
    const group = reaching({ requirement: id, level }) ?? [];
    return { terms: [...sumOf(group, () => 1), [reached(id, level), -1]], is: '>=', than: 0 };
  });
  const gate = steps.filter(({ isTarget, isInGate }) => isTarget && isInGate);
  return {
    objectives: [
      { goal: 'max', objective: gate.map(({ id, level }) => [reached(id, level), 1] as const) },
      {
        goal: 'max',
        objective: steps.map(({ id, level, weight }) => [reached(id, level), weight] as const),
      },
      { goal: 'min', objective: sumOf(tasks, (task) => task.yen) },
    ],
    rows: [...rows, ...reach],
    binaries: steps.map(({ id, level }) => reached(id, level)),
  };
}

export const LEVELS = [0, 1, 2, 3, 4] as const;

export function levelOf(level: number) {
  const found = LEVELS.find((one) => one === level);
  if (found === undefined) throw new Error(`There is no level ${level}.`);
  return found;
}

/** Weeks that no selection can undercut: each goalpost by itself, and the money left aside. */
export function leastOf(problem: Problem): number {
  const network = networkOf(doable(problem), problem.goalposts);
  const { finishes } = endsOf(network, problem.capacity);
  const reaching = reachingIn(problem.tasks, problem.goalposts);
  const ends = problem.goalposts
    .filter(({ isInGate, level, target }) => isInGate && level < target)
    .map(({ id, target }) => {
      const group = reaching({ requirement: id, level: levelOf(target) }) ?? [];
      return Math.min(...group.map((task) => finishes.get(task.id) ?? Infinity));
    });
  return Math.max(0, ...ends);
}

/** The tasks of which all that they wait for can be reached. */
export function doable({ tasks, goalposts }: Problem): Selection {
  let left = tasks;
  for (;;) {
    const reaching = reachingIn(left, goalposts);
    const can = left.filter((task) =>
      task.after.every((need) => reaching(need)?.some(({ id }) => id !== task.id) ?? true),
    );
    if (can.length === left.length) return can;
    left = can;
  }
}
