import { parentPort } from 'node:worker_threads';
import { indexEdition } from '#assessments/edition-index.ts';
import { catalogueIds, loadCatalogue } from '#assessments/library.ts';
import { openSolver, SolverGaveUp } from '#assessments/plan/solver.ts';
import { plan } from '#assessments/plan.ts';
import { score } from '#assessments/score.ts';
import { advise } from '#assessments/subsidies/advice.ts';
import { holdsFor } from '#assessments/subsidies/waiting.ts';
import { costItems, hints } from '#assessments/subsidies.ts';
import type { Solved, Task } from './planner.server.ts';

// A plan takes up to two seconds of one core, and pages of others must not wait for it.

const solver = await openSolver();
const catalogue = loadCatalogue(catalogueIds().at(-1) ?? '');

parentPort?.on('message', (task: Task) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(solve(task));
});

function solve({ kind, edition, wish, company = {}, support = [], ...assessment }: Task): Solved {
  const { facts } = assessment;
  const standpoint = { index: indexEdition(edition), result: score(edition, assessment), facts };
  try {
    if (kind === 'advice')
      return { ok: true, advice: advise(standpoint, wish, { catalogue, facts: company }, solver) };
    const { items, today } = wish;
    const costs = costItems(standpoint, items);
    const assessed =
      support.length > 0 ? hints(catalogue, { facts: company, items: costs, today }) : [];
    const holds = [...wish.holds, ...holdsFor(assessed, support)];
    return { ok: true, plan: plan(standpoint, { ...wish, holds }, solver) };
  } catch (error) {
    if (error instanceof SolverGaveUp) return { ok: false, reason: 'gave-up' };
    throw error;
  }
}
