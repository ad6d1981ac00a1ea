import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Solved, Task } from './planner.server.ts';

interface Waiting {
  task: Task;
  resolve: (solved: Solved) => void;
  reject: (reason: Error) => void;
}

// Resolved through package.json, because a bundler moves this file but not the thread.
const THREAD = createRequire(import.meta.url).resolve('#app/planning/thread.ts');

/**
 * Solves one task after the other in a thread of its own. Whoever stops waiting (`signal`) takes their
 * task away: one that is being solved ends with its thread, and the next begins in a new one.
 */
export function solverThread(): (task: Task, signal: AbortSignal) => Promise<Solved> {
  let thread: Worker | null = null;
  let running: Waiting | null = null;
  const queue: Waiting[] = [];

  return (task, signal) =>
    new Promise((resolve, reject) => {
      if (signal.aborted) return reject(new Error('Nobody waits for this plan any more.'));
      const waiting: Waiting = { task, resolve, reject };
      signal.addEventListener('abort', () => withdraw(waiting), { once: true });
      queue.push(waiting);
      next();
    });

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
      if (thread !== worker) return;
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
}
