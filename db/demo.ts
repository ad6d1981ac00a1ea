import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { createAccount, findAccount, setPassword } from './accounts.ts';
import type { Aggregator } from './aggregation.ts';
import { foundCompany } from './companies.ts';
import { tellOfOthers } from './demo/others.ts';
import { dateBack, letIn } from './demo/owner.ts';
import { demoPeople, emptyCompany, metalMaker } from './demo/people.ts';
import { tellPublications } from './demo/publications.ts';
import { tell } from './demo/telling.ts';
import { rows } from './rows.ts';
import { contextDigest } from './session-token.ts';
import { endSessions, startSession } from './sessions.ts';
import { NoAccess, withAuth, withNewCompany, withOwner, type Session } from './tenant.ts';

export type Demo = {
  ownerUrl: string;
  /** Of the one password that all demo accounts share. */
  passwordHash: string;
  /** The story ends on the working day before; the figures with the quarter that was over last. */
  now: Date;
  aggregator: Aggregator;
};

/**
 * Loads the fictional companies and their people through the ordinary verbs; only the second
 * person's access, the members of the association and the dates of the past are the owner's work.
 * Needs open pools and the published edition. An interrupted loading is finished by the next one;
 * a finished one is left alone, so that what a visitor changed stays, but for the password that is
 * printed.
 */
export async function loadDemo(demo: Demo): Promise<{ loaded: boolean }> {
  await setPasswords(demo);
  if (await isLoaded(demo.ownerUrl)) return { loaded: false };
  const sato = await signIn(demo, demoPeople.sato);
  const tanaka = await signIn(demo, demoPeople.tanaka);
  await found(sato, metalMaker);
  await letIn(demo.ownerUrl, metalMaker, tanaka.accountId);
  await tell({ sato, tanaka }, demo.now);
  await dateBack(demo.ownerUrl, demo.now);
  const kara = await signIn(demo, demoPeople.kara);
  const mori = await signIn(demo, demoPeople.mori);
  const hara = await signIn(demo, demoPeople.hara, 2);
  const asano = await signIn(demo, demoPeople.asano, 2);
  const ueno = await signIn(demo, demoPeople.ueno, 2);
  await tellOfOthers(demo.ownerUrl, { sato, mori, hara, asano });
  await tellPublications(demo, { asano, ueno });
  await withAuth(async (tx) => {
    for (const { accountId } of [sato, tanaka, mori, hara, asano, ueno])
      await endSessions(tx, accountId);
  });
  // The last step marks the whole as loaded; its session can go in peace afterwards.
  await found(kara, emptyCompany);
  await withAuth((tx) => endSessions(tx, kara.accountId));
  return { loaded: true };
}

const mark = z.strictObject({ loaded: z.boolean() });

async function isLoaded(ownerUrl: string): Promise<boolean> {
  const [one] = await withOwner(ownerUrl, (tx) =>
    rows(
      tx,
      mark,
      sql`select exists (select from ctx.tenant where company_id = ${emptyCompany.companyId}) as loaded`,
    ),
  );
  return one?.loaded === true;
}

/** A start without the demo has locked its accounts. */
async function setPasswords({ passwordHash }: Demo): Promise<void> {
  await withAuth(async (tx) => {
    for (const { email } of Object.values(demoPeople)) {
      const account = await findAccount(tx, email);
      if (account) await setPassword(tx, account.accountId, passwordHash);
    }
  });
}

type Founder = Session & { accountId: string; name: string };

async function signIn(
  demo: Demo,
  person: { email: string; name: string },
  level: 1 | 2 = 1,
): Promise<Founder> {
  const { passwordHash } = demo;
  return withAuth(async (tx) => {
    const made = await createAccount(tx, { ...person, locale: 'ja', passwordHash });
    const account = made.ok ? made : await findAccount(tx, person.email);
    if (!account) throw new Error(`The demo account ${person.email} is neither new nor there.`);
    const { accountId } = account;
    const { token } = await startSession(tx, { accountId, level });
    return { accountId, name: person.name, contextDigest: contextDigest(token) };
  });
}

async function found(
  { contextDigest: digest, name: byName }: Founder,
  { companyId, name }: { companyId: string; name: string },
): Promise<void> {
  try {
    await withNewCompany({ contextDigest: digest, companyId }, (tx) =>
      foundCompany(tx, { name, byName }),
    );
  } catch (error) {
    // Taken: an interrupted loading came this far. A session that ended shows at the next door.
    if (!(error instanceof NoAccess)) throw error;
  }
}
