import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from 'pg';
import { loadEdition } from '#assessments/library.ts';
import { standingOf } from '#assessments/standing.ts';
import { answerHistory } from '#db/answers.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { listCompanies } from '#db/companies.ts';
import { publishContent } from '#db/content.ts';
import { listContributions } from '#db/contributions.ts';
import { loadDemo } from '#db/demo.ts';
import { demoPeople, emptyCompany, metalMaker, union } from '#db/demo/people.ts';
import { findAccount } from '#db/accounts.ts';
import { listParticipants, removeParticipant } from '#db/participation.ts';
import { currentProfile } from '#db/profiles.ts';
import { listPublications } from '#db/publications.ts';
import { listPublished } from '#db/published.ts';
import { lintSchema } from '#db/schema-lint.ts';
import { contextDigest } from '#db/session-token.ts';
import { startSession } from '#db/sessions.ts';
import {
  withAssociation,
  withAuth,
  withCompany,
  withOwner,
  withPublished,
  type Officer,
  type Session,
} from '#db/tenant.ts';
import { listAssessments } from '#db/assessments.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { aggregator } from '../setup/aggregator.ts';
import { freshDatabase, type FreshDatabase } from '../setup/postgres.ts';

const passwordHash = '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA';
const now = new Date('2026-11-22T23:00:00Z');
let database: FreshDatabase;
let superuser: Client;
const load = () => loadDemo({ ownerUrl: database.ownerUrl, passwordHash, now, aggregator });

beforeAll(async () => {
  database = await freshDatabase();
  await withOwner(database.ownerUrl, (tx) => publishContent(tx, [loadEdition('2026-11')]));
  openPools(database);
  superuser = new Client({ connectionString: database.ownerUrl });
  await superuser.connect();
  await load();
});

afterAll(async () => {
  await closePools();
  await superuser.end();
  await database.drop();
});

async function signedIn(who: keyof typeof demoPeople): Promise<Session> {
  return withAuth(async (tx) => {
    const account = await findAccount(tx, demoPeople[who].email);
    if (!account) throw new Error(`${who} has no account.`);
    const { token } = await startSession(tx, { accountId: account.accountId });
    return { contextDigest: contextDigest(token) };
  });
}

const insideOf = async (
  who: keyof typeof demoPeople,
  companyId: string = metalMaker.companyId,
) => ({
  companyId,
  contextDigest: (await signedIn(who)).contextDigest,
});

async function openSessions(): Promise<number | undefined> {
  const open = 'select count(*)::int as n from auth.session where ended_at is null';
  return (await superuser.query<{ n: number }>(open)).rows[0]?.n;
}

test('the metal maker stands blocked, with work for weeks and things to find out', async () => {
  const sheet = await withCompany(await insideOf('sato'), (tx) =>
    readWorksheet(tx, metalMaker.assessmentId),
  );
  if (!sheet) throw new Error('The demo has no assessment.');
  const { stage, mode } = sheet.assessment;
  const { result, blockers, waiting, next, excluded, asked } = standingOf(sheet.edition, {
    stage,
    mode,
    facts: sheet.facts,
    answers: sheet.answers,
  });
  const { hidden, unanswered, unknown } = result.questions;
  expect({
    company: sheet.company.name,
    stage,
    mode,
    gate: result.gate.status,
    blockers: blockers.length,
    waiting: waiting.map(({ id }) => id),
    asked: asked.length,
    unanswered: unanswered.length,
    unknown,
    hidden,
    next: next.map(({ kind }) => kind),
  }).toEqual({
    company: '見本精機株式会社',
    stage: 'application',
    mode: 'standard',
    gate: 'blocked',
    blockers: 16,
    waiting: ['A-01'],
    asked: 56,
    unanswered: 17,
    unknown: ['D-05.level', 'F-04.level', 'F-05.level', 'H-05.level', 'H-07.level', 'L-02.level'],
    hidden: ['B-08.level'],
    next: ['act', 'act', 'find-out'],
  });
  expect(excluded.map(({ id }) => id)).toContain('C-10');
  expect([...sheet.evidence.values()].flat()).toHaveLength(20);
  const run = [...sheet.saved.values()].filter(
    ({ answer }) => 'level' in answer && answer.level >= 3,
  );
  const bare = run.filter(({ questionId }) => !sheet.evidence.has(questionId));
  expect([run.length, bare.map(({ questionId }) => questionId)]).toEqual([5, ['D-10.level']]);
  expect(new Set(result.domains.map(({ share }) => JSON.stringify(share))).size).toBeGreaterThan(8);
});

test('an answer has the history of two people over weeks, newest first', async () => {
  const history = await withCompany(await insideOf('tanaka'), (tx) =>
    answerHistory(tx, metalMaker.assessmentId, 'A-04.level'),
  );
  expect(history.map(({ version, byName }) => [version, byName])).toEqual([
    [3, demoPeople.sato.name],
    [2, demoPeople.tanaka.name],
    [1, demoPeople.sato.name],
  ]);
  const [newest, , oldest] = history;
  expect(newest?.at.toISOString()).toBe('2026-11-13T06:48:00.000Z');
  expect(oldest?.at.toISOString()).toBe('2026-10-20T01:31:00.000Z');
});

const names = async (who: keyof typeof demoPeople) =>
  (await listCompanies(await signedIn(who))).companies.map(({ name, role }) => [name, role]);

test('each person sees their companies and nobody else’s', async () => {
  expect(await names('sato')).toEqual([[metalMaker.name, 'owner']]);
  expect(await names('tanaka')).toEqual([[metalMaker.name, 'preparer']]);
  expect(await names('kara')).toEqual([[emptyCompany.name, 'owner']]);
  await expect(withCompany(await insideOf('kara'), listAssessments)).rejects.toMatchObject({
    reason: 'no-access',
  });
});

test('the empty company has a name and nothing else', async () => {
  const member = await insideOf('kara', emptyCompany.companyId);
  expect(await withCompany(member, listAssessments)).toEqual([]);
  expect(await withCompany(member, currentProfile)).toBeNull();
});

test('loading leaves every fence as it was', async () => {
  expect(await lintSchema(superuser)).toEqual([]);
  const unforced = `select count(*)::int as n from pg_class where relnamespace = 'junbi'::regnamespace
     and relkind = 'r' and not (relrowsecurity and relforcerowsecurity)`;
  expect((await superuser.query<{ n: number }>(unforced)).rows[0]?.n).toBe(0);
  // The lint would have found it: one lifted policy is a hole.
  await superuser.query('begin; alter table junbi.evidence no force row level security');
  expect(await lintSchema(superuser)).not.toEqual([]);
  await superuser.query('rollback');
});

test('a second loading changes nothing, not even what a visitor changed', async () => {
  const state = `select (select count(*) from junbi.answer_event) as answers, (select count(*) from auth.account) as accounts,
    (select count(*) from junbi.company) as companies, (select max(at) from junbi.answer_event) as newest,
    (select count(*) from ctx.access) as access, (select count(*) from junbi.evidence) as evidence,
    (select count(*) from assoc.contribution) as contributions, (select max(released_at) from assoc.draft) as released,
    (select count(*) from ctx.association_company) as members, (select jsonb_agg(cell order by period, position)
       from assoc.published_cell) as cells`;
  await superuser.query(`update junbi.company set name = '見本精機' where company_id = $1`, [
    metalMaker.companyId,
  ]);
  const before = await superuser.query(state);
  expect(await load()).toEqual({ loaded: false });
  expect((await superuser.query(state)).rows).toEqual(before.rows);
  await superuser.query('update junbi.company set name = $2 where company_id = $1', [
    metalMaker.companyId,
    metalMaker.name,
  ]);
});

const dayOf = (at: Date | null) => at?.toISOString().slice(0, 10);

async function officer(who: 'asano' | 'ueno'): Promise<Officer> {
  return withAuth(async (tx) => {
    const account = await findAccount(tx, demoPeople[who].email);
    const { token } = await startSession(tx, { accountId: account?.accountId ?? '', level: 2 });
    return { associationId: union.associationId, contextDigest: contextDigest(token) };
  });
}

test('the association has 240 members more, and four quarters that one officer asked for and another released', async () => {
  const asano = await officer('asano');
  const participants = await withAssociation(asano, listParticipants);
  expect(participants).toHaveLength(240 + 2);
  expect(participants.filter(({ name }) => name === '')).toEqual([]);
  const asked = await withAssociation(asano, listPublications);
  expect(asked.map(({ askedAt, releasedAt }) => [askedAt, releasedAt].map(dayOf))).toEqual([
    ['2026-10-07', '2026-10-09'],
    ['2026-07-07', '2026-07-09'],
    ['2026-04-07', '2026-04-09'],
    ['2026-01-07', '2026-01-09'],
  ]);
  expect(asked.map((one) => [one.period, one.askedByName, one.releasedByName])).toEqual(
    ['2026-Q3', '2026-Q2', '2026-Q1', '2025-Q4'].map((period) => [
      period,
      demoPeople.asano.name,
      demoPeople.ueno.name,
    ]),
  );
  const published = await withPublished(await officer('ueno'), (tx) =>
    listPublished(tx, union.associationId),
  );
  expect(published.map(({ period, total }) => [period, total.n])).toEqual([
    ['2026-Q3', '200+'],
    ['2026-Q2', '100-199'],
    ['2026-Q1', '100-199'],
    ['2025-Q4', '100-199'],
  ]);
  // The metal maker belongs to it, too, and has released nothing: that is for its owner to do.
  expect(await withCompany(await insideOf('sato'), listContributions)).toEqual([]);
  const ofIt = await withPublished(await insideOf('sato'), (tx) =>
    listPublished(tx, union.associationId),
  );
  expect(ofIt).toEqual(published);
});

test('a loading that was interrupted is finished by the next one', async () => {
  const counts = `select (select count(*) from junbi.answer_event) as answers, (select count(*) from junbi.evidence) as evidence,
    (select count(*) from auth.account) as accounts, (select min(at) from junbi.answer_event) as oldest,
    (select jsonb_agg(cell order by period, position) from assoc.published_cell) as cells,
    (select jsonb_agg(released_at order by period) from assoc.draft) as released,
    (select count(*) from assoc.contribution) as contributions`;
  const whole = await superuser.query(counts);
  await signedIn('sato');
  expect(await openSessions()).toBeGreaterThan(0);
  // As if the process had ended in the middle of the story. What stands in a log or an event stays for
  // everybody but a superuser who lifts every fence.
  const ofEmpty = `where company_id = '${emptyCompany.companyId}'`;
  await superuser.query(`
    set session_replication_role = replica;
    ${['audit.entry', 'audit.key', 'audit.head', 'junbi.company', 'ctx.access', 'ctx.tenant'].map((table) => `delete from ${table} ${ofEmpty}`).join(';')};
    delete from junbi.answer_event where questionnaire in ('personnel', 'separation');
    delete from junbi.evidence_withdrawal;
    delete from junbi.evidence;
    delete from assoc.published_cell where period = '2026-Q3';
    delete from assoc.published_period where period = '2026-Q3';
    delete from assoc.draft where period = '2026-Q3';
    reset session_replication_role`);
  expect((await superuser.query(counts)).rows).not.toEqual(whole.rows);
  expect(await load()).toEqual({ loaded: true });
  expect((await superuser.query(counts)).rows).toEqual(whole.rows);
  expect(await openSessions()).toBe(0);
});

test('a member whom nobody owns can be let go as any other', async () => {
  const ueno = await officer('ueno');
  const [oldest] = await withAssociation(ueno, listParticipants);
  const gone = await withAssociation(ueno, (tx) =>
    removeParticipant(tx, oldest?.membershipId ?? ''),
  );
  expect(gone).toEqual({ ok: true });
  expect(await withAssociation(ueno, listParticipants)).toHaveLength(240 + 1);
  const logged = await superuser.query<{ action: string }>(
    'select action from audit.entry e join ctx.tenant t using (company_id) where t.name = $1',
    [oldest?.name],
  );
  expect(logged.rows).toEqual([{ action: 'association.removed' }]);
});
