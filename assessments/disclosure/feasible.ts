import type { Model, Row, Solver } from '../plan/solver.ts';

/** A two-way table of counts; each row and column has its exact sum, which the association may know. */
export interface CountTable {
  rows: readonly string[];
  columns: readonly string[];
  count: (row: string, column: string) => number;
}

export interface Interval {
  low: number;
  high: number;
}

/**
 * Between which counts a hidden cell may lie, for somebody who knows every sum and every count that is not
 * hidden; by two linear programmes.
 */
export function feasibleInterval(
  table: CountTable,
  isHidden: (row: string, column: string) => boolean,
  [row, column]: readonly [string, string],
  solver: Solver,
): Interval {
  const rows = sumsOf(table, isHidden);
  const bound = (goal: Model['goal']): number => {
    const objective = [[variableOf(table, row, column), 1]] as const;
    const solved = solver.solve({ goal, objective, rows, binaries: [] });
    if (solved.status !== 'optimal') throw new Error('What is published contradicts itself.');
    return Math.round(solved.value);
  };
  return { low: bound('min'), high: bound('max') };
}

function sumsOf(table: CountTable, isHidden: (row: string, column: string) => boolean): Row[] {
  const lines = [
    ...table.rows.map((row) => table.columns.map((column) => [row, column] as const)),
    ...table.columns.map((column) => table.rows.map((row) => [row, column] as const)),
  ];
  return lines.flatMap((line): Row[] => {
    const hidden = line.filter((cell) => isHidden(...cell));
    if (hidden.length === 0) return [];
    const terms = hidden.map((cell) => [variableOf(table, ...cell), 1] as const);
    const than = hidden.reduce((sum, cell) => sum + table.count(...cell), 0);
    return [{ terms, is: '=', than }];
  });
}

const variableOf = ({ rows, columns }: CountTable, row: string, column: string): string =>
  `r${rows.indexOf(row)}c${columns.indexOf(column)}`;
