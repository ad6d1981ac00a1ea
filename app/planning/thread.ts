import { parentPort } from 'node:worker_threads';
import { indexEdition } from '#assessments/edition-index.ts';
import { openSolver, SolverGaveUp } from '#assessments/plan/solver.ts';
import { plan } from '#assessments/plan.ts';
import { score } from '#assessments/score.ts';
import type { Planned, PlanTask } from './planner.server.ts';

// A plan takes up to two seconds of one core, and pages of others must not wait for it.

const solver = await openSolver();

parentPort?.on('message', (task: PlanTask) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(solved(task));
});

function solved({ edition, wish, ...assessment }: PlanTask): Planned {
  const { facts } = assessment;
  const standpoint = { index: indexEdition(edition), result: score(edition, assessment), facts };
  try {
    return { ok: true, plan: plan(standpoint, wish, solver) };
  } catch (error) {
    if (error instanceof SolverGaveUp) return { ok: false, reason: 'gave-up' };
    throw error;
  }
}
