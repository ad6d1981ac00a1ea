import { check, faults } from '../check.ts';
import { lacking } from '../check/lacking.ts';
import { loadDrafts } from '../draft.ts';
import { loadLibrary } from '../library.ts';
import { BadInput, flags, type Terminal } from './input.ts';

/** Content against its laws: 0 and a summary, or 1 and the sentences; `--drafts` is about drafts alone. */
export function runCheck(args: readonly string[], terminal: Terminal, directory?: string): number {
  const { values, positionals } = flags(args, { drafts: { type: 'boolean' } });
  if (positionals.length > 0) throw new BadInput(`check: unexpected ${positionals.join(' ')}`);
  const library = loadLibrary(directory);
  const { drafts, refused } = loadDrafts(library, directory);
  const { problems, summary } = values.drafts
    ? // What has its place and is not locked yet keeps no draft from being judged.
      { problems: faults(library.files).problems, summary: null }
    : check(library);
  if (problems.length + refused.length > 0) return refuse([...problems, ...refused], terminal);

  const judged = lacking(library.files, drafts);
  const missing = judged.flatMap((draft) => draft.missing);
  if (values.drafts && missing.length > 0) return refuse(missing, terminal);
  const said = values.drafts || judged.length > 0 ? { ...summary, drafts: judged } : summary;
  terminal.out(JSON.stringify(said, null, 2));
  return 0;
}

function refuse(sentences: readonly string[], terminal: Terminal): number {
  for (const sentence of sentences) terminal.err(sentence);
  return 1;
}
