import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { currentProfile, saveProfile } from '#db/profiles.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { companyOf, grantAccess, openWorld, signedIn, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const save = (member: Member, base: number, employees: number, requestId = randomUUID()) =>
  withCompany(member, (tx) =>
    saveProfile(tx, {
      base,
      facts: { employees, listed: false },
      requestId,
      byName: `${employees}`,
    }),
  );

it('a profile is null before the first save, then the newest version', async () => {
  const member = await companyOf(await signedIn());
  expect(await withCompany(member, currentProfile)).toBeNull();
  expect(await save(member, 0, 48)).toMatchObject({ ok: true, version: 1 });
  expect(await save(member, 1, 49)).toMatchObject({ ok: true, version: 2 });
  expect(await withCompany(member, currentProfile)).toMatchObject({
    version: 2,
    facts: { employees: 49, listed: false },
    byName: '49',
  });
});

it('a save from an old page is stale and shows what stands', async () => {
  const member = await companyOf(await signedIn());
  await save(member, 0, 48);
  expect(await save(member, 0, 50)).toMatchObject({
    ok: false,
    reason: 'stale',
    theirs: { version: 1, facts: { employees: 48 }, byName: '48' },
  });
  expect(await save(member, 9, 50)).toMatchObject({ reason: 'stale', theirs: { version: 1 } });
});

it('of two saves at once exactly one stands', async () => {
  const member = await companyOf(await signedIn());
  for (let base = 0; base < 10; base++) {
    const both = await Promise.all([save(member, base, 1), save(member, base, 2)]);
    expect(both.filter((one) => one.ok)).toHaveLength(1);
  }
});

it('the same request again gives the first outcome', async () => {
  const member = await companyOf(await signedIn());
  const requestId = randomUUID();
  const first = await save(member, 0, 48, requestId);
  expect(await save(member, 0, 48, requestId)).toEqual(first);
});

it('the same request with other facts is stale: it is not called saved', async () => {
  const member = await companyOf(await signedIn());
  const requestId = randomUUID();
  await save(member, 0, 48, requestId);
  expect(await save(member, 0, 480, requestId)).toMatchObject({
    ok: false,
    reason: 'stale',
    theirs: { version: 1, facts: { employees: 48 } },
  });
});

it('a viewer reads and may not save', async () => {
  const member = await companyOf(await signedIn());
  await save(member, 0, 48);
  const viewer = await grantAccess(world, member, await signedIn(), { canWrite: false });
  expect(await withCompany(viewer, currentProfile)).toMatchObject({ version: 1 });
  expect(await save(viewer, 1, 49)).toEqual({ ok: false, reason: 'not-allowed' });
  expect(await save(member, 1, 49)).toMatchObject({ ok: true });
});
