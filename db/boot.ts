import type { Edition } from '#assessments/edition.ts';
import { asAdministrator, ensureDatabase, withDatabase, withLogin } from './administrator.ts';
import { closePools, openPools } from './client.server.ts';
import { publishContent } from './content.ts';
import { loginProblems } from './login-check.ts';
import { migrate } from './migrate.ts';
import { Refusal } from './refusal.ts';
import { describeHole, lintSchema, lintServer } from './schema-lint.ts';
import { serverProblems } from './server.ts';
import { databaseName, passwordIn } from './settings.ts';
import type { DatabaseSettings } from './settings.ts';
import { supervise } from './supervisor.ts';
import { withOwner } from './tenant.ts';

export type BootedDatabase = {
  isEmbedded: boolean;
  /** The administrator's or owner's address, where there is one: for the demo, never for requests. */
  ownerUrl: string | undefined;
  /** Closes the pools, then stops the server where it is ours. */
  stop: () => Promise<void>;
};

type Log = (line: string) => void;

/**
 * From settings to open pools: starts the embedded server where no other is named, migrates,
 * publishes the content, checks login, server and schema. Throws a Refusal with a sentence.
 */
export async function bootDatabase(
  settings: DatabaseSettings,
  options: { production: boolean; editions: readonly Edition[]; log: Log },
): Promise<BootedDatabase> {
  const { log } = options;
  for (const warning of settings.keys.warnings) log(warning);
  const engine = await startEngine(settings, log);
  try {
    await setUp(engine, options);
    await checkServer(engine, { ...options, isEmbedded: settings.external === undefined });
    openPools({
      appUrl: engine.appUrl,
      authUrl: engine.authUrl,
      workerUrl: engine.workerUrl,
      assocUrl: engine.assocUrl,
      aggUrl: engine.aggUrl,
      onLostConnection: (login, code) => log(`A connection of "${login}" was lost (${code}).`),
    });
    const stop = async () => {
      await closePools();
      await engine.stop();
    };
    return {
      isEmbedded: settings.external === undefined,
      ownerUrl: engine.ownerUrl,
      stop,
    };
  } catch (error) {
    await engine.stop();
    throw error;
  }
}

type Engine = {
  appUrl: string;
  authUrl: string;
  workerUrl: string;
  assocUrl: string;
  aggUrl: string;
  ownerUrl: string | undefined;
  stop: () => Promise<void>;
};

async function startEngine(settings: DatabaseSettings, log: Log): Promise<Engine> {
  if (settings.external) return { ...settings.external, stop: () => Promise.resolve() };
  const { dataDir, keysDir, keys } = settings;
  log('Starting the embedded PostgreSQL …');
  const server = await supervise({ dataDir, keysDir, log });
  await ensureDatabase(server.adminUrl, databaseName);
  const ownerUrl = withDatabase(server.adminUrl, databaseName);
  return {
    ownerUrl,
    appUrl: withLogin(ownerUrl, 'app', keys.password('database-app')),
    authUrl: withLogin(ownerUrl, 'auth', keys.password('database-auth')),
    workerUrl: withLogin(ownerUrl, 'app_worker', keys.password('database-worker')),
    assocUrl: withLogin(ownerUrl, 'app_assoc', keys.password('database-assoc')),
    aggUrl: withLogin(ownerUrl, 'agg', keys.password('database-agg')),
    stop: server.stop,
  };
}

async function setUp(
  engine: Engine,
  options: { editions: readonly Edition[]; log: Log },
): Promise<void> {
  const { ownerUrl } = engine;
  if (!ownerUrl) {
    options.log('DATABASE_OWNER_URL is not set: nothing is migrated and nothing published.');
    return;
  }
  const { applied, warnings } = await migrate(ownerUrl, {
    appPassword: passwordIn(engine.appUrl, 'DATABASE_URL'),
    authPassword: passwordIn(engine.authUrl, 'DATABASE_AUTH_URL'),
    workerPassword: passwordIn(engine.workerUrl, 'DATABASE_WORKER_URL'),
    assocPassword: passwordIn(engine.assocUrl, 'DATABASE_ASSOC_URL'),
    aggPassword: passwordIn(engine.aggUrl, 'DATABASE_AGG_URL'),
  });
  for (const warning of warnings) options.log(warning);
  const fresh = applied.filter((migration) => migration.fresh).length;
  if (fresh > 0)
    options.log(`Migrated the database (${fresh} new ${fresh === 1 ? 'file' : 'files'}).`);
  const { fresh: published } = await withOwner(ownerUrl, (tx) =>
    publishContent(tx, options.editions),
  );
  if (published.length > 0) options.log(`Published ${published.join(', ')}.`);
}

async function checkServer(
  engine: Engine,
  options: { production: boolean; isEmbedded: boolean; log: Log },
): Promise<void> {
  await asAdministrator(engine.appUrl, async (client) => {
    const server = await serverProblems(client);
    const refusals = [...server.refusals, ...(await loginProblems(client, 'DATABASE_URL'))];
    if (server.outdated && options.production && !options.isEmbedded)
      refusals.push(...server.warnings);
    if (refusals.length > 0) throw new Refusal('unsafe-database', refusals.join('\n'));
    const holes = await lintSchema(client);
    const open = await lintServer(client);
    if (open.length > 0) {
      options.log(
        `${open.length} doors that only a superuser can close stand open on this server; README, "A PostgreSQL of your own", says how to close them.`,
      );
    }
    if (holes.length > 0) {
      const list = holes.map(describeHole).join('\n');
      throw new Refusal(
        'schema-lint',
        `The schema has holes; nothing is served until they are closed:\n${list}`,
      );
    }
  });
}
