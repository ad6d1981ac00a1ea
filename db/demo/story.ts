import type { Role } from '#assessments/questionnaire.ts';
import type { Level } from '#assessments/gap-model.ts';
import type { StoredAnswer } from '../answers.ts';
import type { Location } from '../evidence-locations.ts';

export type Who = 'sato' | 'tanaka';

/** So many working days before the day of loading, at a time in Japan: the story never grows old. */
export type Moment = { workdaysAgo: number; time: string };

export type Said = Moment & { by: Who; answer: StoredAnswer; note: string | null };

export type Reference = Moment & {
  by: Who;
  /** One of the examples that the question itself gives. */
  title: string;
  version: string | null;
  /** A fixed day, or working days before the day of loading for what was written along the way. */
  dated: string | number;
  /** The last day of the document: so many working days after the day of loading, before it where negative. */
  endsIn: number | null;
  owner: Role;
  location: Location;
  sha256: string | null;
  withdrawn: (Moment & { by: Who }) | null;
};

export type Chapter = Readonly<
  Record<string, { said: readonly Said[]; shownBy?: readonly Reference[] }>
>;

type Short = Level | 'unknown' | 'cleared' | { notApplicable: string };

/** One saved answer; the last of a question is its current one. */
export function said(
  by: Who,
  workdaysAgo: number,
  time: string,
  short: Short,
  note: string | null = null,
): Said {
  return { by, workdaysAgo, time, answer: answerOf(short), note };
}

function answerOf(short: Short): StoredAnswer {
  if (short === 'unknown') return { unknown: true };
  if (short === 'cleared') return { cleared: true };
  return typeof short === 'number' ? { level: short } : short;
}

/** One reference to a document, noted by `by`. */
export function shownBy(
  by: Who,
  workdaysAgo: number,
  time: string,
  document: Pick<Reference, 'title' | 'dated' | 'owner' | 'location'> &
    Partial<Pick<Reference, 'version' | 'sha256' | 'withdrawn' | 'endsIn'>>,
): Reference {
  return {
    by,
    workdaysAgo,
    time,
    version: null,
    sha256: null,
    endsIn: null,
    withdrawn: null,
    ...document,
  };
}
