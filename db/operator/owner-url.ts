import { withDatabase } from '../administrator.ts';
import { runningEmbedded, startEmbedded } from '../embedded.ts';
import { Refusal } from '../refusal.ts';
import { databaseName } from '../settings.ts';
import type { DatabaseSettings } from '../settings.ts';

/**
 * Runs `work` with the owner's address: DATABASE_OWNER_URL, or the embedded server, which is
 * started for this command alone where no Junbi runs.
 */
export async function withOwnerUrl<T>(
  settings: DatabaseSettings,
  log: (line: string) => void,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  if (settings.external) return work(externalOwnerUrl(settings.external));
  const { dataDir, keysDir } = settings;
  const running = runningEmbedded(dataDir, keysDir);
  if (running) return work(withDatabase(running, databaseName));
  const server = await startEmbedded({ dataDir, keysDir, log });
  try {
    return await work(withDatabase(server.adminUrl, databaseName));
  } finally {
    await server.stop();
  }
}

/** The owner's address of a server of one's own, or a sentence. */
export function externalOwnerUrl(external: NonNullable<DatabaseSettings['external']>): string {
  if (external.ownerUrl) return external.ownerUrl;
  throw new Refusal(
    'bad-setting',
    'Set DATABASE_OWNER_URL: this command works through the administrator’s connection.',
  );
}
