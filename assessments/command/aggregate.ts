import { canonicalJson } from '../canonical-json.ts';
import { publish } from '../disclosure.ts';
import { aggregateSchema, type Publication } from '../disclosure/publication.ts';
import { openSolver } from '../plan/solver.ts';
import { BadInput, flags, oneFile, readJson, type Terminal } from './input.ts';

/** `aggregate FILE`: what an association would be told of these contributions, and the secret state. */
export async function runAggregate(args: readonly string[], terminal: Terminal): Promise<number> {
  const file = oneFile('aggregate', flags(args, {}).positionals);
  const read = aggregateSchema.safeParse(readJson(file));
  if (!read.success) {
    const [issue] = read.error.issues;
    const at = issue?.path.length ? ` at ${issue.path.join('.')}` : '';
    throw new BadInput(`${file}: ${issue?.message ?? 'not an input of aggregate'}${at}`);
  }
  const solver = await openSolver();
  terminal.out(canonicalJson(published(file, () => publish(read.data, solver))));
  return 0;
}

/** @throws BadInput where what was published before is of other groups. */
function published(file: string, make: () => Publication): Publication {
  try {
    return make();
  } catch (error) {
    if (error instanceof RangeError) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}
