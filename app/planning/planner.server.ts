import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Edition } from '#assessments/edition.ts';
import type { Plan, Wish } from '#assessments/plan.ts';
import type { Assessment } from '#assessments/score.ts';
import type { Advice } from '#assessments/subsidies/advice.ts';
import type { CompanyFacts } from '#assessments/subsidies/company.ts';

/** What a plan is made from; plain data. */
export interface PlanTask extends Assessment {
  edition: Edition;
  wish: Wish;
}

/** For advice on support, and for plans that wait for it: what is known of the company. */
export interface Task extends PlanTask {
  kind: 'plan' | 'advice';
  company?: CompanyFacts;
  /** Programmes whose decisions the plan waits for, by id. */
  support?: readonly string[];
}

/** `gave-up`: the solver reached its limit of nodes before it knew an answer. */
type GaveUp = { ok: false; reason: 'gave-up' };
export type Planned = { ok: true; plan: Plan } | GaveUp;
export type Advised = { ok: true; advice: Advice } | GaveUp;
export type Solved = Planned | Advised;

interface Waiting {
  task: Task;
  resolve: (solved: Solved) => void;
  reject: (reason: Error) => void;
}

/** The plan for a task. @throws where nobody waits for it any more */
export async function planned(
  task: PlanTask & Pick<Task, 'company' | 'support'>,
  signal: AbortSignal,
): Promise<Planned> {
  const solved = await solve({ ...task, kind: 'plan' }, signal);
  if (solved.ok && !('plan' in solved)) throw new Error('The thread answered something else.');
  return solved;
}

/** What is said about public support. @throws where nobody waits for it any more */
export async function advised(
  task: PlanTask & { company: CompanyFacts },
  signal: AbortSignal,
): Promise<Advised> {
  const solved = await solve({ ...task, kind: 'advice' }, signal);
  if (solved.ok && !('advice' in solved)) throw new Error('The thread answered something else.');
  return solved;
}

// Resolved through package.json, because a bundler moves this file but not the thread.
const THREAD = createRequire(import.meta.url).resolve('#app/planning/thread.ts');

let thread: Worker | null = null;
let running: Waiting | null = null;
const queue: Waiting[] = [];

/**
 * Solves one task after the other in a thread of its own. Whoever stops waiting (`signal`) takes their
 * plan away: one that is being solved ends with its thread, and the next begins in a new one.
 */
function solve(task: Task, signal: AbortSignal): Promise<Solved> {
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
  worker.on('message', (solved: Solved) => {
    running?.resolve(solved);
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
