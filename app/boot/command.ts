import { join } from 'node:path';
import { main as engine } from '#assessments/cli.ts';
import { operator } from './operator.ts';

const usage = `usage: junbi check [--drafts]
       junbi describe [--edition ID]
       junbi score FILE [--stage application|holding] [--mode quick|standard|full]
       junbi plan FILE --goal ready-soonest|cheapest-ready|best-within --today DATE
                  [--budget YEN] [--capacity DAYS] [--by DATE] [--subsidies]
       junbi hints FILE --today DATE
       junbi subsidies import FILE [--out DIR] [--today DATE]
       junbi lock
       junbi audit verify FILE [--anchors FILE] [--keys FILE]
       junbi operator backup DIR [--with-keys]
       junbi operator restore DIR
       junbi operator import FILE --owner EMAIL
       junbi operator outbox [--json]
       junbi operator publish
       junbi operator invite EMAIL
       junbi operator recover EMAIL`;

const checkout = join(import.meta.dirname, '../..');
const terminal = {
  out: (text: string) => void process.stdout.write(`${text}\n`),
  err: (text: string) => void process.stderr.write(`${text}\n`),
};

async function run(argv: readonly string[]): Promise<number> {
  const [command, ...rest] = argv;
  if (command === 'operator') return operator(rest, { ...terminal, env: process.env, checkout });
  if (command !== undefined && !command.startsWith('-')) return engine(argv, terminal);
  const asked = command === '--help' || command === '-h';
  terminal[asked ? 'out' : 'err'](usage);
  return asked ? 0 : 2;
}

process.exitCode = await run(process.argv.slice(2));
