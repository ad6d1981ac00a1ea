import { randomBytes } from 'node:crypto';
import { findAccount, setPassword } from '#db/accounts.ts';
import type { Aggregator } from '#db/aggregation.ts';
import type { BootedDatabase } from '#db/boot.ts';
import { loadDemo } from '#db/demo.ts';
import { demoPeople } from '#db/demo/people.ts';
import { Refusal } from '#db/refusal.ts';
import { endSessions } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import { hashPassword, passwordMatches } from '../auth/password.server.ts';
import type { Environment } from '../env.server.ts';

/** Printed at every start: a fictional company has no secrets. */
const password = 'junbi-demo-nagano';

/**
 * Loads the fictional companies where JUNBI_DEMO says so; by default only into the embedded
 * database of a server that nobody but this machine reaches. Elsewhere, what an earlier start has
 * loaded is locked. Returns what to print at the end.
 */
export async function prepareDemo(
  environment: Environment,
  database: BootedDatabase,
  asked: string | undefined,
  aggregator: Aggregator,
): Promise<string[]> {
  const isPrivate = database.isEmbedded && environment.isLocal;
  if ((asked || (isPrivate ? '1' : '0')) !== '1') return lockDemo();
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
  await loadDemo({ ownerUrl: database.ownerUrl, passwordHash, now: new Date(), aggregator });
  return [
    'Demo accounts (fictional companies):',
    ...Object.values(demoPeople).map(({ email, name }) => `  ${email}  ${name}`),
    `  password of each: ${password}`,
  ];
}

/**
 * Whoever has the printed password must not come in where the demo is off: such an account gets one
 * that nobody knows, and its sessions end. Needs no owner, so that it holds for every node.
 */
async function lockDemo(): Promise<string[]> {
  const locked: string[] = [];
  for (const { email } of Object.values(demoPeople)) {
    const account = await withAuth((tx) => findAccount(tx, email));
    if (!account || !(await passwordMatches(account.passwordHash, password))) continue;
    const unknown = await hashPassword(randomBytes(32).toString('hex'));
    await withAuth(async (tx) => {
      await setPassword(tx, account.accountId, unknown);
      await endSessions(tx, account.accountId);
    });
    locked.push(email);
  }
  return locked.length === 0
    ? []
    : [`The demo is off; its accounts are locked: ${locked.join(', ')}.`];
}
