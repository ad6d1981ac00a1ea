import type { FreshView } from '../views/answering-fresh.server.ts';
import type { Conflict, Given, Outcome, Problems } from './outcome.ts';

/** One save as it is sent; it stays the same until its outcome is known, however often it is sent. */
export interface Attempt {
  given: Given;
  base: number;
  request: string;
}

export type SaverPhase =
  'idle' | 'saving' | 'saved' | 'waiting' | 'signed-out' | 'refused' | 'stale' | 'gone';

export interface SaverState {
  phase: SaverPhase;
  /** The newest version that this page knows: the base of the next save. */
  version: number;
  time: string;
  problems: Problems;
  conflict: Conflict | null;
  /** What the newest save changed round the form. */
  fresh: FreshView | null;
}

/** What the saver needs of the world. */
export interface Edge {
  /** `isRetry`: sent by the page, not by a person. */
  send(attempt: Attempt, how: { isRetry: boolean }): Promise<Outcome>;
  newRequest(): string;
  /** Runs once after so many milliseconds; returns how to call it off. */
  later(run: () => void, ms: number): () => void;
  changed(state: SaverState): void;
}

export interface Saver {
  /** The person wants this answer now. */
  want(given: Given): void;
  /** Sends again what waits; the page found the connection or the session back. */
  retry(): void;
  /** Resolves when nothing is under way. */
  settled(): Promise<SaverState>;
  isUnsent(): boolean;
  /** The newest version that this page knows. */
  version(): number;
}

const RETRY_MS = [2_000, 5_000, 10_000, 30_000];

/**
 * Saves one question, one attempt after the other. An attempt of unknown fate is sent again with its
 * own request id before anything newer, so that an answer that did arrive is never met as a conflict.
 */
export function createSaver(start: { version: number; given: Given }, edge: Edge): Saver {
  let state: SaverState = {
    phase: 'idle',
    version: start.version,
    time: '',
    problems: {},
    conflict: null,
    fresh: null,
  };
  let saved = start.given;
  let last = start.given;
  let wanted: Given | null = null;
  let attempt: Attempt | null = null;
  let underway: Promise<void> | null = null;
  let isOvertaken = false;
  let failures = 0;
  let callOff: (() => void) | null = null;

  function show(change: Partial<SaverState>) {
    state = { ...state, ...change };
    edge.changed(state);
  }

  function nextAttempt(): Attempt | null {
    const given = wanted;
    wanted = null;
    if (!given || (same(given, saved) && !isOvertaken)) return null;
    return { given, base: state.version, request: edge.newRequest() };
  }

  async function work(isRetry: boolean) {
    callOff?.();
    for (attempt ??= nextAttempt(); attempt; attempt = nextAttempt()) {
      show({ phase: 'saving', problems: {} });
      const outcome = await edge.send(attempt, { isRetry });
      if (!settle(attempt, outcome)) return;
    }
    // Back to what is saved: nothing is wrong any more.
    if (state.phase === 'refused' && same(last, saved)) show({ phase: 'idle', problems: {} });
  }

  /** Whether to go on with what is wanted by now. */
  function settle({ given }: Attempt, outcome: Outcome): boolean {
    if (outcome.ok) {
      saved = given;
      failures = 0;
      const { version, time, fresh } = outcome;
      show({ phase: 'saved', version, time, fresh });
      return true;
    }
    switch (outcome.reason) {
      case 'refused':
        show({ phase: 'refused', problems: outcome.problems });
        return true;
      case 'stale':
        isOvertaken = true;
        // What was chosen meanwhile is what stands against theirs: refused alike, it comes back in words.
        if (!same(last, given)) {
          wanted = last;
          return true;
        }
        attempt = null;
        show({ phase: 'stale', conflict: outcome.conflict });
        return false;
      case 'gone':
        attempt = null;
        show({ phase: 'gone' });
        return false;
      case 'signed-out':
        show({ phase: 'signed-out' });
        return false;
      case 'away':
        callOff = edge.later(() => run(true), RETRY_MS[failures] ?? 30_000);
        failures += 1;
        show({ phase: 'waiting' });
        return false;
    }
  }

  function run(isRetry: boolean) {
    underway ??= work(isRetry).finally(() => (underway = null));
  }

  return {
    want(given) {
      // After a conflict the person chooses first.
      if (state.phase === 'stale' || state.phase === 'gone') return;
      wanted = given;
      last = given;
      run(false);
    },
    retry() {
      if (attempt) run(true);
    },
    async settled() {
      await underway;
      return state;
    },
    isUnsent: () => attempt !== null || wanted !== null,
    version: () => state.version,
  };
}

function same(a: Given, b: Given): boolean {
  return a.level === b.level && a.reason === b.reason && a.note === b.note;
}
