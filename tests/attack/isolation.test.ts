import { afterAll, beforeAll, expect, test } from 'vitest';
import { attackFrom, openFuzzWorld, type FuzzWorld, type Inside } from './isolating.ts';
import { isFull, seedOf } from './random.ts';

// Whoever can run any SQL inside one tenant's request neither sees nor changes a row of another: every
// value of every other tenant is a canary, and every row of theirs has its fingerprint taken before.

const counts: Record<Inside, number> = isFull
  ? { company: 550_000, reader: 150_000, consultancy: 150_000, association: 150_000 }
  : { company: 1_100, reader: 300, consultancy: 300, association: 300 };
const seed = seedOf(20_261_125);

let world: FuzzWorld;
beforeAll(async () => {
  world = await openFuzzWorld();
});
afterAll(() => world.close());

test.each<Inside>(['company', 'reader', 'consultancy', 'association'])(
  'arbitrary SQL inside one %s sees no canary and changes no row of others',
  async (inside) => {
    const began = performance.now();
    const report = await attackFrom(world, inside, { count: counts[inside], seed });
    const perSecond = Math.round(report.statements / ((performance.now() - began) / 1000));
    console.log(
      `SQL fuzz inside a ${inside} (seed ${seed}): ${report.statements} statements ` +
        `(${JSON.stringify(report.kinds)}, ${report.executed} executed, ${report.malformed} malformed), ` +
        `${report.hits.length} canaries, ${report.changed.length} changes, ${perSecond}/s`,
    );
    expect(report.hits).toEqual([]);
    expect(report.changed).toEqual([]);
    // Otherwise it would prove nothing.
    expect(report.executed / report.statements).toBeGreaterThan(0.25);
    expect(report.malformed / report.statements).toBeLessThan(0.02);
  },
);

test('the same statements as superuser see canaries (the control)', async () => {
  const report = await attackFrom(world, 'company', {
    count: 300,
    seed: seed + 1,
    asSuperuser: true,
  });
  console.log(`The control as superuser: ${report.hits.length} canaries in ${report.statements}.`);
  expect(report.hits.length).toBeGreaterThan(40);
});

test('a change among the rows of others is noticed (the control)', async () => {
  const { superuser, appUrl, ownerUrl } = world;
  await superuser.query('alter table junbi.assessment no force row level security');
  await superuser.query('alter policy tenant on junbi.assessment with check (true)');
  await superuser.query(
    'alter policy tenant_update on junbi.assessment using (true); alter policy tenant on junbi.assessment using (true)',
  );
  expect(ownerUrl).not.toBe(appUrl);
  const report = await attackFrom(world, 'company', { count: 4_000, seed: seed + 2 });
  expect(report.hits.length + report.changed.length).toBeGreaterThan(0);
});
