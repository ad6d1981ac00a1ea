import { useFetcher } from '@remix-run/react';
import { useEffect, useMemo, useRef, useState } from 'react';
import type { Given, Outcome } from './outcome.ts';
import { newRequestId } from './request-id.ts';
import { createSaver, type Saver, type SaverState } from './saver.ts';
import { send } from './transport.ts';

/** Saves of one question in the open page: what stands, and the saver to ask. */
export function useSaver(
  start: { version: number; given: Given },
  to: { action: string; person: string },
): { state: SaverState; saver: Saver } {
  const { submit } = useFetcher<Outcome>();
  const latest = useRef({ submit, to });
  latest.current = { submit, to };
  const [state, setState] = useState<SaverState>({
    phase: 'idle',
    version: start.version,
    time: '',
    problems: {},
    conflict: null,
  });
  const [saver] = useState(() =>
    createSaver(start, {
      send: (attempt, { isRetry }) =>
        send(latest.current.submit, latest.current.to, attempt, isRetry ? 'retry' : 'page'),
      newRequest: newRequestId,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => clearTimeout(timer);
      },
      changed: setState,
    }),
  );
  useRetryOnReturn(saver, state.phase === 'waiting' || state.phase === 'signed-out');
  useLeaveWarning(state.phase);
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

function useLeaveWarning(phase: SaverState['phase']) {
  const isUnsent = UNSENT.has(phase);
  useEffect(() => {
    if (!isUnsent) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [isUnsent]);
}
