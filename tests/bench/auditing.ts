import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { verifyChain } from '#assessments/audit-chain.ts';
import { record } from '#db/audit.ts';
import { withCompany } from '#db/tenant.ts';
import { companyOf, openWorld, signedIn } from '../db/world.ts';
import { madeChain } from '../setup/chain.ts';
import { inTurns, type Row } from './row.ts';

const COUNT = { rounds: 300, warmUp: 50 };
const PARALLEL = { clients: 8, each: 250 };
const CHAIN = 100_000;

const entry = (): Parameters<typeof record<'answer.saved'>>[2] => ({
  target: 'question/A-04.level',
  fields: { assessment: randomUUID(), questionnaire: 'governance', version: 1 },
  sealed: { answer: { level: 2 }, note: null },
});

// Both sides write something that must reach the disk, or the difference would be the disk’s.
const durable = sql`insert into public.bare values (gen_random_uuid())`;

/** What an entry of the access log costs, and how fast a chain is verified (AUD-3, AUD-4). */
export async function auditing(): Promise<Row[]> {
  const world = await openWorld({ appConnections: PARALLEL.clients });
  try {
    const mine = await companyOf(await signedIn());
    await world.superuser.query(
      'create table public.bare (id uuid primary key); grant usage on schema public to app; grant insert on public.bare to app',
    );
    const times = await inTurns(
      {
        without: () => withCompany(mine, (tx) => tx.execute(durable)),
        with: () =>
          withCompany(mine, async (tx) => {
            await tx.execute(durable);
            await record(tx, 'answer.saved', entry());
          }),
      },
      COUNT,
    );
    const companies = await Promise.all(
      Array.from({ length: PARALLEL.clients }, async () => companyOf(await signedIn())),
    );
    const began = performance.now();
    await Promise.all(
      companies.map(async (company) => {
        for (let at = 0; at < PARALLEL.each; at += 1)
          await withCompany(company, (tx) => record(tx, 'answer.saved', entry()));
      }),
    );
    const seconds = (performance.now() - began) / 1000;
    const { chain, lines } = madeChain(CHAIN, { each: 1_000 });
    const verifying = performance.now();
    const { problems } = verifyChain(chain, { anchors: lines });
    const verified = performance.now() - verifying;
    if (problems.length > 0) throw new Error(problems.join(' '));
    return [
      {
        name: 'a transaction with an entry of the access log / without',
        figure: times['with'] ?? NaN,
        reference: times['without'] ?? NaN,
        unit: 'ms',
        limit: { plus: 1.5 },
      },
      {
        name: `an entry, ${PARALLEL.clients} companies at once (1,000 a second: 1 ms)`,
        figure: (seconds * 1000) / (PARALLEL.clients * PARALLEL.each),
        reference: null,
        unit: 'ms',
        limit: { most: 1 },
      },
      {
        name: 'verifying an entry of a chain (50,000 a second: 20 µs)',
        figure: (verified * 1000) / CHAIN,
        reference: null,
        unit: 'µs',
        limit: { most: 20 },
      },
    ];
  } finally {
    await world.close();
  }
}
