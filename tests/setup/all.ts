import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt } from '#app/boot/build.ts';
import { checkout } from './checkout.ts';
import { chromiumVariable, ensureChromium } from './chromium.ts';
import { findPgBouncer } from './pgbouncer.ts';
import { interrupt, script, tool, vitest } from './steps.ts';
import type { Outcome } from './steps.ts';
import { clusterVariable, startTestCluster } from './test-cluster.ts';

// `npm test` runs every step, goes on after one that failed, and closes with one line. A step
// counts like a test. `npm run attack` runs the security suites alone, with their full counts.

const total = { passed: 0, failed: 0 };
const say = (line: string) => process.stdout.write(`${line}\n`);
let stopCluster = async () => {};

async function step(name: string, work: () => Promise<Outcome>): Promise<void> {
  process.stdout.write(`${name} … `);
  const began = performance.now();
  const outcome = await work().catch((error: unknown): Outcome => ({
    ok: false,
    output: error instanceof Error ? (error.stack ?? error.message) : String(error),
  }));
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  say(`${outcome.ok ? 'ok' : 'FAILED'}${outcome.note ? `, ${outcome.note}` : ''} (${seconds} s)`);
  if (outcome.output) say(outcome.output.trimEnd());
  total[outcome.ok ? 'passed' : 'failed'] += 1;
  total.passed += outcome.tests?.passed ?? 0;
  total.failed += outcome.tests?.failed ?? 0;
}

async function database(): Promise<Outcome> {
  const { stop, ...cluster } = await startTestCluster();
  stopCluster = stop;
  process.env[clusterVariable] = JSON.stringify(cluster);
  return { ok: true };
}

async function browser(): Promise<Outcome> {
  const said: string[] = [];
  const path = await ensureChromium((line) => said.push(line));
  if (!path) return { ok: false, output: said.join('\n') };
  process.env[chromiumVariable] = path;
  return { ok: true };
}

/** The same suite with a PgBouncer in transaction mode in front, where one is installed. */
async function throughPgBouncer(): Promise<Outcome> {
  if (!(await findPgBouncer())) return { ok: true, note: 'not run: no pgbouncer is installed' };
  const direct = process.env[clusterVariable];
  delete process.env[clusterVariable];
  process.env['JUNBI_TEST_PGBOUNCER'] = '1';
  try {
    return await vitest('db');
  } finally {
    delete process.env['JUNBI_TEST_PGBOUNCER'];
    if (direct !== undefined) process.env[clusterVariable] = direct;
  }
}

const build = async (): Promise<Outcome> => {
  await ensureBuilt(checkout, () => {});
  return { ok: true };
};

async function everything(): Promise<void> {
  await step('format', () =>
    tool('prettier', 'prettier/bin/prettier.cjs', ['--check', '--log-level', 'warn', '.']),
  );
  await step('lint', () =>
    tool('oxlint', 'oxlint/bin/oxlint', ['--type-aware', '--deny-warnings']),
  );
  await step('types', () => tool('tsc', 'typescript/bin/tsc', []));
  await step('knip', () => tool('knip', 'knip/bin/knip.js', []));
  await step('content', () => script('app/boot/command.ts', ['check']));
  await step('unit', () => vitest('unit'));
  await step('database set-up', database);
  await step('db', () => vitest('db'));
  await step('db through PgBouncer', throughPgBouncer);
  await step('build', build);
  await step('routes', () => vitest('routes'));
  await step('browser', browser);
  await step('e2e', () => vitest('e2e'));
  if (existsSync(join(checkout, 'tests/attack'))) await step('attack', () => vitest('attack'));
}

async function attack(filters: string[]): Promise<void> {
  process.env['JUNBI_ATTACK'] = 'full';
  await step('database set-up', database);
  await step('build', build);
  await step('attack', () => vitest('attack', filters));
}

for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const) {
  process.once(signal, () => {
    interrupt();
    void stopCluster().finally(() => process.exit(code));
  });
}

const [mode, ...filters] = process.argv.slice(2);
try {
  await (mode === 'attack' ? attack(filters) : everything());
} finally {
  await stopCluster();
}
say(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 ? 0 : 1;
