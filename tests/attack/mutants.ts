// What somebody could get wrong, one by one. A mutant of the database is SQL run on a copy; one of the
// source replaces a text that stands exactly once: in a migration, in a verb, in a guard.

export type Suite =
  | 'lint'
  | 'fuzz'
  | 'doors'
  | 'ways'
  | 'verbs'
  | 'answers'
  | 'fence'
  | 'access'
  | 'edge'
  | 'log'
  | 'logged'
  | 'granted'
  | 'leaving'
  | 'invitations'
  | 'campaigns';

type Change = { sql: string; undo?: string } | { file: string; find: string; put: string };
/** `by`: the suites that are run against it; each of them has to fail. */
export type Mutant = Change & { name: string; by: readonly Suite[] };

const context = 'db/migrations/0006_organisations.sql';
const accounts = 'db/migrations/0001_accounts.sql';
const granting = 'db/migrations/0008_granting.sql';
const audit = 'db/migrations/0009_audit.sql';
const campaigns = 'db/migrations/0018_campaigns.sql';

const definer = (name: string, body: string, grant: string) => `
  create function ${name} returns setof text language sql security definer set search_path = pg_catalog, pg_temp
    as $f$ ${body} $f$;
  revoke execute on function ${name} from public;
  grant execute on function ${name} to ${grant}`;

export const mutants: readonly Mutant[] = [
  {
    name: 'FORCE dropped',
    sql: 'alter table junbi.answer_event no force row level security',
    by: ['lint'],
  },
  {
    name: 'row-level security switched off',
    sql: 'alter table junbi.evidence disable row level security',
    by: ['lint', 'fuzz'],
  },
  {
    name: 'the policy of the tenant dropped',
    sql: 'drop policy tenant on junbi.company',
    by: ['lint', 'doors'],
  },
  {
    name: 'WITH CHECK (true)',
    sql: 'alter policy tenant on junbi.profile_version with check (true)',
    by: ['lint', 'fuzz', 'doors'],
  },
  {
    name: 'a policy that trusts a plain setting',
    sql: `alter policy tenant on junbi.profile_version using (company_id::text = current_setting('app.company', true))`,
    by: ['lint', 'fuzz'],
  },
  {
    name: 'OR instead of AND: one’s own rows in other companies',
    sql: 'alter policy tenant on junbi.evidence using (company_id = ctx.company() or actor = ctx.actor())',
    by: ['lint', 'fuzz'],
  },
  {
    name: 'a policy that the tenant column satisfies by not being null',
    sql: 'alter policy tenant on junbi.consultancy using (consultancy_id is not null)',
    by: ['lint', 'fuzz'],
  },
  {
    name: 'the policy of an association compares with nothing',
    sql: 'create policy also on junbi.association for select to app using (ctx.actor() is not null)',
    by: ['lint', 'fuzz'],
  },
  {
    name: 'a reading scope writes',
    sql: 'alter policy tenant on junbi.profile_version with check (company_id = ctx.company())',
    by: ['lint', 'fuzz', 'doors'],
  },
  {
    name: 'a reading scope updates',
    sql: `drop policy tenant_update on junbi.company;
          alter policy tenant on junbi.company with check (company_id = ctx.company())`,
    by: ['lint', 'fuzz', 'doors'],
  },
  {
    name: 'the questionnaire policy dropped',
    sql: 'drop policy questionnaire on junbi.answer_event',
    by: ['lint', 'answers'],
  },
  {
    name: 'the author policy dropped',
    sql: 'drop policy author_actor on junbi.profile_version',
    by: ['lint', 'doors'],
  },
  {
    name: 'a key of a single column',
    sql: `alter table junbi.assessment add unique (assessment_id);
          alter table junbi.evidence drop constraint evidence_company_id_assessment_id_fkey;
          alter table junbi.evidence add foreign key (assessment_id) references junbi.assessment (assessment_id)`,
    by: ['lint'],
  },
  {
    name: 'answers that point at any company’s assessment',
    sql: `alter table junbi.assessment add unique (assessment_id);
          alter table junbi.answer_event drop constraint answer_event_company_id_assessment_id_fkey;
          alter table junbi.answer_event add foreign key (assessment_id) references junbi.assessment (assessment_id)`,
    by: ['lint', 'doors'],
  },
  {
    name: 'a unique index across companies',
    sql: 'create unique index on junbi.company (created_by, name)',
    by: ['lint'],
  },
  {
    name: 'a view with its owner’s rights',
    sql: `create view junbi.everything as select name from junbi.company;
          grant select on junbi.everything to app`,
    by: ['lint', 'fuzz'],
  },
  {
    name: 'a materialised view',
    sql: `create materialized view junbi.frozen as select company_id, name from junbi.company;
          grant select on junbi.frozen to app`,
    by: ['lint'],
  },
  {
    name: 'PUBLIC may execute',
    sql: 'grant execute on function ctx.mac(text) to public',
    by: ['lint'],
  },
  {
    name: 'a definer function that forgets the tenant',
    sql: definer('junbi.names()', 'select name from junbi.company', 'app'),
    by: ['fuzz'],
  },
  {
    name: 'a definer function that believes its argument',
    sql: definer(
      'junbi.names(company uuid)',
      'select c.name from junbi.company c where c.company_id = company',
      'app',
    ),
    by: ['fuzz'],
  },
  {
    name: 'a definer function that runs what it is given',
    sql: `create function junbi.rename(target uuid, given text) returns void language sql security definer
            set search_path = pg_catalog, pg_temp
            as $f$ update junbi.company set name = given where company_id = target $f$;
          revoke execute on function junbi.rename(uuid, text) from public;
          grant execute on function junbi.rename(uuid, text) to app`,
    by: ['fuzz'],
  },
  {
    name: 'app may sign capabilities',
    sql: 'grant execute on function ctx.signed(text) to app; grant execute on function ctx.mac(text) to app; grant select on ctx.key to app',
    by: ['lint', 'doors'],
  },
  { name: 'app reads the ways in', sql: 'grant select on ctx.access to app', by: ['lint', 'fuzz'] },
  {
    name: 'app reads the accounts',
    sql: 'grant usage on schema auth to app; grant select on auth.account to app',
    by: ['lint', 'fuzz', 'doors'],
  },
  {
    name: 'BYPASSRLS',
    sql: 'alter role app bypassrls',
    undo: 'alter role app nobypassrls',
    by: ['lint', 'fuzz', 'doors'],
  },
  {
    name: 'app owns a table',
    sql: `alter table junbi.assessment owner to app; alter table junbi.assessment no force row level security`,
    by: ['lint', 'fuzz'],
  },
  {
    name: 'app is a member of the owner',
    sql: 'grant owner_ddl to app',
    undo: 'revoke owner_ddl from app',
    by: ['lint'],
  },
  {
    name: 'a revoked access still opens',
    file: context,
    find: 'where a.revoked_at is null and (a.expires_at is null or a.expires_at > statement_timestamp())\n    union all',
    put: 'where (a.expires_at is null or a.expires_at > statement_timestamp())\n    union all',
    by: ['doors'],
  },
  {
    name: 'an expired access still opens',
    file: context,
    find: 'where a.revoked_at is null and (a.expires_at is null or a.expires_at > statement_timestamp())\n    union all',
    put: 'where a.revoked_at is null\n    union all',
    by: ['doors'],
  },
  {
    name: 'a revoked engagement still opens',
    file: context,
    find: 'on e.consultancy_id = m.consultancy_id and e.revoked_at is null',
    put: 'on e.consultancy_id = m.consultancy_id',
    by: ['doors', 'ways'],
  },
  {
    name: 'an expired engagement still opens',
    file: context,
    find: ' and e.ends_at > statement_timestamp()',
    put: '',
    by: ['doors', 'ways'],
  },
  {
    name: 'an engagement opens before it begins',
    file: context,
    find: 'where l.level = 2 and e.starts_at <= statement_timestamp() and',
    put: 'where l.level = 2 and',
    by: ['ways'],
  },
  {
    name: 'the level of a consultant is not checked',
    file: context,
    find: 'where l.level = 2 and e.starts_at',
    put: 'where e.starts_at',
    by: ['ways'],
  },
  {
    name: 'who left a consultancy keeps its clients',
    file: context,
    find: 'on m.account_id = l.account_id and m.revoked_at is null\n    join ctx.engagement',
    put: 'on m.account_id = l.account_id\n    join ctx.engagement',
    by: ['ways'],
  },
  {
    name: 'who left a consultancy still opens it',
    file: context,
    find: 'join ctx.consultancy_member m on m.account_id = l.account_id and m.revoked_at is null\n   where l.level = 2',
    put: 'join ctx.consultancy_member m on m.account_id = l.account_id\n   where l.level = 2',
    by: ['ways'],
  },
  {
    name: 'the level is not checked at the door of a consultancy',
    file: context,
    find: 'where l.level = 2 and m.consultancy_id = consultancy',
    put: 'where m.consultancy_id = consultancy',
    by: ['doors'],
  },
  {
    name: 'the level is not checked at the door of an association',
    file: context,
    find: 'where l.level = 2 and m.association_id = association',
    put: 'where m.association_id = association',
    by: ['ways'],
  },
  {
    name: 'the scope of an engagement is ignored',
    file: context,
    find: `'consultant', e.scope = 'answer', e.consultancy_id`,
    put: `'consultant', true, e.consultancy_id`,
    by: ['doors', 'ways'],
  },
  {
    name: 'the role claim is ignored',
    file: context,
    find: `coalesce(claims[4] = 'owner' and claims[9] = '1', false)`,
    put: `coalesce(claims[9] = '1', false)`,
    by: ['ways'],
  },
  {
    name: 'the confirmation claim is ignored',
    file: context,
    find: `coalesce(claims[4] = 'owner' and claims[9] = '1', false)`,
    put: `coalesce(claims[4] = 'owner', false)`,
    by: ['ways'],
  },
  {
    name: 'the scope claim is ignored',
    file: context,
    find: `return case when claims[3] = 'rw' then claims[2]::uuid end;\nend $$;\n\ncreate function ctx.consultancy()`,
    put: `return claims[2]::uuid;\nend $$;\n\ncreate function ctx.consultancy()`,
    by: ['doors', 'fuzz'],
  },
  {
    name: 'the kind of a capability is ignored',
    file: context,
    find: 'if claims[1] <> kind or claims[10]',
    put: 'if claims[10]',
    by: ['ways'],
  },
  {
    name: 'the expiry of a capability is ignored',
    file: context,
    find: `if claims[1] <> kind or claims[10]::bigint <= extract(epoch from statement_timestamp()) then`,
    put: 'if claims[1] <> kind then',
    by: ['doors'],
  },
  {
    name: 'the mac is not compared',
    file: context,
    find: `if body is null or body = ''\n     or sha256(convert_to(right(capability, 65), 'UTF8')) is distinct from sha256(convert_to('.' || ctx.mac(body), 'UTF8')) then`,
    put: `if body is null or body = '' then`,
    by: ['doors', 'fuzz'],
  },
  {
    name: 'a founder takes over a company that exists',
    file: context,
    find: `insert into ctx.tenant (company_id) values (company) on conflict do nothing;\n  if not found then\n    return false;\n  end if;`,
    put: `insert into ctx.tenant (company_id) values (company) on conflict do nothing;`,
    by: ['doors'],
  },
  {
    name: 'an ended session still opens',
    file: accounts,
    find: 'return s.ended_at is null\n  and s.expires_at',
    put: 'return s.expires_at',
    by: ['doors'],
  },
  {
    name: 'set_config(…, false): the capability stays on the connection',
    file: 'db/tenant.ts',
    find: 'set local app.capability',
    put: 'set app.capability',
    by: ['doors'],
  },
  {
    name: 'an id is put into SQL as it comes',
    file: 'db/tenant.ts',
    find: 'if (!shape.test(text)) throw new NoAccess();',
    put: 'if (shape.test("")) throw new NoAccess();',
    by: ['doors'],
  },
  {
    name: 'a verb without its door',
    file: 'db/health.ts',
    find: "import { sql } from 'drizzle-orm';",
    put: "import { sql } from 'drizzle-orm';\nimport { connectionOf } from './client.server.ts';\nexport const peek = async () => (await connectionOf('app')).query('select 1');",
    by: ['fence'],
  },
  {
    name: 'a verb that nobody listed',
    file: 'db/outbox.ts',
    find: 'export async function markSent(',
    put: 'export async function markLost(tx: AuthTx): Promise<AuthTx> {\n  return tx;\n}\n\nexport async function markSent(',
    by: ['verbs'],
  },
  {
    name: 'swapped ids in a verb',
    file: 'db/evidence.ts',
    find: 'where e.assessment_id = ${assessmentId} and',
    put: 'where e.assessment_id = ${evidenceId} and',
    by: ['verbs'],
  },
  {
    name: 'a forgotten assessment id',
    file: 'db/answers.ts',
    find: 'eq(answerEvent.assessmentId, assessmentId),\n        inSections(answerEvent.questionId),',
    put: 'inSections(answerEvent.questionId),',
    by: ['verbs'],
  },
  {
    name: 'evidence is withdrawn by its id alone',
    file: 'db/evidence.ts',
    find: 'where e.assessment_id = ${assessmentId} and ${inSections',
    put: 'where ${inSections',
    by: ['verbs'],
  },
  {
    name: 'the guard of a company lets everybody in by the first access',
    file: 'app/guards.server.ts',
    find: `session.companies.find((company) => company.companyId === args.params['org'])`,
    put: 'session.companies[0]',
    by: ['access'],
  },
  {
    name: 'a form without Origin is taken',
    file: 'app/edge-guard.ts',
    find: `(from === undefined && request.headers['sec-fetch-site'] === 'same-origin')`,
    put: 'from === undefined',
    by: ['edge'],
  },
  {
    name: 'a table whose changes need no entry in the access log',
    sql: 'drop trigger entry_expected on junbi.assessment',
    by: ['lint'],
  },
  {
    name: 'app reads the access log past its functions',
    sql: 'grant usage on schema audit to app; grant select on audit.entry to app',
    by: ['lint', 'log'],
  },
  {
    name: 'an entry that does not hold on to the one before',
    file: audit,
    find: `convert_to(e.target, 'UTF8'), e.payload, e.prev] loop`,
    put: `convert_to(e.target, 'UTF8'), e.payload] loop`,
    by: ['log'],
  },
  {
    name: 'the access log is shown to everybody in the company',
    file: audit,
    find: `action text, target text, payload text)\nlanguage plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$\nbegin\n  if coalesce(ctx.role(), '') not in ('owner', 'preparer') then`,
    put: `action text, target text, payload text)\nlanguage plpgsql stable security definer set search_path = pg_catalog, pg_temp as $$\nbegin\n  if false then`,
    by: ['log'],
  },
  {
    name: 'a verb without its entry',
    file: 'db/companies.ts',
    find: `  await record(tx, 'company.renamed', { target: 'company/name', fields: {}, sealed: { name } });\n`,
    put: '',
    by: ['logged'],
  },
  {
    name: 'a refusal without its entry',
    file: 'db/companies.ts',
    find: `    await recordRefusal(tx, 'company.renamed', 'company/name');\n`,
    put: '',
    by: ['logged'],
  },
  {
    name: 'a member is removed without an entry',
    file: granting,
    find: `  perform audit.note(company, 'member.removed', concat('account/', member), '{}');\n`,
    put: '',
    by: ['logged'],
  },
  {
    name: 'an invitation is sent without an entry',
    file: campaigns,
    find: `  if kind in ('member', 'engagement') then\n    perform audit.add`,
    put: `  if false then\n    perform audit.add`,
    by: ['logged'],
  },
  {
    name: 'a consultancy gives its client up without an entry',
    file: granting,
    find: `  perform audit.note(client, 'engagement.resigned', concat('consultancy/', ctx.consultancy()), '{}');\n`,
    put: '',
    by: ['granted'],
  },
  {
    name: 'a question across clients is not told to them',
    file: 'db/portfolio.ts',
    find: `  await recordView(tx, { screen: 'clients/question', assessment, item: questionId });\n`,
    put: '',
    by: ['granted'],
  },
  {
    name: 'invitations of an organisation are told by its id, whatever its kind',
    file: granting,
    find: `ctx.role() = 'owner'\n    and i.kind = any (ctx.invitation_kinds())\n`,
    put: `ctx.role() = 'owner'\n`,
    by: ['invitations'],
  },
  {
    name: 'a campaign writes to who has opted out',
    file: campaigns,
    find: `then 'opted-out'\n              when exists`,
    put: `then 'written'\n              when exists`,
    by: ['campaigns'],
  },
  {
    name: 'an opt-out holds for one spelling alone',
    file: campaigns,
    find: `lower(normalize(address, nfkc))`,
    put: `address`,
    by: ['campaigns'],
  },
  {
    name: 'the opt-outs of two associations can be compared',
    file: campaigns,
    find: `'mailbox ' || association || ' ' ||`,
    put: `'mailbox ' ||`,
    by: ['campaigns'],
  },
  {
    name: 'who has opted out is invited one by one',
    file: campaigns,
    find: `if ctx.association() is not null and ctx.has_opted_out(inviting, address) then`,
    put: `if false then`,
    by: ['campaigns'],
  },
  {
    name: 'any officer starts a campaign',
    file: campaigns,
    find: `if association is null or not ctx.owns_organisation() then`,
    put: `if association is null then`,
    by: ['campaigns'],
  },
  {
    name: 'an address is written to week by week',
    file: campaigns,
    find: `interval '30 days'`,
    put: `interval '7 days'`,
    by: ['campaigns'],
  },
  {
    name: 'addressees that a login reads',
    sql: 'grant select on ctx.campaign_recipient to app',
    by: ['lint', 'campaigns'],
  },
  {
    name: 'answers can go without an erasure',
    sql: 'drop trigger kept on junbi.answer_event; drop trigger never_taken on junbi.answer_event',
    by: ['lint', 'leaving'],
  },
  {
    name: 'an erasure leaves the invitations of the company',
    file: 'db/migrations/0010_leaving.sql',
    find: `  delete from ctx.invitation i where i.organisation_id = leaving and i.kind in ('member', 'engagement');\n`,
    put: '',
    by: ['leaving'],
  },
];
