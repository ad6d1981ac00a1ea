import { useFetcher } from '@remix-run/react';
import { useEffect, useMemo, useState } from 'react';
import type { Given, Outcome } from './outcome.ts';
import { newRequestId } from './request-id.ts';
import { createSaver, type Saver, type SaverState } from './saver.ts';
import { send } from './transport.ts';

/**
 * Saves of one question in the open page: what stands, and the saver to ask. `start` and `to` hold for
 * the life of the component: another question is another component (`key`).
 */
export function useSaver(
  start: { version: number; given: Given },
  to: { action: string; person: string },
): { state: SaverState; saver: Saver } {
  const { submit } = useFetcher<Outcome>();
  const [state, setState] = useState<SaverState>({
    phase: 'idle',
    version: start.version,
    time: '',
    problems: {},
    conflict: null,
    fresh: null,
  });
  const [saver] = useState(() =>
    createSaver(start, {
      send: (attempt, { isRetry }) => send(submit, to, attempt, isRetry ? 'retry' : 'page'),
      newRequest: newRequestId,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      changed: setState,
    }),
  );
  useRetryOnReturn(saver, state.phase === 'waiting' || state.phase === 'signed-out');
  return useMemo(() => ({ state, saver }), [state, saver]);
}

/** The connection or the session may be back when the page is looked at again. */
function useRetryOnReturn(saver: Saver, isWaiting: boolean) {
  useEffect(() => {
    if (!isWaiting) return;
    const retry = () => saver.retry();
    window.addEventListener('online', retry);
    window.addEventListener('focus', retry);
    return () => {
      window.removeEventListener('online', retry);
      window.removeEventListener('focus', retry);
    };
  }, [saver, isWaiting]);
}

const UNSENT = new Set<SaverState['phase']>([
  'saving',
  'waiting',
  'signed-out',
  'refused',
  'stale',
]);

/**
 * Warns before the page is left with something that is not saved. `isTyped`: there is text which is
 * not yet an answer, or not yet sent.
 */
export function useLeaveWarning(phase: SaverState['phase'], isTyped: boolean, action: string) {
  const isUnsent = isTyped || UNSENT.has(phase);
  useEffect(() => {
    if (!isUnsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    // Posting this question's own form takes along what is unsent.
    const posted = (event: SubmitEvent) => {
      const form = event.target instanceof HTMLFormElement ? event.target : null;
      if (!event.defaultPrevented && form?.getAttribute('action') === action) stop();
    };
    const stop = () => {
      window.removeEventListener('beforeunload', warn);
      window.removeEventListener('submit', posted);
    };
    window.addEventListener('beforeunload', warn);
    window.addEventListener('submit', posted);
    return stop;
  }, [isUnsent, action]);
}
