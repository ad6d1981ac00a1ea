import { parseArgs } from 'node:util';
import { Refusal } from '../refusal.ts';
import { readDatabaseSettings } from '../settings.ts';
import type { Environment } from '../settings.ts';
import { backup } from './backup.ts';
import { importExport } from './import.ts';
import { printOutbox } from './outbox.ts';
import { publishEditions } from './publish.ts';
import { restore } from './restore.ts';

export type Console = {
  out: (text: string) => void;
  err: (text: string) => void;
  env: Environment;
  checkout: string;
};

const usage = `usage: junbi operator backup DIR [--with-keys]
       junbi operator restore DIR
       junbi operator import FILE --owner EMAIL
       junbi operator outbox [--json]
       junbi operator publish
       junbi operator invite EMAIL
       junbi operator recover EMAIL`;

/** Runs one command of the person who keeps the server; answers the exit code: 0, 1 or 2 (usage). */
export async function operate(argv: readonly string[], console: Console): Promise<number> {
  const work = commandOf(argv, console);
  if (!work) {
    console.err(usage);
    return 2;
  }
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    console.err(error.message);
    return 1;
  }
}

function commandOf(argv: readonly string[], console: Console): (() => Promise<void>) | undefined {
  const parsed = flagsOf(argv);
  if (!parsed) return undefined;
  const [command, directory, ...more] = parsed.positionals;
  const { json, owner, 'with-keys': withKeys } = parsed.values;
  if (more.length > 0) return undefined;
  const settings = () =>
    readDatabaseSettings(console.env, console.checkout, {
      production: console.env['NODE_ENV'] === 'production',
    });
  if (command === 'backup' && directory && !json && !owner) {
    return () => backup(settings(), directory, { withKeys: withKeys ?? false, log: console.err });
  }
  if (command === 'restore' && directory && !json && !withKeys && !owner) {
    return () => restore(settings(), directory, console.err);
  }
  if (command === 'import' && directory && owner && !json && !withKeys) {
    return () => importExport(settings(), directory, owner, console.err);
  }
  if (directory || withKeys || owner) return undefined;
  if (command === 'outbox') return () => printOutbox(settings(), json ?? false, console);
  if (command === 'publish' && !json) return () => publishEditions(settings(), console.err);
  return undefined;
}

function flagsOf(argv: readonly string[]) {
  try {
    return parseArgs({
      args: [...argv],
      options: {
        json: { type: 'boolean' },
        owner: { type: 'string' },
        'with-keys': { type: 'boolean' },
      },
      allowPositionals: true,
    });
  } catch {
    return undefined;
  }
}
