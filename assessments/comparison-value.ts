import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Edition } from './edition.ts';
import { ENGINE, type Assessment } from './score.ts';

/**
 * Twelve hex digits by which two prints can be compared: the beginning of the SHA-256 over all that
 * the figures depend on. The same answers, facts, edition and engine give the same value for ever.
 */
export function comparisonValue(
  edition: Pick<Edition, 'hash'>,
  { stage, mode, facts, answers }: Assessment,
): string {
  const input = { engine: ENGINE, edition: edition.hash, stage, mode, facts, answers };
  return createHash('sha256').update(canonicalJson(input), 'utf8').digest('hex').slice(0, 12);
}
