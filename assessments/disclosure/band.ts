import { z } from 'zod';
import type { Edition } from '../edition.ts';
import { indexEdition } from '../edition-index.ts';
import type { Frozen } from '../frozen-result.ts';
import { rationalIn, type Rational } from '../rational.ts';
import { questionList } from '../question-list.ts';
import type { Band } from './contribution.ts';

/** What of a signed result an association may be given, besides the groups that the company names. */
export type Releasable =
  | { ok: true; overall: Band; answeredAtLeastHalf: boolean }
  /** It was not signed in full mode, not for the application, or measures nothing. */
  | { ok: false; reason: 'not-full' | 'not-application' | 'unmeasured' };

const measured = z.object({ overall: z.object({ lo: z.string().nullable() }) });

/** The band of a signed result (gap-model.md, "Band"): from what is known alone, in full mode, at the application. */
export function releasable(
  { assessment, result, answers, facts }: Frozen,
  edition: Edition,
): Releasable {
  if (assessment.mode !== 'full') return { ok: false, reason: 'not-full' };
  if (assessment.stage !== 'application') return { ok: false, reason: 'not-application' };
  const { lo } = measured.parse(result).overall;
  if (lo === null) return { ok: false, reason: 'unmeasured' };
  const asked = questionList(
    indexEdition(edition),
    { mode: 'full', facts, answers },
    NOTHING,
  ).filter(({ state }) => state !== 'hidden');
  const answered = asked.filter(({ state }) => state !== 'unanswered').length;
  return {
    ok: true,
    overall: bandOf(rationalIn(lo)),
    answeredAtLeastHalf: answered * 2 >= asked.length,
  };
}

/** low < 1/3 ≤ mid < 2/3 ≤ high */
export function bandOf({ n, d }: Rational): Band {
  if (n * 3 < d) return 'low';
  return n * 3 < 2 * d ? 'mid' : 'high';
}

const NOTHING = { references: new Map(), day: '1970-01-01' };
