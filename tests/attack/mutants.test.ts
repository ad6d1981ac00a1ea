import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestCluster, type TestCluster } from '../setup/test-cluster.ts';
import { killersOf, type Killers } from './mutating.ts';
import { mutants, type Mutant, type Suite } from './mutants.ts';
import { isFull, randomOf, seedOf } from './random.ts';

// Holes made on purpose, one by one, on a server of its own (some concern roles, which all databases
// share): the ordinary suites have to fall over each. All of them in an attack, a seeded few otherwise.

const seed = seedOf(20_261_125);
const chosen = isFull
  ? mutants
  : sample(
      mutants.filter(({ by }) => !needsBuild(by)),
      4,
    );

function needsBuild(by: readonly Suite[]): boolean {
  return by.includes('access') || by.includes('edge');
}

function sample(of: readonly Mutant[], count: number): Mutant[] {
  const { pick } = randomOf(seed);
  const taken = new Set<Mutant>();
  while (taken.size < count) taken.add(pick(of));
  return [...taken];
}

let cluster: TestCluster;
let stop = async () => {};
const table: string[] = [];

beforeAll(async () => {
  const { stop: stopCluster, ...started } = await startTestCluster();
  stop = stopCluster;
  cluster = started;
});
afterAll(async () => {
  console.log(`${table.length} of ${mutants.length} mutants (seed ${seed}):\n${table.join('\n')}`);
  await stop();
});

test('without a mutant every suite passes (the control)', async () => {
  const all: Suite[] = [
    'lint',
    'fuzz',
    'doors',
    'ways',
    'verbs',
    'answers',
    'fence',
    'log',
    'logged',
    'granted',
    'leaving',
    'invitations',
    'campaigns',
  ];
  const suites: Suite[] = isFull ? [...all, 'access', 'edge'] : ['lint', 'fuzz', 'doors'];
  expect(await killersOf(cluster, { name: 'none', sql: 'select 1', by: suites })).toEqual({});
});

test('there are at least thirty, each with a name of its own', () => {
  expect(mutants.length).toBeGreaterThanOrEqual(30);
  expect(new Set(mutants.map(({ name }) => name)).size).toBe(mutants.length);
});

test.each(chosen.map((mutant) => [mutant.name, mutant] as const))(
  'is killed: %s',
  async (name, mutant) => {
    const killers: Killers = await killersOf(cluster, mutant);
    const words = Object.entries(killers).map(([suite, by]) => `${suite} (${by.slice(0, 120)})`);
    table.push(`- ${name} ← ${words.join(' · ') || 'SURVIVES'}`);
    expect(Object.keys(killers).toSorted()).toEqual([...mutant.by].toSorted());
  },
);
