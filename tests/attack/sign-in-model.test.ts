import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '../db/world.ts';
import { useOwnKeys } from '../setup/in-process.ts';
import { rewriting, withMutant } from '../setup/mutants.ts';
import { commands, fresh, type Reached } from './sign-in-commands.ts';

// AUTH-1: no sequence of signing in, second steps, passkeys (right, wrong, sent again, meant for something
// else), enrolment, removal, confirmation and resets reaches level 2 without two factors or a verified
// passkey; and no account with a factor has a session of level 1. After each command every session is
// compared with what was really shown for it.

const isFull = process.env['JUNBI_ATTACK'] === 'full';
const sequences = isFull ? 10_000 : 1_000;
const seed = isFull ? Math.floor(Math.random() * 2 ** 31) : 20_261_125;

let world: World;
beforeAll(async () => {
  useOwnKeys();
  world = await openWorld();
});
afterAll(() => world.close());

async function run(numRuns: number, reached: Reached): Promise<void> {
  await fc.assert(
    fc.asyncProperty(fc.commands(commands, { maxCommands: 12, size: 'max' }), (all) =>
      fc.asyncModelRun(() => fresh(world.superuser, reached), all),
    ),
    { numRuns, seed, endOnFailure: true },
  );
}

const nothing = (): Reached => ({ password: 0, code: 0, recovery: 0, passkey: 0, enrolled: 0 });

test(
  `${sequences} sequences reach level 2 only with two factors or a verified passkey`,
  { timeout: 5_400_000 },
  async () => {
    const reached = nothing();
    await run(sequences, reached);
    console.log(`AUTH-1: ${sequences} sequences (seed ${seed}), sessions by way:`, reached);
    // The control: every way in was really walked, many times.
    for (const count of Object.values(reached)) expect(count).toBeGreaterThan(sequences / 100);
  },
);

test.each([
  [
    'a session that is written with level 2 whatever was shown',
    'auth.session',
    'new.level = 2',
    'insert',
  ],
  ['old sessions that go on after a change', 'auth.session', 'new.ended_at = null', 'update'],
] as const)('the model finds %s', async (_name, table, assignment, on) => {
  const hole = rewriting(world.superuser, table, assignment, on);
  await withMutant(hole, () => expect(run(300, nothing())).rejects.toThrow(/Property failed/));
});
