import { openApp } from '../setup/app.ts';
import { foundOrganisation, reachLevel2, signUp, type Person } from '../setup/people.ts';
import { inTurns, type Row } from './row.ts';

const COUNT = { rounds: 100, warmUp: 20 };
const CLIENTS = 500;

/** The first page of a consultant with 500 clients beside that of one who has none. */
export async function portfolio(): Promise<Row[]> {
  const app = await openApp();
  try {
    const busy = await signUp(app, '原 さくら');
    const idle = await signUp(app, '木村 陸');
    for (const person of [busy, idle]) await reachLevel2(app, person);
    const full = await foundOrganisation(busy, 'consultancies', 'みちのり経営事務所');
    const empty = await foundOrganisation(idle, 'consultancies', '白紙事務所');
    await giveClients(app, full);
    const times = await inTurns(
      {
        empty: () => read(idle, `/c/${empty}`),
        full: () => read(busy, `/c/${full}`),
        searched: () => read(busy, `/c/${full}?q=1&state=blocked&order=activity`),
      },
      COUNT,
    );
    const row = (name: string, figure: number | undefined): Row => ({
      name,
      figure: figure ?? NaN,
      reference: times['empty'] ?? NaN,
      unit: 'ms',
      limit: { times: 3 },
    });
    return [
      row(`portfolio of ${CLIENTS} clients, p50 / the empty portfolio`, times['full']),
      row(
        `portfolio of ${CLIENTS} clients, filtered, p50 / the empty portfolio`,
        times['searched'],
      ),
    ];
  } finally {
    await app.close();
  }
}

/** Engagements and summaries as the verbs would have written them, in one statement each. */
async function giveClients(
  { superuser }: Awaited<ReturnType<typeof openApp>>,
  consultancy: string,
): Promise<void> {
  await superuser.query(
    `insert into ctx.tenant (company_id, name)
     select gen_random_uuid(), '顧客' || lpad(n::text, 3, '0') from generate_series(1, ${CLIENTS}) n`,
  );
  await superuser.query(
    `insert into ctx.engagement (company_id, engagement_id, consultancy_id, scope, granted_by, granted_by_name, ends_at)
     select company_id, gen_random_uuid(), $1, 'answer', gen_random_uuid(), '佐藤', now() + interval '90 days' from ctx.tenant`,
    [consultancy],
  );
  await superuser.query(
    `insert into junbi.client_summary (consultancy_id, client_id, client_name, scope, starts_at, ends_at, parts, gate_state,
                                       blockers, open, last_activity, engine, event_number)
     select $1, company_id, name, 'answer', now() - interval '1 minute', now() + interval '90 days', '{}',
            (array['blocked', 'undetermined', 'not-started', 'clear'])[1 + n % 4], n % 30, n % 40,
            now() - make_interval(hours => n::int), 1, 1
       from (select *, row_number() over () as n from ctx.tenant) t`,
    [consultancy],
  );
  await superuser.query('analyze');
}

async function read({ visitor }: Person, path: string): Promise<void> {
  const { status } = await visitor.get(path, { 'accept-encoding': 'gzip' });
  if (status !== 200) throw new Error(`${path} answered ${status}.`);
}
