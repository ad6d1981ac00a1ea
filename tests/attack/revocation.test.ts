import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../db/world.ts';
import { endings, generator, mutated, raceRevocation, twoOwners } from './racing.ts';

// Access that is taken back while it is used: the full count with a fresh seed by
// `npm run attack revocation`, a seeded tenth by `npm test`.

const isFull = process.env['JUNBI_ATTACK'] === 'full';
const races = isFull ? 1_000 : 100;
const seed = isFull ? Math.floor(Math.random() * 2 ** 31) : 20_261_125;

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

test(`no transaction that began after a revocation sees a row, in ${races} races (seed ${seed})`, async () => {
  const random = generator(seed);
  const { endings: ways, restore } = await endings(world);
  const sum = { before: 0, after: 0, late: 0 };
  for (let race = 0; race < races; race += 1) {
    const ending = ways[race % ways.length];
    if (!ending) throw new Error('There is no way to end it.');
    const report = await raceRevocation(ending, random);
    expect([ending.name, report.late]).toEqual([ending.name, 0]);
    for (const key of ['before', 'after', 'late'] as const) sum[key] += report[key];
    await restore();
  }
  console.log(
    `revocation: ${races} races (seed ${seed}), ${sum.before} reads before, ${sum.after} refused after, ${sum.late} late`,
  );
  // The races were races: the readers saw rows until the revocation.
  expect(sum.before).toBeGreaterThan(races / 2);
  expect(sum.after).toBe(races * 9);

  // The control: without its condition on revoked_at, each way in is found open.
  const conditions = [
    ['e.revoked_at IS NULL', 0],
    ['m.revoked_at IS NULL', 1],
    ['a.revoked_at IS NULL', 3],
  ] as const;
  for (const [condition, at] of conditions) {
    const undo = await mutated(world, ['ctx.ways_in(text)'], (text) =>
      text.replace(new RegExp(condition.replaceAll('.', '\\.')), 'true'),
    );
    const ending = ways[at];
    if (!ending) throw new Error('There is no way to end it.');
    expect([condition, (await raceRevocation(ending, random)).late]).not.toEqual([condition, 0]);
    await undo();
    await restore();
  }
});

test(`of two owners who go at the same moment one stays, in ${races} races (seed ${seed})`, async () => {
  const random = generator(seed);
  const { race } = await twoOwners(world);
  const left: number[] = [];
  for (let at = 0; at < races; at += 1) left.push(await race(random));
  console.log(`last owner: ${races} races (seed ${seed}), fewest owners left ${Math.min(...left)}`);
  expect(Math.min(...left)).toBeGreaterThanOrEqual(1);

  // The control: without the lock both go, sooner or later.
  const locked = ['ctx.owned_company()', 'ctx.leave_company()'];
  const undo = await mutated(world, locked, (text) => text.replace(/for no key update/i, ''));
  let fewest = Infinity;
  for (let at = 0; at < 1_000 && fewest > 0; at += 1) fewest = Math.min(fewest, await race(random));
  await undo();
  expect(fewest).toBe(0);
});
