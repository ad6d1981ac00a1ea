import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { publish } from '#assessments/disclosure.ts';
import { openSolver } from '#assessments/plan/solver.ts';
import { saveAnswer } from '#db/answers.ts';
import { computeNext, type Aggregator } from '#db/aggregation.ts';
import {
  contribute,
  filledBy,
  listContributions,
  withdrawContribution,
} from '#db/contributions.ts';
import { leaveAssociation } from '#db/participation.ts';
import { askPublication, listPublications, releasePublication } from '#db/publications.ts';
import { listPublished, readPublished } from '#db/published.ts';
import {
  NoAccess,
  withAggregator,
  withAssociation,
  withCompany,
  withPublished,
  type Member,
  type Officer,
} from '#db/tenant.ts';
import { released } from './verbs.ts';
import {
  assessmentOf,
  associationOf,
  atLevel2,
  companyOf,
  consultancyOf,
  engaged,
  openWorld,
  signedIn,
  taken,
  withRole,
  type Person,
  type World,
} from './world.ts';

// From what companies release to what is published of it: who may do what, and who sees what of it.

let world: World;
let aggregator: Aggregator;
beforeAll(async () => {
  world = await openWorld();
  const groups = { industry: ['machining', 'optics'], region: ['kanto'], size: ['below-50'] };
  const solver = await openSolver();
  aggregator = { keyOf, groups, publish: async (input) => publish(input, solver) };
});
afterAll(() => world.close());

const keyOf = (id: string) => id.replaceAll('-', '').repeat(2);
const byName = '関';
const notAllowed = { ok: false, reason: 'not-allowed' };
const notFound = { ok: false, reason: 'not-found' };

const joins = (
  officer: Officer,
  person: Person,
  offer: { kind: 'participant' } | { kind: 'officer'; role: 'owner' | 'member' },
  target: string | null = null,
) => taken((work) => withAssociation(officer, work), person, offer, target);

/** An association with a second officer, and a company that belongs to it. */
async function union() {
  const [chair, second, person] = [
    await signedIn('会長'),
    await signedIn('事務局'),
    await signedIn('佐藤'),
  ];
  for (const one of [chair, second, person]) await atLevel2(world, one);
  const officer = await associationOf(chair);
  await joins(officer, second, { kind: 'officer', role: 'owner' });
  const member = await companyOf(person);
  await joins(officer, person, { kind: 'participant' }, member.companyId);
  const id = officer.associationId;
  return {
    id,
    officer,
    second: { ...officer, contextDigest: second.contextDigest },
    member,
    person,
  };
}

/** More members past all verbs, each with a release; they joined long ago. */
async function furnish(id: string, count: number): Promise<string[]> {
  const companies = Array.from({ length: count }, () => randomUUID());
  for (const [at, company] of companies.entries()) {
    await world.superuser.query('insert into ctx.tenant (company_id) values ($1)', [company]);
    await world.superuser.query(
      `insert into ctx.association_company (association_id, company_id, joined_by_name, joined_at)
       values ($1, $2, 'x', '2024-01-01')`,
      [id, company],
    );
    await world.superuser.query(
      `insert into assoc.contribution (association_id, company_id, number, edition_id, result_id, industry, region, size,
                                       overall, holding, batch, at_least_half, released_at, released_by_name)
       values ($1, $2, 1, '2026-11', $2, 'machining', 'kanto', 'below-50', $3, $4, $4, true, '2024-02-01', 'x')`,
      [id, company, ['low', 'mid', 'high'][at % 3], company.replaceAll('-', '').repeat(2)],
    );
  }
  return companies;
}

async function answered(by: Member, assessmentId: string, questionId: string, base = 0) {
  const answer = { level: 2 } as const;
  const given = { assessmentId, questionId, questionnaire: 'governance', base, answer, note: null };
  const saved = { ...given, requestId: randomUUID(), byName };
  expect(await withCompany(by, (tx) => saveAnswer(tx, saved))).toMatchObject({ ok: true });
}

const computed = () => withAggregator((tx) => computeNext(tx, aggregator));
const ask = (officer: Officer, period: string) =>
  withAssociation(officer, (tx) => askPublication(tx, { period, byName }));
const release = (officer: Officer, period: string) =>
  withAssociation(officer, (tx) => releasePublication(tx, { period, byName }));

/** Whose contributions the total counts, as the secret state has them: digests. */
async function membersIn(id: string): Promise<string[]> {
  const { rows } = await world.superuser.query<{ who: string[] }>(
    `select array(select jsonb_object_keys(state -> 'cells' -> 'total' -> 'members')) as who from assoc.draft where association_id = $1`,
    [id],
  );
  return rows[0]?.who ?? [];
}

const publishedFor = (reader: Member | Officer, id: string) =>
  withPublished(reader, async (tx) => {
    const all = await listPublished(tx, id);
    return Promise.all(
      all.map(async ({ period }) => (await readPublished(tx, id, period))?.chosen),
    );
  });

describe('a company', () => {
  it('releases by its owner’s own act, sees what stands, and withdraws it', async () => {
    const { id, member } = await union();
    expect(await withCompany(member, (tx) => contribute(tx, released(id)))).toEqual({ ok: true });
    const later = { ...released(id), overall: 'high' as const };
    expect(await withCompany(member, (tx) => contribute(tx, later))).toEqual({ ok: true });
    const stands = await withCompany(member, listContributions);
    expect(stands).toMatchObject([{ associationId: id, overall: 'high', releasedByName: '佐藤' }]);
    expect(await withCompany(member, (tx) => withdrawContribution(tx, id))).toEqual({ ok: true });
    expect(await withCompany(member, listContributions)).toEqual([]);
    expect(await withCompany(member, (tx) => withdrawContribution(tx, id))).toEqual(notFound);
  });

  it('does not where it is no member, by somebody else, or without a fresh proof', async () => {
    const { id, member, person } = await union();
    const stranger = await companyOf(await atLevel2(world, await signedIn()));
    expect(await withCompany(stranger, (tx) => contribute(tx, released(id)))).toEqual(notFound);
    const preparer = await withRole(member, await signedIn(), { role: 'preparer', sections: null });
    expect(await withCompany(preparer, (tx) => contribute(tx, released(id)))).toEqual(notAllowed);
    const adviser = await atLevel2(world, await signedIn('原'));
    const consultant = await engaged(member, { ...adviser, ...(await consultancyOf(adviser)) });
    expect(await withCompany(consultant, (tx) => contribute(tx, released(id)))).toEqual(notAllowed);
    expect(await withCompany(consultant, listContributions)).toEqual([]);
    await world.superuser.query(
      `update auth.session set confirmed_at = now() - interval '6 minutes' where account_id = $1`,
      [person.accountId],
    );
    expect(await withCompany(member, (tx) => contribute(tx, released(id)))).toEqual(notAllowed);
  });
});

describe('who filled the answers in', () => {
  it('is the consultancy that gave more than half of them, for the company alone', async () => {
    const { member } = await union();
    const adviser = await atLevel2(world, await signedIn('原'));
    const office = await consultancyOf(adviser);
    const consultant = await engaged(member, { ...adviser, ...office });
    const assessmentId = await assessmentOf(member);
    const filler = () => withCompany(member, (tx) => filledBy(tx, assessmentId));
    await answered(member, assessmentId, 'A-01.level');
    await answered(consultant, assessmentId, 'A-02.level');
    expect(await filler()).toBeNull();
    await answered(consultant, assessmentId, 'A-03.level');
    expect(await filler()).toBe(office.consultancyId);
    await answered(member, assessmentId, 'A-03.level', 1);
    expect(await filler()).toBeNull();
    await answered(consultant, assessmentId, 'A-03.level', 2);
    const stranger = await companyOf(await signedIn());
    for (const other of [stranger, consultant])
      expect(await withCompany(other, (tx) => filledBy(tx, assessmentId))).toBeNull();
  });
});

describe('a publication', () => {
  it('is asked for by one officer and released by another, once a quarter is over', async () => {
    const { id, officer, second, member } = await union();
    await furnish(id, 30);
    expect(await ask(officer, '2099-Q4')).toEqual({ ok: false, reason: 'too-early' });
    expect(await ask(officer, '2025-Q1')).toEqual({ ok: true });
    expect(await ask(second, '2025-Q1')).toEqual({ ok: false, reason: 'known' });
    expect(await ask(second, '2025-Q2')).toEqual({ ok: false, reason: 'too-late' });
    expect(await release(second, '2025-Q1')).toEqual({ ok: false, reason: 'not-computed' });
    expect(await computed()).toBe(true);
    expect(await computed()).toBe(false);
    // Nobody sees a figure before it is released.
    for (const reader of [officer, second, member])
      expect(await publishedFor(reader, id)).toEqual([]);
    const [waiting] = await withAssociation(second, listPublications);
    expect(waiting?.report?.rules.map(({ rule }) => rule)).toContain('pairs-need-200');
    expect(JSON.stringify(waiting)).not.toContain('members');
    expect(await release(officer, '2025-Q1')).toEqual({ ok: false, reason: 'same-person' });
    expect(await release(second, '2025-Q1')).toEqual({ ok: true });
    expect(await release(second, '2025-Q1')).toEqual({ ok: true });
    for (const reader of [officer, second, member]) {
      const [quarter, ...more] = await publishedFor(reader, id);
      expect(more).toEqual([]);
      expect(quarter).toMatchObject({
        period: '2025-Q1',
        editionId: '2026-11',
        asOf: '2025-03-31',
      });
      expect(quarter?.cells[0]).toMatchObject({ id: 'total', n: '20-49' });
    }
    expect(await ask(officer, '2025-Q1')).toEqual({ ok: false, reason: 'known' });
    expect(await ask(officer, '2024-Q4')).toEqual({ ok: false, reason: 'too-late' });
  });

  it('is seen by the officers and members of that association alone', async () => {
    const { id, officer, second, member, person } = await union();
    await furnish(id, 30);
    await ask(officer, '2025-Q1');
    await computed();
    await release(second, '2025-Q1');
    expect(await publishedFor(member, id)).toHaveLength(1);
    const others = await union();
    for (const reader of [others.officer, others.member])
      expect(await publishedFor(reader, id)).toEqual([]);
    const adviser = await atLevel2(world, await signedIn('原'));
    const consultant = await engaged(member, { ...adviser, ...(await consultancyOf(adviser)) });
    expect(await publishedFor(consultant, id)).toEqual([]);
    await expect(
      publishedFor({ ...officer, contextDigest: person.contextDigest }, id),
    ).rejects.toThrow(NoAccess);
    await withCompany(member, (tx) => leaveAssociation(tx, id));
    expect(await publishedFor(member, id)).toEqual([]);
  });

  it('counts what stood at the end of the quarter: not what came later, was withdrawn, or left', async () => {
    const { id, officer, second, member } = await union();
    const [gone, ...stay] = await furnish(id, 21);
    await withCompany(member, (tx) => contribute(tx, released(id)));
    await world.superuser.query(
      'update assoc.contribution set withdrawn_at = now() where company_id = $1',
      [gone],
    );
    await ask(officer, '2025-Q1');
    await computed();
    await release(second, '2025-Q1');
    const who = await membersIn(id);
    expect(who).toHaveLength(stay.length);
    expect(who).not.toContain(stay[0]);
  });

  it('counts no company that has left and come back, until it releases again', async () => {
    const { id, officer, second, member, person } = await union();
    await furnish(id, 20);
    const stands = () => withCompany(member, listContributions);
    await withCompany(member, (tx) => contribute(tx, released(id)));
    expect(await stands()).toHaveLength(1);
    await withCompany(member, (tx) => leaveAssociation(tx, id));
    await joins(officer, person, { kind: 'participant' }, member.companyId);
    expect(await stands()).toEqual([]);
    await world.superuser.query(
      `update ctx.association_company set joined_at = '2024-01-01' where company_id = $1`,
      [member.companyId],
    );
    await world.superuser.query(
      `update assoc.contribution set released_at = '2024-02-01' where company_id = $1`,
      [member.companyId],
    );
    await ask(officer, '2025-Q1');
    await computed();
    await release(second, '2025-Q1');
    expect(await membersIn(id)).toHaveLength(20);
  });

  it('stands while fewer than ten have changed, a withdrawal among them', async () => {
    const { id, officer, second } = await union();
    const companies = await furnish(id, 40);
    for (const period of ['2025-Q1', '2025-Q2']) {
      await ask(officer, period);
      await computed();
      await release(second, period);
      await world.superuser.query(
        'update assoc.contribution set withdrawn_at = now() where company_id = any ($1)',
        [companies.slice(0, 9)],
      );
    }
    const [after, before] = await publishedFor(officer, id);
    expect(after?.cells[0]).toEqual({ ...before?.cells[0], carried: true });
  });

  it('never changes: not a figure, not a quarter, for nobody', async () => {
    for (const table of ['published_cell', 'published_period'])
      for (const login of ['app', 'app_assoc', 'agg', 'owner_ddl', 'postgres'])
        for (const statement of [
          `update assoc.${table} set period = period`,
          `truncate assoc.${table} cascade`,
        ]) {
          await world.superuser.query(`begin; set local role ${login}`);
          await expect(world.superuser.query(statement)).rejects.toMatchObject({ code: '42501' });
          await world.superuser.query('rollback');
        }
  });
});

describe('the logins of the association’s view', () => {
  it('see no row of any company, and nothing without a capability', async () => {
    const { member } = await union();
    for (const url of [world.assocUrl, world.aggUrl]) {
      const client = new Client({ connectionString: url });
      await client.connect();
      for (const table of [
        'junbi.company',
        'junbi.answer_event',
        'junbi.signed_result',
        'ctx.association_company',
        'assoc.contribution',
        'assoc.draft',
        'auth.account',
      ])
        await expect(client.query(`select * from ${table}`)).rejects.toMatchObject({
          code: '42501',
        });
      await client.end();
    }
    const assoc = new Client({ connectionString: world.assocUrl });
    await assoc.connect();
    for (const table of ['published_period', 'published_cell'])
      expect((await assoc.query(`select * from assoc.${table}`)).rows).toEqual([]);
    await assoc.end();
    // The control: with a capability there is something to see.
    expect(await withCompany(member, listContributions)).toEqual([]);
  });
});
