import type { EditionIndex } from './edition-index.ts';
import type { LevelInterval } from './interval.ts';
import { apportion, permille } from './rational.ts';
import type { RequirementResult } from './requirement-result.ts';
import type { Result } from './result.ts';
import type { Span } from './worklist.ts';

/** A requirement that the mode asks and that is, or may be, below its target. */
export interface Gap {
  id: string;
  requirement: RequirementResult;
  level: LevelInterval;
  /** `definite`: surely below. `open`: finding out may show that nothing is missing. */
  certainty: 'definite' | 'open';
  /** A point to explain to an agency (B-01 … B-07) and never a fault. */
  explains: boolean;
}

/** In order of domain and id; what only an overlay asks has a line of its own. */
export function gapsOf(index: EditionIndex, result: Result): Gap[] {
  return result.requirements.flatMap((requirement): Gap[] => {
    const { id, asked, level, target, overlay } = requirement;
    if (!asked || overlay !== null || level === null || level.lo >= target) return [];
    return [
      {
        id,
        requirement,
        level,
        certainty: level.hi < target ? 'definite' : 'open',
        explains: index.requirementById.get(id)?.requirement.explains === true,
      },
    ];
  });
}

export interface PrintedLosses {
  /** Tenths of a point of what is confirmed overall. */
  attained: number;
  /** Tenths of a point for each loss. All `hi` and `attained` add to exactly 1000. */
  byId: ReadonlyMap<string, Span>;
}

/** The losses as they are printed: largest remainder, so that the printed rows add up. */
export function printedLosses({ overall, requirements }: Result): PrintedLosses {
  if (overall === null) return { attained: 0, byId: new Map() };
  const { lo, of } = overall;
  const losses = requirements.flatMap(({ id, loss }) =>
    loss === null || loss.hi === 0 ? [] : [{ id, ...loss }],
  );
  const attained = permille({ n: lo, d: of });
  const highs = apportion(
    losses.map((loss) => loss.hi),
    of,
    1000 - attained,
  );
  const printed = losses.map((loss, at): [string, Span] => {
    const hi = highs[at] ?? 0;
    // One figure where the loss is known: its two ends must not differ by rounding.
    const low = loss.lo === loss.hi ? hi : Math.min(hi, permille({ n: loss.lo, d: of }));
    return [loss.id, { lo: low, hi }];
  });
  return { attained, byId: new Map(printed) };
}
