import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { CLASSIFICATION, type Protection } from '#db/classification.ts';
import { ALLOWED } from '#db/lint-allow-list.ts';
import { LINT_RULES } from '#db/lint-rules.ts';
import { describeHole, lintSchema, lintServer } from '#db/schema-lint.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

// Every hole is planted in a transaction of its own that is rolled back: the database stays sound.
// `columns` classifies what the plant adds, so that L16 keeps silent where it is not the rule under test.
type Plant = { rule: string; hole: string; sql: string; columns?: Record<string, string[]> };

const scratch = (columns = 'company_id uuid not null, scratch_id uuid not null') =>
  `create table junbi.scratch (${columns}, primary key (company_id, scratch_id));`;
const known = { 'junbi.scratch': ['company_id', 'scratch_id'] };

const plants: readonly Plant[] = [
  {
    rule: 'L01',
    hole: 'a table without any policy',
    sql: `${scratch()} grant select on junbi.scratch to app`,
    columns: known,
  },
  {
    rule: 'L01',
    hole: 'FORCE taken off one table',
    sql: 'alter table junbi.answer_event no force row level security',
  },
  {
    rule: 'L01',
    hole: 'row-level security switched off',
    sql: 'alter table junbi.profile_version disable row level security',
  },
  { rule: 'L01', hole: 'sessions opened to app', sql: 'grant select (id) on auth.session to app' },
  { rule: 'L01', hole: 'the key opened to app', sql: 'grant select on ctx.key to app' },
  {
    rule: 'L02',
    hole: 'a protected table whose policies are gone',
    sql: `${scratch()} alter table junbi.scratch enable row level security, force row level security;
          grant select on junbi.scratch to app`,
    columns: known,
  },
  {
    rule: 'L03',
    hole: 'a policy that lets everything through',
    sql: 'create policy open on junbi.company for select to app using (true)',
  },
  {
    rule: 'L03',
    hole: 'a check that lets everything through',
    sql: 'alter policy tenant on junbi.answer_event with check (true)',
  },
  {
    rule: 'L03',
    hole: 'a policy that trusts a plain setting',
    sql: `alter policy tenant on junbi.answer_event using (company_id = current_setting('app.company')::uuid)`,
  },
  {
    rule: 'L03',
    hole: 'a second way in beside the right one',
    sql: 'create policy also on junbi.evidence for select to app using (actor = ctx.actor())',
  },
  {
    rule: 'L03',
    hole: 'a policy that writes with a reading scope',
    sql: 'alter policy tenant on junbi.assessment with check (company_id = ctx.company())',
  },
  {
    rule: 'L03',
    hole: 'the questionnaire policy dropped',
    sql: 'drop policy questionnaire on junbi.answer_event',
  },
  {
    rule: 'L03',
    hole: 'the policy dropped that ends a summary with its engagement',
    sql: 'drop policy in_term on junbi.client_summary',
  },
  {
    rule: 'L03',
    hole: 'the author policy dropped',
    sql: 'drop policy author_actor on junbi.answer_event',
  },
  {
    rule: 'L03',
    hole: 'a restrictive policy made for another role',
    sql: 'alter policy tenant_delete on junbi.assessment to auth',
  },
  {
    rule: 'L03',
    hole: 'the policy opened to every role',
    sql: 'alter policy tenant on junbi.assessment to public',
  },
  {
    rule: 'L04',
    hole: 'a view with its owner’s rights',
    sql: 'create view junbi.everything as select company_id from junbi.company; grant select on junbi.everything to app',
    columns: { 'junbi.everything': ['company_id'] },
  },
  {
    rule: 'L05',
    hole: 'a materialised view',
    sql: 'create materialized view junbi.frozen as select company_id from junbi.company; grant select on junbi.frozen to app',
    columns: { 'junbi.frozen': ['company_id'] },
  },
  {
    rule: 'L06',
    hole: 'a foreign key that forgets the company',
    sql: `alter table junbi.assessment add column company uuid;
          alter table junbi.assessment add foreign key (company) references junbi.company (company_id)`,
    columns: { 'junbi.assessment': ['company'] },
  },
  {
    rule: 'L07',
    hole: 'a unique index across companies',
    sql: 'create unique index on junbi.company (name)',
  },
  { rule: 'L08', hole: 'app bypasses policies', sql: 'alter role app bypassrls' },
  { rule: 'L08', hole: 'app may create roles', sql: 'alter role app createrole' },
  {
    rule: 'L08',
    hole: 'app becomes the owner',
    sql: 'alter role app noinherit; grant owner_ddl to app',
  },
  { rule: 'L08', hole: 'app becomes auth', sql: 'alter role app noinherit; grant auth to app' },
  {
    rule: 'L08',
    hole: 'app becomes a superuser by way of a group',
    sql: 'create role junbi_test_group superuser; grant junbi_test_group to auth',
  },
  {
    rule: 'L08',
    hole: 'app owns a table',
    sql: 'alter table content.edition owner to app; revoke all on content.edition from app',
  },
  {
    rule: 'L08',
    hole: 'auth reads a company’s table',
    sql: 'grant select on junbi.company to auth',
  },
  {
    rule: 'L09',
    hole: 'a definer function without a pinned search_path',
    sql: `create function ctx.loose() returns int language sql security definer return 1;
          revoke all on function ctx.loose() from public`,
  },
  {
    rule: 'L09',
    hole: 'a definer function that searches public',
    sql: 'alter function ctx.open(text, uuid) set search_path = public',
  },
  {
    rule: 'L10',
    hole: 'a function that everybody may call',
    sql: 'grant execute on function ctx.mac(text) to public',
  },
  {
    rule: 'L11',
    hole: 'a tenant table without an index',
    sql: 'create table junbi.scratch (company_id uuid not null, scratch_id uuid)',
    columns: known,
  },
  {
    rule: 'L11',
    hole: 'a tenant table whose only index is partial',
    sql: `create table junbi.scratch (company_id uuid not null, scratch_id uuid);
          create index on junbi.scratch (company_id) where scratch_id is null`,
    columns: known,
  },
  {
    rule: 'L12',
    hole: 'a sequence',
    sql: 'create sequence junbi.counter; grant usage on junbi.counter to app',
  },
  {
    rule: 'L13',
    hole: 'a leak-proof function',
    sql: `create function ctx.tight() returns int language sql leakproof return 1;
          revoke all on function ctx.tight() from public`,
  },
  { rule: 'L14', hole: 'TRUNCATE', sql: 'grant truncate on junbi.answer_event to app' },
  { rule: 'L14', hole: 'TRIGGER', sql: 'grant trigger on junbi.answer_event to app' },
  {
    rule: 'L14',
    hole: 'REFERENCES on a column',
    sql: 'grant references (company_id) on junbi.answer_event to app',
  },
  { rule: 'L14', hole: 'CREATE in a schema', sql: 'grant create on schema junbi to app' },
  {
    rule: 'L14',
    hole: 'temporary tables',
    sql: `do $$ begin execute format('grant temporary on database %I to public', current_database()); end $$`,
  },
  {
    rule: 'L15',
    hole: 'a nullable company_id',
    sql: 'create table junbi.scratch (company_id uuid, scratch_id uuid); create index on junbi.scratch (company_id)',
    columns: known,
  },
  {
    rule: 'L15',
    hole: 'a company_id that is text',
    sql: scratch('company_id text not null, scratch_id uuid not null'),
    columns: known,
  },
  { rule: 'L16', hole: 'a new column', sql: 'alter table junbi.company add column phone text' },
  {
    rule: 'L16',
    hole: 'a column that is gone',
    sql: 'alter table auth.outbox drop column sent_at',
  },
  {
    rule: 'L17',
    hole: 'policies off by default for a role',
    sql: 'alter role app set row_security = off',
  },
  {
    rule: 'L17',
    hole: 'policies off by default in the database',
    sql: `do $$ begin execute format('alter database %I set row_security = off', current_database()); end $$`,
  },
  { rule: 'L18', hole: 'no statement time-out', sql: 'alter role app reset statement_timeout' },
  { rule: 'L18', hole: 'a time-out of zero', sql: 'alter role auth set lock_timeout = 0' },
  {
    rule: 'L18',
    hole: 'no idle time-out',
    sql: 'alter role app set idle_in_transaction_session_timeout = 0',
  },
  {
    rule: 'L19',
    hole: 'a table that changes without an entry in the access log',
    sql: 'drop trigger entry_expected on junbi.answer_event',
  },
  {
    rule: 'L19',
    hole: 'a watch that is switched off',
    sql: 'alter table junbi.evidence disable trigger entry_expected',
  },
  {
    rule: 'L20',
    hole: 'a login that reads the chains of all companies',
    sql: 'grant select on audit.anchor to auth',
  },
  {
    rule: 'L20',
    hole: 'an access log that may be changed',
    sql: 'alter table audit.entry disable trigger stays',
  },
  {
    rule: 'L21',
    hole: 'events that can be deleted',
    sql: 'alter table junbi.answer_event disable trigger kept',
  },
  ...[
    ['contributions that associations read', 'grant select on assoc.contribution to app_assoc'],
    ['a secret state that the worker reads', 'grant select (state) on assoc.draft to app_worker'],
    ['figures that the worker reads', 'grant select on assoc.published_cell to app_worker'],
    ['figures that can be rewritten', 'grant update on assoc.published_cell to app_assoc'],
    [
      'figures of every association',
      'alter policy reader on assoc.published_cell using (association_id is not null)',
    ],
    [
      'a second policy on figures',
      'create policy more on assoc.published_period for select to app_assoc using (true)',
    ],
    ['figures without a fence', 'alter table assoc.published_period no force row level security'],
  ].map(([hole = '', statement = '']) => ({ rule: 'L22', hole, sql: statement })),
];

const serverPlants: readonly Plant[] = [
  {
    rule: 'L18',
    hole: 'statements visible to others',
    sql: 'alter role app reset track_activities',
  },
  {
    rule: 'L14',
    hole: 'large objects',
    sql: 'grant execute on function pg_catalog.lo_create(oid) to public',
  },
  {
    rule: 'L14',
    hole: 'notifications',
    sql: 'grant execute on function pg_catalog.pg_notify(text, text) to public',
  },
];

const classified = (columns: Record<string, string[]> = {}) => {
  const all: Record<string, Record<string, Protection>> = { ...CLASSIFICATION };
  for (const [table, names] of Object.entries(columns))
    all[table] = { ...all[table], ...Object.fromEntries(names.map((name) => [name, 'internal'])) };
  return all;
};

async function rulesAfter({ sql, columns }: Plant, lint = lintSchema) {
  // Roles belong to the whole server: a database that another test makes meanwhile touches them too.
  await world.superuser.query('begin; lock table pg_catalog.pg_authid in share row exclusive mode');
  try {
    await world.superuser.query(sql);
    const holes = await lint(world.superuser, { classification: classified(columns) });
    return [...new Set(holes.map((hole) => hole.rule))];
  } finally {
    await world.superuser.query('rollback');
  }
}

describe('the schema lint', () => {
  it('is empty for the owner and for app itself, and takes less than half a second', async () => {
    const app = new Client({ connectionString: world.appUrl });
    await app.connect();
    const start = performance.now();
    expect(await lintSchema(app)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(500);
    expect(await lintServer(app)).toEqual([]);
    await app.end();
    expect(await lintSchema(world.superuser)).toEqual([]);
  });

  it.each(plants)('$rule finds $hole', async (plant) => {
    expect(await rulesAfter(plant)).toEqual([plant.rule]);
  });

  it.each(serverPlants)('$rule finds $hole, which only a superuser can close', async (plant) => {
    expect(await rulesAfter(plant, lintServer)).toEqual([plant.rule]);
    expect(await rulesAfter(plant)).toEqual([]);
  });

  it('has a planted hole for every rule', () => {
    const planted = new Set([...plants, ...serverPlants].map((plant) => plant.rule));
    expect([...planted].toSorted()).toEqual(
      [...new Set(LINT_RULES.map(({ rule }) => rule))].toSorted(),
    );
    expect(planted.size).toBe(22);
  });

  it('finds an extension that nobody reviewed', async () => {
    // No extension can be counted on to be installed; the catalog row is what the rule reads.
    await world.superuser.query('begin; set local allow_system_table_mods = on');
    try {
      await world.superuser.query(
        `insert into pg_extension select 4000000000::oid, 'dblink', extowner, extnamespace, false, '1', null, null
           from pg_extension where extname = 'plpgsql'`,
      );
      expect(await lintSchema(world.superuser)).toEqual([
        { rule: 'L17', object: 'extension dblink' },
      ]);
    } finally {
      await world.superuser.query('rollback');
    }
  });

  it('reports an allow-list entry that no longer matches anything', async () => {
    const allowed = [...ALLOWED, { rule: 'L01', object: 'junbi.gone' }];
    expect(await lintSchema(world.superuser, { allowed })).toEqual([
      { rule: 'stale allow-list', object: 'L01 junbi.gone' },
    ]);
  });

  it('allows the policies on published content, of definer functions, and where two tenants meet', async () => {
    expect(await lintSchema(world.superuser, { allowed: [] })).toHaveLength(17);
    const objects = ALLOWED.map((entry) => entry.object.replace(/ .*/, ''));
    expect(new Set(objects)).toEqual(
      new Set([
        'content.document',
        'content.edition',
        'ctx.engagement',
        'ctx.association_company',
        'ctx.campaign_recipient',
        'junbi.client_summary',
        'junbi.assessment',
        'junbi.assessment_state',
        'junbi.carrying',
        'junbi.evidence',
        'junbi.signed_result',
      ]),
    );
  });

  it('puts a hole in words', () => {
    expect(describeHole({ rule: 'L13', object: 'ctx.tight()' })).toBe(
      'L13: ctx.tight() (a function of ours is marked LEAKPROOF)',
    );
  });
});

const protect = async (columns: string, more = '') => {
  await world.superuser.query('begin');
  try {
    await world.superuser.query('set local role owner_ddl');
    await world.superuser.query(`create table junbi.scratch (${columns}); ${more}`);
    await world.superuser.query(`select ctx.protect('junbi.scratch', 'select, insert')`);
    const holes = await lintSchema(world.superuser, { classification: classified(known) });
    return holes;
  } finally {
    await world.superuser.query('rollback');
  }
};

describe('ctx.protect', () => {
  const good =
    'company_id uuid not null, scratch_id uuid not null, primary key (company_id, scratch_id)';

  it('makes a table without a hole', async () => {
    expect(await protect(good)).toEqual([]);
  });

  it.each([
    ['no company', 'scratch_id uuid primary key', '', 'first column must be the tenant'],
    [
      'a company that stands second',
      'scratch_id uuid not null, company_id uuid not null, primary key (company_id, scratch_id)',
      '',
      'first column must be the tenant',
    ],
    [
      'a nullable company',
      'company_id uuid, scratch_id uuid',
      '',
      'first column must be the tenant',
    ],
    ['no primary key', 'company_id uuid not null', '', 'needs a primary key'],
    [
      'a key led by something else',
      'company_id uuid not null, scratch_id uuid not null, primary key (scratch_id, company_id)',
      '',
      'is not led by company_id',
    ],
    [
      'a unique index across companies',
      good,
      'create unique index on junbi.scratch (scratch_id)',
      'is not led by company_id',
    ],
    [
      'a foreign key that forgets the company',
      `${good}, foreign key (scratch_id) references junbi.company (company_id)`,
      '',
      'does not lead with company_id on both sides',
    ],
  ])('refuses a table with %s', async (_, columns, more, sentence) => {
    await expect(protect(columns, more)).rejects.toThrow(sentence);
  });
});
