import { Client, DatabaseError } from 'pg';
import type { Catalog } from './catalog.ts';
import { grammar, type Kind } from './grammar.ts';
import type { Attacker } from './grammar-query.ts';
import { CANARY } from './plant.ts';
import { randomOf } from './random.ts';

export type Hit = { statement: string; saw: string };

export type FuzzReport = {
  statements: number;
  /** Went through without an error. */
  executed: number;
  /** Refused by the parser: they test nothing. */
  malformed: number;
  kinds: Record<Kind, number>;
  hits: Hit[];
};

export type Fuzzing = {
  url: string;
  catalog: Catalog;
  attacker: Attacker;
  /** A fresh capability; asked for again before 60 seconds are over. */
  capability: () => Promise<string>;
  seed: number;
  count: number;
  /** Whether what went through is committed; the control as superuser commits nothing. */
  commits: boolean;
};

const CAPABILITY_MS = 20_000;

/** Runs so many adversarial statements, each in a transaction that the capability opened. */
export async function fuzz(given: Fuzzing): Promise<FuzzReport> {
  const client = new Client({ connectionString: given.url, types: { getTypeParser } });
  client.on('error', () => {}); // the statement that runs meanwhile reports the loss
  let heard = '';
  client.on('notice', (notice) => {
    heard += `${notice.message ?? ''} ${notice.detail ?? ''} ${notice.hint ?? ''} ${notice.where ?? ''}\n`;
  });
  client.on('notification', ({ payload }) => (heard += payload ?? ''));
  await client.connect();
  const { statement } = grammar(randomOf(given.seed), given.catalog, given.attacker);
  const kinds = { query: 0, write: 0, call: 0, context: 0 };
  const report: FuzzReport = { statements: 0, executed: 0, malformed: 0, kinds, hits: [] };
  let capability = '';
  let minted = 0;
  let failed = false;
  try {
    for (; report.statements < given.count; report.statements += 1) {
      if (performance.now() - minted > CAPABILITY_MS || minted === 0) {
        capability = await given.capability();
        minted = performance.now();
      }
      // What an attacker left on the connection may help them for a while, then they start afresh.
      if (report.statements % 20 === 0) await client.query(`rollback; discard all`).catch(() => {});
      const { kind, text } = statement();
      kinds[kind] += 1;
      const open = `${failed ? 'rollback; ' : ''}begin; set local app.capability = '${capability}'; `;
      const close = given.commits ? '; commit' : '; rollback';
      const outcome = await run(client, open + text + close);
      failed = !outcome.ok;
      if (outcome.ok) report.executed += 1;
      if (outcome.isMalformed) report.malformed += 1;
      const saw = CANARY.exec(outcome.said) ?? CANARY.exec(heard);
      if (saw) {
        const all = outcome.said + heard;
        const at = Math.max(0, all.search(CANARY) - 80);
        report.hits.push({ statement: text, saw: all.slice(at, at + 200) });
      }
      heard = '';
    }
  } finally {
    await client.end();
  }
  return report;
}

type Outcome = { ok: boolean; isMalformed: boolean; said: string };

async function run(client: Client, text: string): Promise<Outcome> {
  try {
    const answered: unknown = await client.query({ text, rowMode: 'array' });
    return { ok: true, isMalformed: false, said: JSON.stringify(rowsOf(answered)) };
  } catch (error) {
    if (!(error instanceof DatabaseError)) throw error;
    const { message, detail, hint, where, internalQuery, schema, table, column, constraint } =
      error;
    // What the statement itself quotes is no news; it holds no canary.
    return {
      ok: false,
      isMalformed: error.code === '42601',
      said: [message, detail, hint, where, internalQuery, schema, table, column, constraint].join(
        '\n',
      ),
    };
  }
}

const rowsOf = (answered: unknown): unknown =>
  Array.isArray(answered)
    ? answered.map(rowsOf)
    : typeof answered === 'object' && answered !== null && 'rows' in answered
      ? answered.rows
      : null;

// Every value as PostgreSQL writes it: the canaries are searched in text.
const getTypeParser = () => (value: string) => value;
