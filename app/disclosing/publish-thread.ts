import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Aggregate, Publication } from '#assessments/disclosure/publication.ts';

const THREAD = createRequire(import.meta.url).resolve('#app/disclosing/thread.ts');

/** Computes one publication in a thread of its own, which ends with it. @throws what the thread throws */
export async function publishInThread(input: Aggregate): Promise<Publication> {
  const worker = new Worker(THREAD);
  try {
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread has no origin
    worker.postMessage(input);
    const [publication]: [Publication] = await once(worker, 'message').then(only);
    return publication;
  } finally {
    await worker.terminate();
  }
}

// oxlint-disable-next-line typescript/no-unsafe-type-assertion -- thread.ts posts nothing else
const only = (posted: unknown[]): [Publication] => posted as [Publication];
