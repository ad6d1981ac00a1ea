import { mkdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { draftsFrom, type Draft } from '../subsidies/drafts.ts';
import { ExportProblem, inJapan, readExport } from '../subsidies/jgrants.ts';
import { BadInput, flags, oneFile, readJson, type Editions, type Terminal } from './input.ts';
import { dayFlag } from './wish-flags.ts';

/**
 * `subsidies import FILE [--out DIR] [--today DATE]`: drafts and date changes out of a jGrants export, as
 * files for a person to look at, and the list of them. What is published stays as it is. Without a day the
 * file counts as fetched when it was written.
 */
export function runSubsidies(
  [command, ...args]: readonly string[],
  terminal: Terminal,
  { catalogue }: Editions,
): number {
  if (command !== 'import') throw new BadInput('subsidies: expected import FILE');
  const { values, positionals } = flags(args, {
    out: { type: 'string' },
    today: { type: 'string' },
  });
  const file = oneFile('subsidies import', positionals);
  const content = readJson(file);
  const today = values.today === undefined ? writtenOn(file) : dayFlag('today', values.today);
  try {
    const { drafts, reviews } = draftsFrom(readExport(content), catalogue(), today);
    const directory = values.out ?? `${file}.drafts`;
    mkdirSync(directory, { recursive: true });
    const written = drafts.map((draft) => write(directory, draft));
    terminal.out(JSON.stringify({ drafts: written, reviews }, null, 2));
    return 0;
  } catch (error) {
    if (error instanceof ExportProblem) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}

function writtenOn(file: string): string {
  return inJapan(statSync(file).mtime.toISOString()).slice(0, 10);
}

function write(directory: string, draft: Draft): string {
  const name =
    draft.kind === 'dates'
      ? `${draft.programme}-${draft.document.version}`
      : `new-${draft.listing.id.replaceAll(/[^\w-]/g, '_')}`;
  const path = join(directory, `${name}.yaml`);
  writeFileSync(path, stringify(draft.kind === 'dates' ? draft.document : draft.listing));
  return path;
}
