import loadHighs, { type Highs } from 'highs';

/** A sum of variables, each with its factor. */
export type Terms = readonly (readonly [variable: string, factor: number])[];

export interface Row {
  terms: Terms;
  is: '<=' | '>=' | '=';
  than: number;
}

/** A linear model; variables are letters and digits, 0 or 1 where they are `binaries`, else at least 0. */
export interface Model {
  goal: 'min' | 'max';
  objective: Terms;
  rows: readonly Row[];
  binaries: readonly string[];
}

export type Solved =
  | { status: 'optimal'; value: number; values: ReadonlyMap<string, number> }
  | { status: 'infeasible' }
  /** The limit of nodes was reached first. */
  | { status: 'stopped' };

/** Solves linear models, the same model always alike: limited by nodes, never by time. */
export interface Solver {
  solve: (model: Model, limit?: { nodes: number }) => Solved;
  /** Milliseconds spent in it until now; for the bench alone. */
  spent: () => number;
}

const NODES = 2_000;

let loaded: Promise<Highs> | undefined;

/** HiGHS, once per process. */
export async function openSolver(): Promise<Solver> {
  const highs = await (loaded ??= loadHighs());
  let spent = 0;
  return {
    solve: (model, { nodes } = { nodes: NODES }) => {
      const began = performance.now();
      const solution = highs.solve(textOf(model), {
        output_flag: false,
        mip_max_nodes: nodes,
        mip_rel_gap: 0,
        mip_abs_gap: 1e-6,
        random_seed: 1,
      });
      spent += performance.now() - began;
      switch (solution.Status) {
        case 'Optimal': {
          const columns = Object.entries(solution.Columns);
          const values = new Map(columns.map(([name, column]) => [name, column.Primal ?? 0]));
          return { status: 'optimal', value: solution.ObjectiveValue, values };
        }
        case 'Infeasible':
          return { status: 'infeasible' };
        default:
          return { status: 'stopped' };
      }
    },
    spent: () => spent,
  };
}

/** In the LP format, whose lines may not be too long. */
function textOf({ goal, objective, rows, binaries }: Model): string {
  return [
    goal === 'min' ? 'Minimize' : 'Maximize',
    ` o: ${sumOf(objective)}`,
    'Subject To',
    ...rows.map(({ terms, is, than }, at) => ` r${at}: ${sumOf(terms)} ${is} ${than}`),
    ...(binaries.length > 0 ? ['Binary', ...binaries.map((name) => ` ${name}`)] : []),
    'End',
  ].join('\n');
}

function sumOf(terms: Terms): string {
  if (terms.length === 0) return '0 zero';
  return terms
    .map(([name, factor]) => `${factor < 0 ? '-' : '+'} ${Math.abs(factor)} ${name}`)
    .join('\n ');
}
