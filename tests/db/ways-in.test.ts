import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getAssociation } from '#db/associations.ts';
import { getCompany } from '#db/companies.ts';
import { getConsultancy } from '#db/consultancies.ts';
import {
  NoAccess,
  withAssociation,
  withCompany,
  withConsultancy,
  withNewConsultancy,
  type CompanyTx,
  type Member,
} from '#db/tenant.ts';
import { associationOf, atLevel2, consultancyOf, engage } from './organisations.ts';
import { companyOf, grantAccess, openWorld, signedIn, type World } from './world.ts';

// Each condition of a way in by itself: with it the door is open, without it shut, and open again.

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const opens = (work: Promise<unknown>) =>
  work.then(
    () => true,
    (error: unknown) => {
      if (error instanceof NoAccess) return false;
      throw error;
    },
  );

const claim = (member: Member, expression: string) =>
  withCompany(member, async (tx: CompanyTx) => {
    const { rows } = await tx.execute(sql`select ${sql.raw(expression)} as claim`);
    return rows[0]?.['claim'];
  });

async function engaged(scope: 'read' | 'answer' = 'read') {
  const client = await companyOf(await signedIn());
  const person = await atLevel2(world, await signedIn());
  const consultancy = await consultancyOf(person);
  await engage(world, client, consultancy, scope);
  const inside = { contextDigest: person.contextDigest, companyId: client.companyId };
  return { client, person, consultancy, inside };
}

describe('an engagement', () => {
  it.each([
    [
      'the session falls to level 1',
      'update auth.session set level = 1 where account_id = $1',
      'update auth.session set level = 2 where account_id = $1',
    ],
    [
      'the person leaves the consultancy',
      'update ctx.consultancy_member set revoked_at = now() where account_id = $1',
      'update ctx.consultancy_member set revoked_at = null where account_id = $1',
    ],
    [
      'it is revoked',
      'update ctx.engagement set revoked_at = now() where company_id = $2',
      'update ctx.engagement set revoked_at = null where company_id = $2',
    ],
    [
      'it has ended',
      `update ctx.engagement set ends_at = now() where company_id = $2`,
      `update ctx.engagement set ends_at = now() + interval '1 day' where company_id = $2`,
    ],
    [
      'it has not begun',
      `update ctx.engagement set starts_at = now() + interval '1 hour' where company_id = $2`,
      `update ctx.engagement set starts_at = now() - interval '1 day' where company_id = $2`,
    ],
  ])('is shut when %s', async (_name, change, undo) => {
    const { inside, person } = await engaged();
    const run = (statement: string) =>
      world.superuser.query(
        statement.replace('$1', `'${person.accountId}'`).replace('$2', `'${inside.companyId}'`),
      );
    const isOpen = () => opens(withCompany(inside, getCompany));
    const seen = [await isOpen()];
    await run(change);
    seen.push(await isOpen());
    await run(undo);
    seen.push(await isOpen());
    expect(seen).toEqual([true, false, true]);
  });

  it('for reading reads, for answering writes, each in its questionnaires alone', async () => {
    const reading = await engaged('read');
    const answering = await engaged('answer');
    expect(await claim(reading.inside, 'ctx.company_rw()')).toBeNull();
    expect(await claim(answering.inside, 'ctx.company_rw()')).toBe(answering.client.companyId);
    expect(await claim(answering.inside, 'ctx.questionnaires()')).toEqual(['governance']);
    expect(await claim(answering.client, 'ctx.questionnaires()')).toHaveLength(2);
  });

  it('makes nobody an owner of the client', async () => {
    const { inside, client, consultancy } = await engaged('answer');
    expect(await claim(inside, 'ctx.role()')).toBe('consultant');
    expect(await claim(inside, 'ctx.is_confirmed_owner()')).toBe(false);
    expect(await claim(inside, 'ctx.acting_consultancy()')).toBe(consultancy.consultancyId);
    expect(await claim(client, 'ctx.role()')).toBe('owner');
    expect(await claim(client, 'ctx.is_confirmed_owner()')).toBe(true);
  });
});

it('the confirmation of an owner lasts five minutes, and nobody else has one', async () => {
  const person = await signedIn();
  const company = await companyOf(person);
  const viewer = await grantAccess(world, company, await signedIn(), { canWrite: false });
  expect(await claim(company, 'ctx.is_confirmed_owner()')).toBe(true);
  expect(await claim(viewer, 'ctx.is_confirmed_owner()')).toBe(false);
  await world.superuser.query(
    `update auth.session set confirmed_at = now() - interval '5 minutes' where account_id = $1`,
    [person.accountId],
  );
  expect(await claim(company, 'ctx.is_confirmed_owner()')).toBe(false);
});

it('the questionnaires and the sections of a role are those of its access', async () => {
  const company = await companyOf(await signedIn());
  const some = await grantAccess(world, company, await signedIn(), {
    questionnaires: ['facility'],
  });
  expect(await claim(some, 'ctx.questionnaires()')).toEqual(['facility']);
  const person = await signedIn();
  await world.superuser.query(
    `insert into ctx.access (company_id, account_id, role, sections) values ($1, $2, 'respondent', 'CD')`,
    [company.companyId, person.accountId],
  );
  const respondent = { contextDigest: person.contextDigest, companyId: company.companyId };
  expect(await claim(respondent, 'ctx.sections()')).toBe('CD');
  expect(await claim(company, 'ctx.sections()')).toBe('ABCDEFGHIJKL');
});

describe('a member of a consultancy or an association', () => {
  it.each([
    ['consultancy', 'update ctx.consultancy_member set revoked_at = now() where account_id = $1'],
    ['association', 'update ctx.association_member set revoked_at = now() where account_id = $1'],
  ])('finds the %s shut once their membership is revoked', async (kind, change) => {
    const person = await atLevel2(world, await signedIn());
    const consultancy = await consultancyOf(person);
    const association = await associationOf(person);
    const isOpen = () =>
      kind === 'consultancy'
        ? opens(withConsultancy(consultancy, getConsultancy))
        : opens(withAssociation(association, getAssociation));
    expect(await isOpen()).toBe(true);
    await world.superuser.query(change, [person.accountId]);
    expect(await isOpen()).toBe(false);
  });

  it('opens an association at level 2 only', async () => {
    const person = await atLevel2(world, await signedIn());
    const association = await associationOf(person);
    await world.superuser.query('update auth.session set level = 1 where account_id = $1', [
      person.accountId,
    ]);
    expect(await opens(withAssociation(association, getAssociation))).toBe(false);
  });
});

it('a consultancy that took the id of a company opens nothing of the company', async () => {
  const company = await companyOf(await signedIn());
  const { contextDigest } = await atLevel2(world, await signedIn());
  const twin = { contextDigest, consultancyId: company.companyId };
  await withNewConsultancy(twin, () => Promise.resolve());
  const seen = await withConsultancy(twin, async (tx) => {
    const { rows } = await tx.execute(
      sql`select ctx.consultancy() as own, ctx.company() as company, (select count(*)::int from junbi.company) as seen`,
    );
    return rows[0];
  });
  expect(seen).toEqual({ own: company.companyId, company: null, seen: 0 });
});

it('nobody takes over an organisation that exists', async () => {
  const person = await atLevel2(world, await signedIn());
  const consultancy = await consultancyOf(person);
  const thief = await atLevel2(world, await signedIn());
  const theirs = { ...consultancy, contextDigest: thief.contextDigest };
  expect(await opens(withNewConsultancy(theirs, () => Promise.resolve()))).toBe(false);
  expect(await opens(withConsultancy(theirs, getConsultancy))).toBe(false);
  const free = { contextDigest: thief.contextDigest, consultancyId: randomUUID() };
  expect(await opens(withNewConsultancy(free, () => Promise.resolve()))).toBe(true);
});
