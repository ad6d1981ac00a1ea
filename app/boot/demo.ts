import type { BootedDatabase } from '#db/boot.ts';
import { loadDemo } from '#db/demo.ts';
import { demoPeople } from '#db/demo/people.ts';
import { Refusal } from '#db/refusal.ts';
import { hashPassword } from '../auth/password.server.ts';
import type { Environment } from '../env.server.ts';

/** Printed at every start: a fictional company has no secrets. */
const password = 'junbi-demo-nagano';

/**
 * Loads the fictional companies where JUNBI_DEMO says so; by default only into the embedded
 * database of a server that nobody but this machine reaches. Returns what to print at the end.
 */
export async function prepareDemo(
  environment: Environment,
  database: BootedDatabase,
  asked: string | undefined,
): Promise<string[]> {
  const isPrivate = database.isEmbedded && environment.isLocal;
  if ((asked || (isPrivate ? '1' : '0')) !== '1') return [];
  if (environment.production) {
    throw new Refusal(
      'demo',
      'JUNBI_DEMO=1 makes accounts with a public password; it is refused in production.',
    );
  }
  if (!database.ownerUrl) {
    throw new Refusal('demo', 'JUNBI_DEMO=1 needs DATABASE_OWNER_URL, to load the demo.');
  }
  const passwordHash = await hashPassword(password);
  await loadDemo({ ownerUrl: database.ownerUrl, passwordHash, now: new Date() });
  return [
    'Demo accounts (fictional companies):',
    ...Object.values(demoPeople).map(({ email, name }) => `  ${email}  ${name}`),
    `  password of each: ${password}`,
  ];
}
