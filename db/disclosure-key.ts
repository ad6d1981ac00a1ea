import { createHmac } from 'node:crypto';
import type { Keys } from './keys.ts';

/** The key of each association's figures, out of one file that the aggregating job alone reads. */
export function disclosureKeys(keys: Pick<Keys, 'key'>): (associationId: string) => string {
  return (associationId) =>
    createHmac('sha256', keys.key('disclosure', 32)).update(associationId, 'utf8').digest('hex');
}
