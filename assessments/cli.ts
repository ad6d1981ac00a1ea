import { readFileSync } from 'node:fs';
import { FileProblem, readAnchorLines, readChainFile, readPublicKeys } from './audit-file.ts';
import { verifyChain } from './audit-chain.ts';
import { readAnswerSheet } from './answer-sheet.ts';
import {
  BadInput,
  flags,
  inFile,
  oneFile,
  readJson,
  type Editions,
  type Terminal,
} from './command/input.ts';
import { runAggregate } from './command/aggregate.ts';
import { runBridge } from './command/bridge.ts';
import { runCarry } from './command/carry.ts';
import { runCheck } from './command/check.ts';
import { runDiff } from './command/diff.ts';
import { runHints } from './command/hints.ts';
import { runPlan } from './command/plan.ts';
import { runSubsidies } from './command/subsidies.ts';
import { runVerify } from './command/verify.ts';
import { describe } from './describe.ts';
import { catalogueIds, editionIds, loadCatalogue, loadEdition, publish } from './library.ts';
import { resultJson } from './result-json.ts';
import { score } from './score.ts';

export const USAGE =
  'usage: check [--drafts] | describe [--edition ID] | score FILE [--stage S] [--mode M] | plan FILE --goal GOAL --today DATE [--budget YEN] [--capacity DAYS] [--by DATE] [--subsidies] | hints FILE --today DATE | subsidies import FILE [--out DIR] [--today DATE] | carry FILE --to EDITION | diff EDITION EDITION | bridge FILE FILE | aggregate FILE | verify FILE [--key FILE] | lock | audit verify FILE [--anchors FILE] [--keys FILE]';

const PUBLISHED: Editions = {
  ids: editionIds(),
  load: (id) => loadEdition(id),
  catalogue: () => loadCatalogue(catalogueIds().at(-1) ?? ''),
};

/** Runs one command of the engine; answers the exit code: 0 done, 1 check failed, 2 bad input. */
export async function main(
  argv: readonly string[],
  terminal: Terminal,
  editions: Editions = PUBLISHED,
): Promise<number> {
  try {
    const [command, ...rest] = argv;
    switch (command) {
      case 'check':
        return runCheck(rest, terminal);
      case 'describe':
        return runDescribe(rest, terminal, editions);
      case 'score':
        return runScore(rest, terminal, editions);
      case 'plan':
        return await runPlan(rest, terminal, editions);
      case 'hints':
        return runHints(rest, terminal, editions);
      case 'subsidies':
        return runSubsidies(rest, terminal, editions);
      case 'carry':
        return runCarry(rest, terminal, editions);
      case 'diff':
        return runDiff(rest, terminal, editions);
      case 'aggregate':
        return await runAggregate(rest, terminal);
      case 'bridge':
        return runBridge(rest, terminal, editions);
      case 'verify':
        return runVerify(rest, terminal, editions);
      case 'lock':
        return runLock(rest, terminal);
      case 'audit':
        return runAudit(rest, terminal);
      default:
        throw new BadInput(USAGE);
    }
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    terminal.err(error.message.replaceAll(/\s+/g, ' '));
    return 2;
  }
}

/** Adds what is new to the lock: from then on those documents never change. */
function runLock(args: readonly string[], terminal: Terminal): number {
  if (args.length > 0) throw new BadInput(`lock: unexpected ${args.join(' ')}`);
  terminal.out(JSON.stringify({ added: publish() }, null, 2));
  return 0;
}

function runDescribe(args: readonly string[], terminal: Terminal, { ids, load }: Editions): number {
  const { values, positionals } = flags(args, { edition: { type: 'string' } });
  if (positionals.length > 0) throw new BadInput(`describe: unexpected ${positionals.join(' ')}`);
  const id = values.edition ?? ids.at(-1);
  if (id === undefined || !ids.includes(id)) {
    throw new BadInput(`--edition: expected one of ${ids.join(', ')}, got ${JSON.stringify(id)}`);
  }
  terminal.out(JSON.stringify(describe(load(id)), null, 2));
  return 0;
}

function runScore(args: readonly string[], terminal: Terminal, editions: Editions): number {
  const { values, positionals } = flags(args, {
    stage: { type: 'string' },
    mode: { type: 'string' },
  });
  const file = oneFile('score', positionals);
  const sheet = readJson(file);
  const { edition, ...assessment } = inFile(file, () => readAnswerSheet(sheet, values, editions));
  terminal.out(JSON.stringify(resultJson(score(edition, assessment)), null, 2));
  return 0;
}

/** Checks an exported access log: 0 and a summary, 1 and what is wrong with it. */
function runAudit(args: readonly string[], terminal: Terminal): number {
  const { values, positionals } = flags(args, {
    anchors: { type: 'string' },
    keys: { type: 'string' },
  });
  const [command, file, ...more] = positionals;
  if (command !== 'verify' || file === undefined || more.length > 0)
    throw new BadInput(`audit: expected verify and one FILE; ${USAGE}`);
  const chain = readWith(file, readChainFile);
  const { problems, summary } = verifyChain(chain, {
    ...(values.anchors !== undefined && { anchors: readWith(values.anchors, readAnchorLines) }),
    ...(values.keys !== undefined && { keys: readWith(values.keys, readPublicKeys) }),
  });
  if (problems.length > 0) {
    for (const problem of problems) terminal.err(problem);
    return 1;
  }
  terminal.out(JSON.stringify(summary, null, 2));
  return 0;
}

function readWith<T>(file: string, read: (bytes: Uint8Array) => T): T {
  let bytes: Uint8Array;
  try {
    bytes = readFileSync(file);
  } catch {
    throw new BadInput(`${file}: expected a readable file`);
  }
  try {
    return read(bytes);
  } catch (error) {
    if (error instanceof FileProblem) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}
