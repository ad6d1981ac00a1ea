import { indexEdition } from '../edition-index.ts';
import { readPlanSheet } from '../plan-sheet.ts';
import { record } from '../answer-sheet.ts';
import { score } from '../score.ts';
import { costItems, hints } from '../subsidies.ts';
import { readSupportFacts } from '../support-sheet.ts';
import { flags, inFile, oneFile, readJson, type Editions, type Terminal } from './input.ts';
import { dayFlag } from './wish-flags.ts';

/** `hints FILE --today …`: what public support may fit the open actions of a sheet, as JSON. */
export function runHints(args: readonly string[], terminal: Terminal, editions: Editions): number {
  const { values, positionals } = flags(args, {
    today: { type: 'string' },
    stage: { type: 'string' },
    mode: { type: 'string' },
  });
  const file = oneFile('hints', positionals);
  const today = dayFlag('today', values.today);
  const content = readJson(file);
  const catalogue = editions.catalogue();
  const { sheet, facts } = inFile(file, () => {
    const sheet = readPlanSheet(content, values, editions);
    const given = record(content, 'the file', 'a JSON object')['facts'];
    return { sheet, facts: readSupportFacts(given, sheet.facts, catalogue.facts) };
  });
  const standpoint = {
    index: indexEdition(sheet.edition),
    result: score(sheet.edition, sheet),
    facts: sheet.facts,
  };
  const items = costItems(standpoint, sheet.items);
  const found = hints(catalogue, { facts, items, today }).map(({ hint }) => hint);
  terminal.out(JSON.stringify(found, null, 2));
  return 0;
}
