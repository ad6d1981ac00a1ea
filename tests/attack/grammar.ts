import type { Catalog } from './catalog.ts';
import { queries, type Attacker } from './grammar-query.ts';
import { writes } from './grammar-write.ts';
import type { Random } from './random.ts';

export type Kind = 'query' | 'write' | 'call' | 'context';
export type Statement = { kind: Kind; text: string };

const OTHER_SETTINGS = [
  'app.capability',
  'app.company',
  'app.company_id',
  'app.tenant',
  'app.actor',
  'role',
  'row_security',
  'session_replication_role',
  'search_path',
];

/** Adversarial SQL as somebody would send it who can run any statement inside one tenant's request. */
export function grammar(random: Random, catalog: Catalog, attacker: Attacker) {
  const { pick, weighted, chance } = random;
  const read = queries(random, catalog, attacker);
  const { write, calls } = writes(random, catalog, attacker, read);
  // What a function or a policy reads is set as often as all others together.
  const setting = () => (chance(0.5) ? pick(catalog.settings) : pick(OTHER_SETTINGS));

  /** The capability of this transaction, tampered with. */
  const forged = (): string => {
    const own = `current_setting('app.capability', true)`;
    const theirs = read.foreign();
    return pick([
      `replace(${own}, '${attacker.own.company_id}', '${theirs.company_id}')`,
      `replace(${own}, '${attacker.own.consultancy_id}', '${theirs.consultancy_id}')`,
      `replace(${own}, '${attacker.own.association_id}', '${theirs.association_id}')`,
      `replace(${own}, '.ro.', '.rw.')`,
      `replace(${own}, '.viewer.', '.owner.')`,
      `replace(${own}, 'consultancy.', 'company.')`,
      `overlay(${own} placing 'company.${theirs.company_id}' from 1 for 44)`,
      `'company.${theirs.company_id}.rw.owner.${theirs.account_id}.-.governance.ABCDEFGHIJKL.1.4000000000.' || encode(sha256('x'), 'hex')`,
      `'company.${theirs.company_id}.rw.owner.${theirs.account_id}.-.governance.ABC.1.4000000000.' || right(${own}, 64)`,
      `'company.${theirs.company_id}.' || ${own}`,
      `${own} || '.company.${theirs.company_id}'`,
      `left(${own}, -64)`,
      `''`,
      `'${theirs.company_id}'`,
    ]);
  };
  const value = () =>
    weighted([
      [3, () => `'${read.foreign().company_id}'`],
      [2, () => forged()],
      [1, () => `'on'`],
      [1, () => `'off'`],
      [1, () => `'rw'`],
      [1, () => `'owner_ddl'`],
      [1, () => `'replica'`],
    ]);

  /** What comes before a query or a write in the same transaction. */
  const context = (): string =>
    weighted([
      [4, () => `select set_config('app.capability', ${forged()}, ${pick(['true', 'false'])})`],
      [
        6,
        () => `select set_config('${setting()}', ${value()}, ${pick(['true', 'true', 'false'])})`,
      ],
      [1, () => `set local role ${pick(['owner_ddl', 'auth', 'postgres', 'none'])}`],
      [1, () => `set session authorization ${pick(['auth', 'postgres', 'default'])}`],
      [1, () => `set local row_security = ${pick(['off', 'on'])}`],
      [1, () => 'set local session_replication_role = replica'],
      [1, () => 'reset all'],
      [1, () => `set local search_path = junbi, ctx, auth, public`],
      [1, () => 'savepoint s; rollback to s'],
      [1, () => 'rollback; begin'],
      [1, () => 'set transaction read write'],
      [
        2,
        () =>
          pick([
            'alter role app bypassrls',
            'alter table junbi.company disable row level security',
            'alter table junbi.company no force row level security',
            'drop policy tenant on junbi.company',
            'create policy open on junbi.company using (true)',
            'grant select on all tables in schema ctx, auth to app',
            'grant owner_ddl to app',
            `create or replace function ctx.company() returns uuid language sql as $f$ select '${read.foreign().company_id}'::uuid $f$`,
            `create function junbi.company() returns uuid language sql as $f$ select '${read.foreign().company_id}'::uuid $f$`,
            `create function pg_temp.sha256(bytea) returns bytea language sql as $f$ select '\\x00'::bytea $f$`,
            'create temp table company (x int)',
            'create schema mine; set local search_path = mine',
            'create extension dblink',
            `load 'dblink'`,
          ]),
      ],
    ]);

  const plain = (): Statement =>
    weighted<Statement>([
      [5, () => ({ kind: 'query', text: read.query() })],
      [2.5, () => ({ kind: 'write', text: write() })],
      [1.5, () => ({ kind: 'call', text: calls() })],
    ]);
  return {
    statement: (): Statement => {
      const { kind, text } = plain();
      if (chance(0.7)) return { kind, text };
      return { kind: 'context', text: `${context()}; ${text}` };
    },
  };
}
