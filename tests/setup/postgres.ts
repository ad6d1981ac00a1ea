import { randomBytes } from 'node:crypto';
import { asAdministrator, withDatabase, withLogin } from '#db/administrator.ts';
import { migrate } from '#db/migrate.ts';
import { clusterVariable, startTestCluster, testCluster } from './test-cluster.ts';
import type { TestCluster } from './test-cluster.ts';

export type FreshDatabase = {
  name: string;
  /** Login `app`. */
  appUrl: string;
  /** Login `auth`. */
  authUrl: string;
  /** The logins `app` and `auth` go through a PgBouncer. */
  isPooled: boolean;
  /** Login `app_worker`. */
  workerUrl: string;
  /** Logins `app_assoc` and `agg`. */
  assocUrl: string;
  aggUrl: string;
  /** The login that migrated; may do everything in this database. */
  ownerUrl: string;
  /** The administrator in the database `postgres`: for what concerns the whole server. */
  adminUrl: string;
  drop: () => Promise<void>;
};

/** A migrated, empty database of one's own: a copy of the template that the set-up migrated. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const cluster = givenCluster();
  const name = `${cluster.template}_${randomBytes(6).toString('hex')}`;
  await asAdministrator(cluster.adminUrl, (client) =>
    client.query(
      `create database ${client.escapeIdentifier(name)} template ${client.escapeIdentifier(cluster.template)}`,
    ),
  );
  const ownerUrl = withDatabase(cluster.adminUrl, name);
  // A copy has the tables of its template but not the rights on the database itself.
  await migrate(ownerUrl, cluster);
  const servedUrl = throughPooler(ownerUrl, cluster);
  return {
    name,
    appUrl: withLogin(servedUrl, 'app', cluster.appPassword),
    authUrl: withLogin(servedUrl, 'auth', cluster.authPassword),
    workerUrl: withLogin(ownerUrl, 'app_worker', cluster.workerPassword),
    assocUrl: withLogin(ownerUrl, 'app_assoc', cluster.assocPassword),
    aggUrl: withLogin(ownerUrl, 'agg', cluster.aggPassword),
    isPooled: cluster.poolerPort !== undefined,
    ownerUrl,
    adminUrl: cluster.adminUrl,
    drop: () =>
      asAdministrator(cluster.adminUrl, async (client) => {
        await client.query(`drop database if exists ${client.escapeIdentifier(name)} with (force)`);
      }),
  };
}

/** The owner's connections never go through the pooler: migrating needs a session of its own. */
function throughPooler(url: string, { poolerPort }: TestCluster): string {
  if (poolerPort === undefined) return url;
  const changed = new URL(url);
  changed.host = `127.0.0.1:${poolerPort}`;
  return changed.href;
}

function givenCluster(): TestCluster {
  const text = process.env[clusterVariable];
  if (!text) {
    throw new Error('No test server: this test belongs to a project whose globalSetup starts one.');
  }
  return testCluster.parse(JSON.parse(text));
}

type Shared = { users: number; started: ReturnType<typeof startTestCluster> };

// Every project of one run loads this file for itself, and all of them share one server.
const runs = globalThis as typeof globalThis & { junbiTestCluster?: Shared };

/** The globalSetup of the projects that need a database. */
export default async function setup(): Promise<() => Promise<void>> {
  // `npm test` has started one for all of its steps.
  if (process.env[clusterVariable] && !runs.junbiTestCluster) return async () => {};
  const shared = (runs.junbiTestCluster ??= { users: 0, started: startTestCluster() });
  shared.users += 1;
  const { stop, ...cluster } = await shared.started;
  process.env[clusterVariable] = JSON.stringify(cluster);
  return async () => {
    shared.users -= 1;
    if (shared.users > 0) return;
    delete runs.junbiTestCluster;
    delete process.env[clusterVariable];
    await stop();
  };
}
