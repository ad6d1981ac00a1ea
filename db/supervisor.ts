import { setTimeout as pause } from 'node:timers/promises';
import { startEmbedded } from './embedded.ts';
import type { Embedded, EmbeddedOptions } from './embedded.ts';

export type Supervised = {
  adminUrl: string;
  port: number;
  /** The server's process now; another one after a restart. */
  pid: () => number;
  /** Fast shutdown, for good. */
  stop: () => Promise<void>;
};

const firstPauseMs = 100;
const longestPauseMs = 5_000;
/** A server that lived so long was well; one that dies sooner is likely to die again. */
const steadyAfterMs = 250;

/**
 * Keeps the embedded server running, on the same port: where it ends without having been told
 * (kill -9, out of memory), it is started again, at once and then with growing pauses.
 * The first start fails as `startEmbedded` fails.
 */
export async function supervise(options: EmbeddedOptions): Promise<Supervised> {
  let current = await startEmbedded(options);
  const { adminUrl, port } = current;
  const stopping = new AbortController();

  const watch = async () => {
    let pauseMs = 0;
    while (!stopping.signal.aborted) {
      const startedAt = performance.now();
      // This resolves when the last of its processes is gone, orphaned sessions included.
      await current.onExit;
      if (stopping.signal.aborted) return;
      options.log('The database server has ended without being told to; starting it again.');
      const steady = performance.now() - startedAt > steadyAfterMs;
      pauseMs = steady ? 0 : nextPause(pauseMs);
      const again = await restarted({ ...options, port }, pauseMs, stopping.signal);
      if (!again) return;
      current = again;
      options.log('The database server is back.');
    }
  };
  const watching = watch();

  const stop = async () => {
    stopping.abort();
    await current.stop();
    await watching;
    // A restart that was under way when the stop came has become `current` or was given up.
    await current.stop();
  };
  return { adminUrl, port, pid: () => current.pid, stop };
}

async function restarted(
  options: EmbeddedOptions,
  firstPause: number,
  signal: AbortSignal,
): Promise<Embedded | undefined> {
  for (let ms = firstPause; ; ms = nextPause(ms)) {
    await pause(ms, undefined, { signal }).catch(() => undefined);
    if (signal.aborted) return undefined;
    try {
      return await startEmbedded(options);
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      options.log(`The database server does not start yet; trying again. ${why}`);
    }
  }
}

function nextPause(ms: number): number {
  return Math.min(Math.max(ms * 2, firstPauseMs), longestPauseMs);
}
