import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { readAnchorLines } from '#assessments/audit-file.ts';
import { verifyChain } from '#assessments/audit-chain.ts';
import { anchorFile, anchorHeads, anchorRound } from '#db/anchors.ts';
import { readChain, readLog } from '#db/audit-log.ts';
import { renameCompany } from '#db/companies.ts';
import { openKeys } from '#db/keys.ts';
import { signingKey, type SigningKey } from '#db/signing-keys.ts';
import { withCompany, withWorker, type Member } from '#db/tenant.ts';
import { temporaryPlace } from './temporary-place.ts';
import { companyOf, openWorld, signedIn, type World } from './world.ts';

let world: World;
let key: SigningKey;
let path: string;
let mine: Member;
const place = temporaryPlace();
beforeAll(async () => {
  world = await openWorld();
  key = signingKey(openKeys(place.keysDir, { production: false }), 'anchor');
  mine = await companyOf(await signedIn());
  await companyOf(await signedIn());
});
afterAll(async () => {
  await world.close();
  place.remove();
});
beforeEach(() => {
  path = join(place.keysDir, '..', 'anchors.jsonl');
});

const round = (at = path) => anchorRound(key, anchorFile(at), new Date());
const lines = (at = path) => readAnchorLines(readFileSync(at));
const chain = async () => {
  const read = await withCompany(mine, (tx) => readChain(tx, [key.published]));
  if (!read) throw new Error('The chain cannot be read.');
  return read;
};

it('the key is the same after a restart, and its public half verifies', () => {
  const again = signingKey(openKeys(place.keysDir, { production: false }), 'anchor');
  expect(again.published).toEqual(key.published);
});

it('a round anchors every log, in the database and in the file; without news it does nothing', async () => {
  await round();
  expect(lines()).toHaveLength(1);
  expect(lines()[0]?.heads).toHaveLength(2);
  const checked = verifyChain(await chain(), { anchors: lines(), keys: [key.published] });
  expect(checked.problems).toEqual([]);
  expect(checked.summary).toMatchObject({
    anchoredUpTo: 1,
    anchors: { inExport: 1, inFile: 1 },
  });
  await round();
  expect(lines()).toHaveLength(1);
});

it('the next one holds only what went on, and continues the one before', async () => {
  await withCompany(mine, (tx) => renameCompany(tx, '次'));
  await round();
  expect(lines()).toHaveLength(2);
  expect(lines()[1]?.heads).toHaveLength(1);
  const { problems, summary } = verifyChain(await chain(), { anchors: lines() });
  expect(problems).toEqual([]);
  expect(summary.anchoredUpTo).toBe(2);
  const log = await withCompany(mine, (tx) => readLog(tx, {}));
  expect(log.standing).toMatchObject({ seq: 2, anchor: { number: 2, seq: 2 } });
});

it('a node whose file lacks what another node anchored writes it down', async () => {
  const other = `${path}.other`;
  await round(other);
  expect(lines(other)).toEqual(lines());
  rmSync(other);
});

it('of nodes that anchor at the same time one does it', async () => {
  await withCompany(mine, (tx) => renameCompany(tx, '同時'));
  const outcome = await withWorker(async (tx) => {
    // The pool of the worker has one connection here: the other node is a superuser with the lock.
    await world.superuser.query(`begin; select pg_advisory_xact_lock(hashtext('junbi anchor'))`);
    const answered = await anchorHeads(tx, key, { now: new Date() });
    await world.superuser.query('rollback');
    return answered;
  });
  expect(outcome).toEqual({ ok: false, reason: 'busy' });
  await round();
  expect(lines()).toHaveLength(3);
});

it('a database put back to an older state is told, and its loss stays to be seen', async () => {
  const before = await world.superuser.query('select * from audit.entry order by company_id, seq');
  await withCompany(mine, (tx) => renameCompany(tx, '失われる'));
  await round();
  const last = lines().length;
  await world.superuser.query(`
    set session_replication_role = replica;
    delete from audit.anchored where number = ${last};
    delete from audit.anchor where number = ${last};
    delete from audit.entry where company_id = '${mine.companyId}' and seq = 4;
    update audit.head h set seq = 3, hash = e.hash, at = e.at from audit.entry e
     where h.company_id = '${mine.companyId}' and e.company_id = h.company_id and e.seq = 3;
    reset session_replication_role`);
  const after = await world.superuser.query('select * from audit.entry order by company_id, seq');
  expect(after.rows).toEqual(before.rows);
  // By itself the older state is sound; beside the file it is not.
  expect(verifyChain(await chain()).problems).toEqual([]);
  expect(verifyChain(await chain(), { anchors: lines() }).problems).toEqual([
    `Anchor ${last} of the file holds entry 4, which is gone.`,
  ]);
  await withCompany(mine, (tx) => renameCompany(tx, '新しい'));
  expect((await round()).warning).toContain('put back to an older state');
  expect(lines()).toHaveLength(last + 1);
  expect(verifyChain(await chain(), { anchors: lines() }).problems).toEqual([
    `Anchor ${last} of the file holds another entry 4 than the chain.`,
  ]);
});

it('a file that ends in the middle of a line is told, not written on', async () => {
  const torn = `${path}.torn`;
  writeFileSync(torn, readFileSync(path, 'utf8').slice(0, -20));
  await expect(round(torn)).rejects.toThrow('JSON');
});
