import { join } from 'node:path';
import { ZodError } from 'zod';
import { standardIds } from '#assessments/disclosure/standard-groups.ts';
import { editionIds, loadEdition } from '#assessments/library.ts';
import { bootDatabase } from '#db/boot.ts';
import { disclosureKeys } from '#db/disclosure-key.ts';
import { Refusal } from '#db/refusal.ts';
import { readDatabaseSettings } from '#db/settings.ts';
import { signingKey } from '#db/signing-keys.ts';
import { publishInThread } from '../disclosing/publish-thread.ts';
import { readEnvironment } from '../env.server.ts';
import { missingOperatorTexts } from '../operator-texts.server.ts';
import { ensureBuilt } from './build.ts';
import { prepareDemo } from './demo.ts';
import { startRounds } from './rounds.ts';
import { stopOnSignals } from './stopping.ts';
import { tidyDaily } from './tidying.ts';

const checkout = join(import.meta.dirname, '../..');
const log = (line: string) => void process.stdout.write(`${line}\n`);
const stopping = stopOnSignals(log);

async function start(): Promise<void> {
  const began = performance.now();
  const environment = readEnvironment(process.env);
  const { production } = environment;
  const settings = readDatabaseSettings(process.env, checkout, { production });

  await ensureBuilt(checkout, log);
  const editions = editionIds().map((id) => loadEdition(id));
  const database = await bootDatabase(settings, { production, editions, log });
  stopping.add(database.stop);
  stopping.add((await tidyDaily()).stop);
  const keyOf = disclosureKeys(settings.keys);
  const aggregator = { keyOf, groups: standardIds(), publish: publishInThread };
  const accounts = await prepareDemo(environment, database, process.env['JUNBI_DEMO'], aggregator);
  const key = signingKey(settings.keys, 'anchor');
  stopping.add(startRounds({ key, aggregator, file: settings.anchorsFile, log }));
  // From here on nothing needs the owner, and what serves requests must not know it.
  delete process.env['DATABASE_OWNER_URL'];
  process.env['JUNBI_KEYS_DIR'] = settings.keysDir;
  // React chooses its fast build by this; whether Junbi is in production was read above.
  process.env['NODE_ENV'] = 'production';

  const { startServer } = await import('../server.ts');
  const server = await startServer(environment, [
    key.published,
    signingKey(settings.keys, 'result').published,
  ]);
  stopping.add(() => server.close());
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const missing = missingOperatorTexts();
  if (missing.length > 0) {
    log(`No text was supplied yet for ${missing.join(', ')} (JUNBI_TEXTS_DIR; see README).`);
  }
  log(`準備 Junbi is ready after ${seconds} s: ${environment.origin}`);
  for (const line of accounts) log(line);
  log('Stop it with Ctrl-C.');
}

function sentence(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  if (error instanceof ZodError) {
    const [issue] = error.issues;
    return `The setting ${String(issue?.path[0])} is not usable: ${issue?.message ?? ''}.`;
  }
  if (!(error instanceof Error)) return String(error);
  if ('code' in error && error.code === 'EADDRINUSE') {
    return 'This port is taken by another program. Choose another one: PORT=3001 npm start';
  }
  // Everything else is a bug and shows its stack.
  return error.stack ?? error.message;
}

try {
  await start();
} catch (error) {
  if (!stopping.isStopping()) {
    process.stderr.write(`Junbi does not start.\n${sentence(error)}\n`);
    await stopping.stopAll();
    process.exit(1);
  }
}
