import { standardIds } from '#assessments/disclosure/standard-groups.ts';
import type { Aggregator } from '#db/aggregation.ts';
import { publishInThread } from '#app/disclosing/publish-thread.ts';

/** The server's own, with one key for every association. */
export const aggregator: Aggregator = {
  keyOf: () => '0a'.repeat(32),
  groups: standardIds(),
  publish: publishInThread,
};
