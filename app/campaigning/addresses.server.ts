import { CAMPAIGN_LIMITS } from '#db/campaigns.ts';
import { emailField } from '../auth/fields.server.ts';

export type ReadAddresses = { ok: true; addresses: string[] } | { ok: false; reason: string };

/**
 * One address a line; empty lines count as lines and are no addresses. A line that is none is told by its
 * number: `bad-lines 3 7`.
 */
export function readAddresses(text: string): ReadAddresses {
  const lines = text.split(/\r\n|\r|\n/).map((line, at) => ({ number: at + 1, line: line.trim() }));
  const typed = lines.filter(({ line }) => line !== '');
  const read = typed.map(({ number, line }) => ({ number, ...emailField.safeParse(line) }));
  const bad = read.filter(({ success }) => !success).map(({ number }) => number);
  const addresses = new Set(read.flatMap(({ success, data }) => (success ? [data] : [])));
  if (bad.length > 0) return { ok: false, reason: `bad-lines ${bad.join(' ')}` };
  if (addresses.size === 0) return { ok: false, reason: 'addresses' };
  if (addresses.size > CAMPAIGN_LIMITS.addresses) return { ok: false, reason: 'too-many' };
  return { ok: true, addresses: [...addresses] };
}
