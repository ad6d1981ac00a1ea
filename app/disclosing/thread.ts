import { parentPort } from 'node:worker_threads';
import { publish } from '#assessments/disclosure.ts';
import type { Aggregate } from '#assessments/disclosure/publication.ts';
import { openSolver } from '#assessments/plan/solver.ts';

// A publication of 10,000 members takes seconds of one core, and pages must not wait for it.

const solver = await openSolver();

parentPort?.once('message', (input: Aggregate) => {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  parentPort?.postMessage(publish(input, solver));
});
