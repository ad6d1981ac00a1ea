import { verifyChain, type AuditChain, type ChainChecked } from '#assessments/audit-chain.ts';
import { entryHash, GENESIS } from '#assessments/audit-entry.ts';
import type { Client } from 'pg';

// What a superuser may do to one company's chain, with every trigger switched off.

export type Random = () => number;
export type Row = Record<string, string | Date | Buffer | null> & {
  company_id: string;
  seq: string;
  at: Date;
  payload: Buffer;
  prev: Buffer;
  hash: Buffer;
};
export type State = { entries: Row[]; head: Row; anchored: Row[] };

export const KINDS = [
  'edit',
  'edit-rehashed',
  'delete',
  'insert',
  'swap',
  'tail-cut',
  'head-rewritten',
  'recomputed',
  'recomputed-without-anchors',
  'rolled-back',
  'anchor-edited',
] as const;
export type Kind = (typeof KINDS)[number];

export async function stateOf(superuser: Client, company: string): Promise<State> {
  const all = async (table: string, order: string) =>
    (
      await superuser.query<Row>(
        `select * from audit.${table} where company_id = $1 order by ${order}`,
        [company],
      )
    ).rows;
  const [head] = await all('head', 'company_id');
  if (!head) throw new Error('The company has no chain.');
  return { entries: await all('entry', 'seq'), head, anchored: await all('anchored', 'number') };
}

/** Writes a state as it is given, past every fence. */
export async function put(superuser: Client, company: string, state: State): Promise<void> {
  await superuser.query('begin; set local session_replication_role = replica');
  for (const table of ['anchored', 'entry', 'head'])
    await superuser.query(`delete from audit.${table} where company_id = $1`, [company]);
  const insert = async (table: string, row: Row) => {
    const names = Object.keys(row);
    const places = names.map((_, at) => `$${at + 1}`);
    await superuser.query(
      `insert into audit.${table} (${names.join(', ')}) values (${places.join(', ')})`,
      Object.values(row),
    );
  };
  await insert('head', state.head);
  for (const entry of state.entries) await insert('entry', entry);
  for (const row of state.anchored) await insert('anchored', row);
  await superuser.query('commit');
}

/** One tamper of that kind; `older` is the state of an earlier time, `anchored` the last anchored entry. */
export function tampered(
  kind: Kind,
  sound: State,
  { random, older, anchored }: { random: Random; older: State; anchored: number },
): State {
  const state = structuredClone(sound);
  state.entries = sound.entries.map((row) => ({ ...row }));
  state.head = { ...sound.head };
  state.anchored = sound.anchored.map((row) => ({ ...row }));
  const { entries } = state;
  const at = Math.floor(random() * anchored);
  const chosen = entries[at];
  if (!chosen) throw new Error('There is no entry to tamper with.');
  switch (kind) {
    case 'edit':
      edit(chosen, random);
      break;
    case 'edit-rehashed':
      edit(chosen, random);
      chosen.hash = hashOf(chosen);
      break;
    case 'delete':
      entries.splice(at, 1);
      if (random() < 0.5) renumber(state);
      break;
    case 'insert':
      entries.splice(at, 0, { ...chosen, actor_name: '偽' });
      renumber(state);
      break;
    case 'swap': {
      const other =
        entries[(at + 1 + Math.floor(random() * (entries.length - 1))) % entries.length];
      if (!other) throw new Error('There is no other entry.');
      [chosen['target'], other['target']] = [other['target'] ?? null, chosen['target'] ?? null];
      [chosen.payload, other.payload] = [other.payload, chosen.payload];
      [chosen.hash, other.hash] = [other.hash, chosen.hash];
      break;
    }
    case 'tail-cut':
      state.entries = entries.slice(0, at);
      endAt(state);
      state.anchored = state.anchored.filter(({ seq }) => Number(seq) <= at);
      break;
    case 'head-rewritten':
      if (random() < 0.5) state.head.hash = Buffer.alloc(32, Math.floor(random() * 256));
      else state.head.seq = String(Number(state.head.seq) + 1);
      break;
    case 'recomputed':
    case 'recomputed-without-anchors':
      edit(chosen, random);
      relink(state, at);
      if (kind === 'recomputed-without-anchors') state.anchored = [];
      break;
    case 'rolled-back':
      return older;
    case 'anchor-edited': {
      const row = state.anchored[Math.floor(random() * state.anchored.length)];
      if (!row) throw new Error('There is no anchor.');
      row.hash = Buffer.alloc(32, Math.floor(random() * 256));
      break;
    }
  }
  return state;
}

function edit(entry: Row, random: Random): void {
  const edits: (() => void)[] = [
    () => (entry['actor_name'] = '別人'),
    () => (entry['actor'] = null),
    () => (entry['role'] = 'respondent'),
    () => (entry['action'] = 'answer.changed'),
    () => (entry['target'] = 'question/Z-99.level'),
    () => (entry['on_behalf_of'] = entry.company_id),
    () => (entry.at = new Date(entry.at.getTime() + 1)),
    () => {
      const byte = Math.floor(random() * entry.payload.length);
      // A letter stays a letter: the bytes must remain text to be exported.
      const changed = Buffer.from(entry.payload);
      changed[byte] = changed[byte] === 0x41 ? 0x42 : 0x41;
      entry.payload = changed;
    },
  ];
  edits[Math.floor(random() * edits.length)]?.();
}

function renumber(state: State): void {
  const top = state.entries.length;
  for (const [at, entry] of state.entries.entries()) entry.seq = String(at + 1);
  state.head.seq = String(top);
}

function endAt(state: State): void {
  const last = state.entries.at(-1);
  state.head.seq = String(state.entries.length);
  state.head.hash = last?.hash ?? Buffer.from(GENESIS, 'hex');
}

/** Every hash from there on anew, as somebody would who knows how they are made. */
function relink(state: State, from: number): void {
  for (const [at, entry] of state.entries.entries()) {
    if (at < from) continue;
    const before = state.entries[at - 1];
    if (before) entry.prev = before.hash;
    entry.hash = hashOf(entry);
  }
  endAt(state);
}

function hashOf(row: Row): Buffer {
  const text = (name: string) => {
    const value = row[name];
    return typeof value === 'string' ? value : null;
  };
  const hash = entryHash(row.company_id, {
    seq: Number(row.seq),
    at: row.at.toISOString(),
    actor: text('actor'),
    actorName: text('actor_name') ?? '',
    role: text('role') ?? '',
    onBehalfOf: text('on_behalf_of'),
    action: text('action') ?? '',
    target: text('target') ?? '',
    payload: row.payload.toString('utf8'),
    prev: row.prev.toString('hex'),
  });
  return Buffer.from(hash, 'hex');
}

/** Verifiers that lack something: each must miss what only that part finds. */
export const weakened: Record<string, (chain: AuditChain) => ChainChecked> = {
  'without any anchor': (chain) => verifyChain({ ...chain, anchors: [] }),
  'with the last entry taken for the head': (chain) =>
    verifyChain({
      ...chain,
      anchors: [],
      head: { seq: chain.entries.length, hash: chain.entries.at(-1)?.hash ?? GENESIS },
    }),
  'with the anchors of the database alone': (chain) => verifyChain(chain),
};
