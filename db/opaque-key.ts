import { createHmac } from 'node:crypto';
import type { Keys } from './keys.ts';

/** What stands in a contribution for a holding or a consultant's batch, so that nobody can tell which it is. */
export interface OpaqueKeys {
  /** Of a corporate number. */
  holding: (corporateNumber: string) => string;
  /** Of whoever filled in the answers. */
  batch: (filledBy: string) => string;
}

/** Keyed hashes in hex, of one association: the same holding looks different in another one. */
export function opaqueKeys(keys: Pick<Keys, 'key'>, associationId: string): OpaqueKeys {
  const hashOf = (text: string) =>
    createHmac('sha256', keys.key('contribution', 32)).update(text, 'utf8').digest('hex');
  return {
    holding: (corporateNumber) => hashOf(`holding ${associationId} ${corporateNumber}`),
    batch: (filledBy) => hashOf(`batch ${associationId} ${filledBy}`),
  };
}
