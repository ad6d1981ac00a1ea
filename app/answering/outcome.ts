import type { FreshView } from '../views/answering-fresh.server.ts';

/** What a person gave, as it stands in the form. */
export interface Given {
  /** '' where nothing is chosen. */
  level: string;
  reason: string;
  note: string;
}

/** An answer in words, for comparing two. */
export interface AnswerWords {
  /** 2　設計・文書化 */
  title: string;
  /** The level's own words, or the reason. */
  text: string;
  note: string;
}

/** Somebody saved since the page was read: both answers, nothing overwritten. */
export interface Conflict {
  name: string;
  time: string;
  /** The version that a choice of mine has to follow. */
  version: number;
  theirs: AnswerWords;
  mine: AnswerWords;
  given: Given;
}

/** Field → the whole sentence, in the reader's language. */
export type Problems = Record<string, string>;

/** What became of one attempt to save. `away`: the network or the server; its fate is unknown. */
export type Outcome =
  | { ok: true; version: number; time: string; fresh: FreshView | null }
  /** `problem`: the form of a conflict came back without a choice. */
  | { ok: false; reason: 'stale'; conflict: Conflict; problem?: string }
  /** `base` as it was posted: a page shown again must not follow a version that nobody has seen. */
  | { ok: false; reason: 'refused'; problems: Problems; given: Given; base: number }
  | { ok: false; reason: 'signed-out' | 'away' | 'gone' };
