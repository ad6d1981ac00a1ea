import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CompanyFacts } from '#assessments/subsidies/company.ts';
import { currentProfile } from '#db/profiles.ts';
import { currentSupportFacts, saveSupportFacts } from '#db/support-facts.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { companyOf, grantAccess, openWorld, signedIn, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const FACTS: CompanyFacts = {
  legalForm: { value: 'company' },
  salesLastYear: { lo: 100, hi: 200 },
  certificates: { value: ['isms'] },
  owners: { owners: [{ share: 3_334, kind: 'large' }] },
  awards: {
    awards: [{ programme: 'P05', decidedOn: '2026-01-10', isRunning: 'unknown', isReported: true }],
  },
  gbizid: { state: 'declined' },
};

const save = (member: Member, base: number, facts: CompanyFacts, requestId = randomUUID()) =>
  withCompany(member, (tx) => saveSupportFacts(tx, { base, facts, requestId, byName: '佐藤' }));

it('what was saved is read again as it was, beside the profile and not in it', async () => {
  const member = await companyOf(await signedIn());
  expect(await withCompany(member, currentSupportFacts)).toBeNull();
  expect(await save(member, 0, FACTS)).toMatchObject({ ok: true, version: 1 });
  expect(await withCompany(member, currentSupportFacts)).toMatchObject({
    version: 1,
    facts: FACTS,
  });
  expect(await withCompany(member, currentProfile)).toBeNull();
});

it('of two saves at once one stands, and the other is shown it', async () => {
  const member = await companyOf(await signedIn());
  const both = await Promise.all([save(member, 0, FACTS), save(member, 0, {})]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  const stale = both.find((one) => !one.ok);
  const stands = await withCompany(member, currentSupportFacts);
  expect(stale).toMatchObject({ reason: 'stale', theirs: { facts: stands?.facts } });
});

it('the same request again gives the first outcome', async () => {
  const member = await companyOf(await signedIn());
  const requestId = randomUUID();
  const first = await save(member, 0, FACTS, requestId);
  expect(await save(member, 0, FACTS, requestId)).toEqual(first);
});

it('who only reads may not save, and sees what stands', async () => {
  const owner = await companyOf(await signedIn());
  await save(owner, 0, FACTS);
  const member = await grantAccess(world, owner, await signedIn(), { canWrite: false });
  expect(await save(member, 1, {})).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await withCompany(member, currentSupportFacts)).toMatchObject({ facts: FACTS });
});

it('the log names the facts that changed and keeps none of them', async () => {
  const member = await companyOf(await signedIn());
  await save(member, 0, FACTS);
  await save(member, 1, { ...FACTS, salesLastYear: { value: 123_456_789 } });
  const { rows } = await world.superuser.query<{ payload: string }>(
    `select convert_from(payload, 'UTF8') as payload from audit.entry
      where company_id = $1 and action = 'support-facts.saved' order by seq desc limit 1`,
    [member.companyId],
  );
  expect(rows[0]?.payload).toContain('salesLastYear');
  expect(rows[0]?.payload).not.toContain('123456789');
});
