import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Edition } from '#assessments/edition.ts';
import type { Plan, Wish } from '#assessments/plan.ts';
import type { Assessment } from '#assessments/score.ts';

/** What a plan is made from; plain data. */
export interface PlanTask extends Assessment {
  edition: Edition;
  wish: Wish;
}

/** `gave-up`: the solver reached its limit of nodes before it knew an answer. */
export type Planned = { ok: true; plan: Plan } | { ok: false; reason: 'gave-up' };

interface Waiting {
  task: PlanTask;
  resolve: (planned: Planned) => void;
  reject: (reason: Error) => void;
}

// Resolved through package.json, because a bundler moves this file but not the thread.
const THREAD = createRequire(import.meta.url).resolve('#app/planning/thread.ts');

let thread: Worker | null = null;
let running: Waiting | null = null;
const queue: Waiting[] = [];

/**
 * Solves one plan after the other in a thread of its own. Whoever stops waiting (`signal`) takes their
 * plan away: one that is being solved ends with its thread, and the next begins in a new one.
 */
export function planned(task: PlanTask, signal: AbortSignal): Promise<Planned> {
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(new Error('Nobody waits for this plan any more.'));
    const waiting: Waiting = { task, resolve, reject };
    signal.addEventListener('abort', () => withdraw(waiting), { once: true });
    queue.push(waiting);
    next();
  });
}

function withdraw(waiting: Waiting): void {
  const at = queue.indexOf(waiting);
  if (at >= 0) queue.splice(at, 1);
  if (at < 0 && running !== waiting) return;
  waiting.reject(new Error('Nobody waits for this plan any more.'));
  if (running === waiting) stop();
}

function stop(): void {
  void thread?.terminate();
  [thread, running] = [null, null];
  next();
}

function next(): void {
  if (running !== null) return;
  running = queue.shift() ?? null;
  if (running === null) return;
  thread ??= start();
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
  thread.postMessage(running.task);
}

function start(): Worker {
  const worker = new Worker(THREAD);
  // It must not keep a process alive that has nothing else to do.
  worker.unref();
  worker.on('message', (planned: Planned) => {
    running?.resolve(planned);
    running = null;
    next();
  });
  worker.on('error', (error: Error) => {
    if (thread !== worker) return;
    running?.reject(error);
    stop();
  });
  return worker;
}
