import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { asAdministrator } from '#db/administrator.ts';
import { listEditions, publishContent, readEdition } from '#db/content.ts';
import { withCompany, withOwner, withSystem } from '#db/tenant.ts';
import { smallEdition } from './small-edition.ts';
import { companyOf, openWorld, signedIn, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

const publish = (...editions: ReturnType<typeof smallEdition>[]) =>
  withOwner(world.ownerUrl, (tx) => publishContent(tx, editions));

/** How many rows a statement touches when the owner of the tables runs it. */
const withOwnerRole = (statement: string) =>
  asAdministrator(world.ownerUrl, async (client) => {
    await client.query('set role owner_ddl');
    return (await client.query(statement)).rowCount;
  });

describe('publishing', () => {
  it('a second time does nothing', async () => {
    expect(await publish(smallEdition())).toEqual({ fresh: [] });
  });

  it('a new edition of known documents adds the edition alone', async () => {
    expect(await publish(smallEdition('2027-05'))).toEqual({ fresh: ['2027-05'] });
  });

  it('refuses a document that stands with other contents, and writes nothing of it', async () => {
    const changed = smallEdition('2027-11', 'Changed');
    await expect(publish(changed)).rejects.toThrow(
      /questionnaires\/governance@1 was published with other contents \([0-9a-f]{12}, now [0-9a-f]{12}\)/,
    );
    expect(await withSystem((tx) => readEdition(tx, '2027-11'))).toBeNull();
  });

  it('refuses an edition that stands with other contents', async () => {
    await expect(publish({ ...smallEdition(), lawAsOf: '2026-01-01' })).rejects.toThrow(
      'Edition 2026-11 was published with other contents',
    );
  });

  it('is for the owner alone, and even the owner changes nothing that stands', async () => {
    for (const statement of [
      sql`update content.edition set hash = repeat('0', 64)`,
      sql`delete from content.document`,
      sql`insert into content.edition (id, hash, file) values ('2030-01', repeat('0', 64), '{}')`,
    ])
      await expect(withSystem((tx) => tx.execute(statement))).rejects.toMatchObject({
        reason: 'denied',
      });
    for (const statement of [
      `update content.edition set hash = repeat('0', 64)`,
      'delete from content.document',
      'truncate content.edition cascade',
    ])
      await expect(withOwnerRole(statement)).rejects.toMatchObject({ code: '42501' });
  });
});

describe('reading', () => {
  it('gives back exactly what was published, the same object each time', async () => {
    const edition = await withSystem((tx) => readEdition(tx, '2026-11'));
    expect(edition).toEqual(smallEdition());
    const member = await companyOf(await signedIn());
    expect(await withCompany(member, (tx) => readEdition(tx, '2026-11'))).toBe(edition);
  });

  it('of an unknown edition is null', async () => {
    expect(await withSystem((tx) => readEdition(tx, '1999-01'))).toBeNull();
  });

  it('lists the editions, newest first', async () => {
    await publish(smallEdition('2027-05'));
    const editions = await withSystem(listEditions);
    expect(editions.map((one) => one.id)).toEqual(['2027-05', '2026-11']);
    expect(editions[0]?.title).toEqual({ ja: 'Smallです', en: 'Small' });
  });
});
