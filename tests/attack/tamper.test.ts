import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { verifyChain } from '#assessments/audit-chain.ts';
import { readAnchorLines } from '#assessments/audit-file.ts';
import { anchorFile, anchorRound } from '#db/anchors.ts';
import { record } from '#db/audit.ts';
import { readChain } from '#db/audit-log.ts';
import { openKeys } from '#db/keys.ts';
import { signingKey } from '#db/signing-keys.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { temporaryPlace } from '../db/temporary-place.ts';
import { companyOf, openWorld, signedIn, type World } from '../db/world.ts';
import { isFull, seeded, seedOf } from './random.ts';
import { KINDS, put, stateOf, tampered, weakened, type State } from './tampering.ts';

// AUD-1: a superuser changes the past; the export with the file of anchors shows it, each time.

const count = isFull ? 1_000 : 100;
const seed = seedOf(20_261_122);

const place = temporaryPlace();
let world: World;
let mine: Member;
beforeAll(async () => {
  world = await openWorld();
  mine = await companyOf(await signedIn());
});
afterAll(async () => {
  await world.close();
  place.remove();
});

test(`${count} tampers with a chain are all found; weaker verifiers miss some`, async () => {
  const key = signingKey(openKeys(place.keysDir, { production: false }), 'anchor');
  const path = join(place.keysDir, '..', 'anchors.jsonl');
  const file = anchorFile(path);
  const random = seeded(seed);
  const write = async (entries: number) => {
    for (let at = 0; at < entries; at += 1)
      await withCompany(mine, (tx) =>
        record(tx, 'screen.viewed', {
          target: `screen/${at % 7}`,
          fields: { screen: 'gaps', assessment: null, item: null },
          sealed: {},
        }),
      );
  };
  let older: State | undefined;
  for (let round = 0; round < 4; round += 1) {
    await write(7);
    await anchorRound(key, file, new Date());
    older ??= await stateOf(world.superuser, mine.companyId);
  }
  const anchored = (await stateOf(world.superuser, mine.companyId)).entries.length;
  await write(3);
  const sound = await stateOf(world.superuser, mine.companyId);
  if (!older) throw new Error('There is no older state.');
  const evidence = { anchors: readAnchorLines(readFileSync(path)), keys: [key.published] };
  const exported = async () => {
    const chain = await withCompany(mine, (tx) => readChain(tx, [key.published]));
    return (
      chain ?? {
        format: 'junbi-audit-1' as const,
        company: mine.companyId,
        head: { seq: 0, hash: '0'.repeat(64) },
        entries: [],
        anchors: [],
        keys: [],
      }
    );
  };

  // The control: an untouched chain passes, for every verifier, also after it was put back.
  await put(world.superuser, mine.companyId, sound);
  const untouched = await exported();
  expect(verifyChain(untouched, evidence).problems).toEqual([]);
  for (const weak of Object.values(weakened)) expect(weak(untouched).problems).toEqual([]);

  const missed: string[] = [];
  const missedByWeaker = new Map(Object.keys(weakened).map((name) => [name, new Set<string>()]));
  for (let trial = 0; trial < count; trial += 1) {
    const kind = KINDS[trial % KINDS.length] ?? 'edit';
    const state = tampered(kind, sound, { random, older, anchored });
    await put(world.superuser, mine.companyId, state);
    const chain = await exported();
    if (verifyChain(chain, evidence).problems.length === 0) missed.push(`${trial} ${kind}`);
    for (const [name, weak] of Object.entries(weakened))
      if (weak(chain).problems.length === 0) missedByWeaker.get(name)?.add(kind);
  }
  await put(world.superuser, mine.companyId, sound);
  const weaker = [...missedByWeaker].map(([name, kinds]) => `${name}: ${[...kinds].join(', ')}`);
  console.log(
    `${count} tampers (seed ${seed}), ${missed.length} missed. Missed ${weaker.join('; ')}`,
  );
  expect(missed).toEqual([]);
  for (const [name, kinds] of missedByWeaker) expect([name, kinds.size > 0]).toEqual([name, true]);
  expect(verifyChain(await exported(), evidence).problems).toEqual([]);
});
