import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { withDatabase } from '#db/administrator.ts';
import { runningEmbedded } from '#db/embedded.ts';
import { temporaryPlace } from '../db/temporary-place.ts';
import { questionPath } from '../setup/answers.ts';
import { formWith } from '../setup/form.ts';
import { freePort } from '../setup/free-port.ts';
import { foundCompany, signUp, startAssessment } from '../setup/people.ts';
import { seeded } from '../setup/seeded.ts';
import { startServerProcess, type ServerProcess } from '../setup/server-process.ts';
import type { Visitor } from '../setup/visitor.ts';

export type Stored = { version: number; requestId: string; level: number; note: string };

export type CrashReport = {
  seed: number;
  kills: number;
  acknowledged: { version: number; requestId: string }[];
  stored: Stored[];
  /** The versions of which the access log says that they were saved. */
  logged: number[];
  /** Saves that had to be sent more than once. */
  resent: number;
  durability: Record<string, string>;
};

const question = 'A-02.level';

/** What save n says; every field tells n, so that a half-written row would show. */
export const nth = (n: number) => ({ level: n % 5, note: `${n}回目の保存` });

/**
 * The real server with its embedded PostgreSQL, a person who saves answer after answer through the
 * form, and `kill -9` at seeded moments while a save is under way: of the server, which is then
 * started again, or of the postmaster, which the server itself has to start again.
 */
export async function crash(
  victim: 'server' | 'postgres',
  { saves, kills, seed }: { saves: number; kills: number; seed: number },
): Promise<CrashReport> {
  const random = seeded(seed);
  const place = temporaryPlace();
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const start = () =>
    startServerProcess({
      PORT: String(port),
      APP_ORIGIN: origin,
      JUNBI_DATA_DIR: place.dataDir,
      JUNBI_KEYS_DIR: place.keysDir,
    });
  let server = await start();
  try {
    const person = await withSuperuser(place, (superuser) => signUp({ origin, superuser }));
    const org = await foundCompany(person);
    const assessment = await startAssessment(person, org);
    const path = questionPath({ org, assessment }, question);
    const { fields } = formWith((await person.visitor.get(path)).text, 'base');

    const acknowledged: CrashReport['acknowledged'] = [];
    const fatal = momentsOf(random, saves, kills);
    let killed = 0;
    let resent = 0;
    for (let n = 1; n <= saves; n += 1) {
      const { level, note } = nth(n);
      const given = { ...fields, intent: 'save', level: String(level), note };
      const sent = { ...given, base: String(n - 1), request: randomUUID() };
      const restarted = fatal.has(n)
        ? pause(random() * 15).then(async () => {
            killed += 1;
            if (victim === 'postgres') return killPostmaster(place.dataDir, server);
            await server.kill();
            server = await start();
            return undefined;
          })
        : Promise.resolve();
      const [attempts] = await Promise.all([saved(person.visitor, path, sent), restarted]);
      if (attempts > 1) resent += 1;
      acknowledged.push({ version: n, requestId: sent.request });
    }
    return await withSuperuser(place, async (superuser) => ({
      seed,
      kills: killed,
      acknowledged,
      resent,
      stored: await storedRows(superuser, assessment),
      logged: await loggedVersions(superuser, org),
      durability: await durabilityOf(superuser),
    }));
  } finally {
    await server.stop();
    place.remove();
  }
}

/** Which acknowledged saves are not among the rows. */
export function lost({ acknowledged, stored }: Pick<CrashReport, 'acknowledged' | 'stored'>) {
  const rows = new Map(stored.map(({ version, requestId }) => [version, requestId]));
  return acknowledged.filter(({ version, requestId }) => rows.get(version) !== requestId);
}

/** Sends a save until it is acknowledged, always the same one; how often it was sent. */
async function saved(visitor: Visitor, path: string, fields: Record<string, string | string[]>) {
  for (let attempts = 1; ; attempts += 1) {
    const answer = await visitor.post(path, fields).catch(() => undefined);
    if (answer?.status === 303) return attempts;
    if (answer && answer.status < 500)
      throw new Error(`${answer.status}: ${answer.text.slice(0, 500)}`);
    while ((await visitor.get('/readyz').catch(() => undefined))?.status !== 200) await pause(20);
  }
}

async function killPostmaster(dataDir: string, server: ServerProcess): Promise<void> {
  const pid = Number(readFileSync(join(dataDir, 'postgres/postmaster.pid'), 'utf8').split('\n')[0]);
  const backBefore = timesBack(server);
  process.kill(pid, 'SIGKILL');
  while (timesBack(server) === backBefore) await pause(10);
}

function timesBack({ said }: ServerProcess): number {
  return said.filter((line) => line === 'The database server is back.').length;
}

type At = { dataDir: string; keysDir: string };

async function withSuperuser<T>({ dataDir, keysDir }: At, work: (client: Client) => Promise<T>) {
  const adminUrl = runningEmbedded(dataDir, keysDir);
  if (!adminUrl) throw new Error('The embedded PostgreSQL does not run.');
  const client = new Client({ connectionString: withDatabase(adminUrl, 'junbi') });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function storedRows(client: Client, assessment: string): Promise<Stored[]> {
  const { rows } = await client.query<Stored>(
    `select version, request_id as "requestId", (answer ->> 'level')::int as level, note
       from junbi.answer_event where assessment_id = $1 order by version`,
    [assessment],
  );
  return rows;
}

async function loggedVersions(client: Client, org: string): Promise<number[]> {
  const { rows } = await client.query<{ version: number }>(
    `select (convert_from(payload, 'UTF8')::json -> 'fields' ->> 'version')::int as version
       from audit.entry where company_id = $1 and action = 'answer.saved' order by seq`,
    [org],
  );
  return rows.map(({ version }) => version);
}

async function durabilityOf(client: Client): Promise<Record<string, string>> {
  const { rows } = await client.query<{ name: string; setting: string }>(
    `select name, setting from pg_settings
      where name in ('fsync', 'synchronous_commit', 'full_page_writes')`,
  );
  return Object.fromEntries(rows.map(({ name, setting }) => [name, setting]));
}

/** So many different saves between the first and the last, in which something is killed. */
function momentsOf(random: () => number, saves: number, kills: number): Set<number> {
  const moments = new Set<number>();
  while (moments.size < kills) moments.add(1 + Math.floor(random() * saves));
  return moments;
}
