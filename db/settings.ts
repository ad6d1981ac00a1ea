import { z } from 'zod';
import { withLogin } from './administrator.ts';
import { openKeys } from './keys.ts';
import type { Keys } from './keys.ts';
import { places } from './places.ts';
import type { Places } from './places.ts';
import { Refusal } from './refusal.ts';

/** The database of the embedded server. */
export const databaseName = 'junbi';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Where the database is: a server of one's own, or the embedded one in the data directory. */
export type DatabaseSettings = Places & {
  external:
    | {
        appUrl: string;
        authUrl: string;
        workerUrl: string;
        assocUrl: string;
        aggUrl: string;
        ownerUrl: string | undefined;
      }
    | undefined;
  keys: Keys;
};

const address = z.url({ protocol: /^postgres(ql)?$/ }).optional();
const variables = z.object({
  DATABASE_URL: address,
  DATABASE_OWNER_URL: address,
  DATABASE_AUTH_URL: address,
  DATABASE_WORKER_URL: address,
  DATABASE_ASSOC_URL: address,
  DATABASE_AGG_URL: address,
});

/** Reads DATABASE_…, JUNBI_DATA_DIR and JUNBI_KEYS_DIR. Throws a Refusal with a sentence. */
export function readDatabaseSettings(
  env: Environment,
  checkout: string,
  options: { production: boolean },
): DatabaseSettings {
  // An empty variable is one that is not set: that is how compose files leave one out.
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = variables.safeParse(given);
  if (!parsed.success) {
    const name = String(parsed.error.issues[0]?.path[0]);
    throw new Refusal(
      'bad-setting',
      `${name} should be an address like postgres://user:password@host:5432/junbi.`,
    );
  }
  const { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl } = parsed.data;
  const at = places(given, checkout);
  const keys = openKeys(at.keysDir, options);
  if (!appUrl) {
    const others = [
      ownerUrl,
      parsed.data.DATABASE_AUTH_URL,
      parsed.data.DATABASE_WORKER_URL,
      parsed.data.DATABASE_ASSOC_URL,
      parsed.data.DATABASE_AGG_URL,
    ];
    if (others.every((one) => !one)) return { ...at, keys, external: undefined };
    throw new Refusal(
      'bad-setting',
      'DATABASE_OWNER_URL, DATABASE_AUTH_URL, DATABASE_WORKER_URL, DATABASE_ASSOC_URL or DATABASE_AGG_URL is set without DATABASE_URL, the login of the application. Set it too, or none of them for the embedded PostgreSQL.',
    );
  }
  const authUrl =
    parsed.data.DATABASE_AUTH_URL ?? withLogin(appUrl, 'auth', keys.password('database-auth'));
  const workerUrl =
    parsed.data.DATABASE_WORKER_URL ??
    withLogin(appUrl, 'app_worker', keys.password('database-worker'));
  const assocUrl =
    parsed.data.DATABASE_ASSOC_URL ??
    withLogin(appUrl, 'app_assoc', keys.password('database-assoc'));
  const aggUrl =
    parsed.data.DATABASE_AGG_URL ?? withLogin(appUrl, 'agg', keys.password('database-agg'));
  const external = { appUrl, authUrl, workerUrl, assocUrl, aggUrl, ownerUrl };
  return { ...at, keys, external };
}

/** The password inside an address; a sentence where there is none. */
export function passwordIn(url: string, variable: string): string {
  const { password } = new URL(url);
  if (password) return decodeURIComponent(password);
  throw new Refusal(
    'bad-setting',
    `${variable} needs a password in it, because the set-up gives that password to the login.`,
  );
}
