import type { Edition } from '../edition.ts';
import { upgradeNote } from '../upgrade-note.ts';
import { BadInput, flags, type Editions, type Terminal } from './input.ts';

/** `diff EDITION EDITION`: what the second changed of the first, why, and what it asks of people. */
export function runDiff(args: readonly string[], terminal: Terminal, editions: Editions): number {
  const { positionals } = flags(args, {});
  const [before, after, ...more] = positionals.map((id) => editionOf(id, editions));
  if (!before || !after || more.length > 0) throw new BadInput('diff: expected two editions');
  if (after.follows?.edition !== before.id)
    throw new BadInput(`diff: edition ${after.id} does not follow ${before.id}`);
  terminal.out(JSON.stringify(upgradeNote(before, after), null, 2));
  return 0;
}

function editionOf(id: string, { ids, load }: Editions): Edition {
  if (!ids.includes(id))
    throw new BadInput(`diff: expected one of ${ids.join(', ')}, got ${JSON.stringify(id)}`);
  return load(id);
}
