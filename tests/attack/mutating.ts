import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { cp, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { asAdministrator, withDatabase } from '#db/administrator.ts';
import { migrate, migrationFiles } from '#db/migrate.ts';
import { lintSchema } from '#db/schema-lint.ts';
import { checkout } from '../setup/checkout.ts';
import { freshDatabase } from '../setup/postgres.ts';
import { clusterVariable, type TestCluster } from '../setup/test-cluster.ts';
import { attackFrom, openFuzzWorld, type Inside } from './isolating.ts';
import type { Mutant, Suite } from './mutants.ts';

/** The suites that vitest runs; lint and fuzz are called directly, with the functions that theirs call. */
const FILES: Record<Exclude<Suite, 'lint' | 'fuzz'>, string> = {
  doors: 'tests/db/doors.test.ts',
  ways: 'tests/db/ways-in.test.ts',
  verbs: 'tests/db/foreign-ids.test.ts',
  answers: 'tests/db/answers.test.ts',
  fence: 'tests/db/fence.test.ts',
  access: 'tests/routes/access.test.ts',
  edge: 'tests/routes/edge.test.ts',
  log: 'tests/db/audit.test.ts',
  logged: 'tests/db/audit-verbs.test.ts',
  granted: 'tests/db/audit-granting.test.ts',
  leaving: 'tests/db/leaving.test.ts',
  invitations: 'tests/db/invitations.test.ts',
  campaigns: 'tests/db/campaigns.test.ts',
};

/** What failed, by suite; a suite that is missing let the mutant live. */
export type Killers = Partial<Record<Suite, string>>;

/** Makes the mutant in a database or a checkout of its own and runs its suites against it. */
export async function killersOf(
  cluster: TestCluster,
  mutant: Mutant,
  suites: readonly Suite[] = mutant.by,
): Promise<Killers> {
  const isSource = 'file' in mutant && !mutant.file.startsWith('db/migrations/');
  const template = isSource ? cluster.template : await mutatedTemplate(cluster, mutant);
  const folder = isSource ? await mutatedCheckout(mutant) : checkout;
  const given = { ...cluster, template };
  const before = process.env[clusterVariable];
  process.env[clusterVariable] = JSON.stringify(given);
  try {
    return {
      ...(suites.includes('lint') && said('lint', await linted())),
      ...(suites.includes('fuzz') && said('fuzz', await fuzzed())),
      ...(await tested(folder, suites)),
    };
  } finally {
    if (before === undefined) delete process.env[clusterVariable];
    else process.env[clusterVariable] = before;
    if ('undo' in mutant && mutant.undo)
      await asAdministrator(cluster.adminUrl, (client) => client.query(mutant.undo ?? ''));
    if (isSource) await rm(folder, { recursive: true, force: true });
    else await dropDatabase(cluster, template);
  }
}

const said = (suite: Suite, words: string): Killers => (words === '' ? {} : { [suite]: words });

async function mutatedTemplate(cluster: TestCluster, mutant: Mutant): Promise<string> {
  const name = `${cluster.template}_mutant_${randomBytes(4).toString('hex')}`;
  const url = withDatabase(cluster.adminUrl, name);
  const origin = 'sql' in mutant ? ` template ${cluster.template}` : '';
  await asAdministrator(cluster.adminUrl, (client) =>
    client.query(`create database ${name}${origin} encoding 'UTF8'`),
  );
  if ('sql' in mutant) {
    await asAdministrator(url, (client) => client.query(mutant.sql));
    return name;
  }
  const files = await migrationFiles();
  const mutated = files.map((file) =>
    mutant.file.endsWith(file.name)
      ? { ...file, sql: replaced(file.sql, mutant), sha256: file.sha256 }
      : file,
  );
  await migrate(url, cluster, mutated);
  return name;
}

const COPIED = [
  'app',
  'assessments',
  'build',
  'db',
  'emails',
  'public',
  'tests',
  'package.json',
  'package-lock.json',
  'remix.config.js',
  'remix.config.d.ts',
  'tsconfig.json',
  'vite.config.ts',
  'vitest.config.ts',
];

async function mutatedCheckout(mutant: Mutant): Promise<string> {
  if (!('file' in mutant)) throw new Error('Only a text of the source is replaced here.');
  const folder = await mkdtemp(join(tmpdir(), 'junbi-mutant-'));
  for (const name of COPIED) {
    await cp(join(checkout, name), join(folder, name), { recursive: true });
  }
  await symlink(join(checkout, 'node_modules'), join(folder, 'node_modules'));
  const path = join(folder, mutant.file);
  await writeFile(path, replaced(await readFile(path, 'utf8'), mutant));
  return folder;
}

/** A text that is gone or stands twice is no mutant any more: somebody has to look at it. */
function replaced(text: string, mutant: Mutant): string {
  if (!('find' in mutant)) return text;
  const parts = text.split(mutant.find);
  if (parts.length !== 2)
    throw new Error(`“${mutant.name}”: its text stands ${parts.length - 1} times in the file.`);
  return parts.join(mutant.put);
}

async function dropDatabase({ adminUrl }: TestCluster, name: string): Promise<void> {
  await asAdministrator(adminUrl, async (client) => {
    await client.query(`drop database if exists ${name} with (force)`);
  });
}

async function linted(): Promise<string> {
  const database = await freshDatabase();
  const client = new Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    const holes = await lintSchema(client);
    return holes.map(({ rule, object }) => `${rule} ${object}`).join('; ');
  } finally {
    await client.end();
    await database.drop();
  }
}

async function fuzzed(): Promise<string> {
  const world = await openFuzzWorld();
  try {
    for (const inside of ['company', 'reader', 'consultancy', 'association'] as const) {
      const words = await fuzzedInside(world, inside);
      if (words !== '') return words;
    }
    return '';
  } finally {
    await world.close();
  }
}

/** A reader's own company is one row of some forty tables, and has to be hit. */
const COUNTS: Readonly<Record<Inside, number>> = {
  company: 12_000,
  reader: 60_000,
  consultancy: 4_000,
  association: 4_000,
};

async function fuzzedInside(world: Parameters<typeof attackFrom>[0], inside: Inside) {
  const count = COUNTS[inside];
  const { hits, changed } = await attackFrom(world, inside, { count, seed: 20_261_125, lanes: 2 });
  if (hits.length + changed.length === 0) return '';
  return `inside a ${inside}: ${hits.length} canaries, ${changed.join(', ') || 'no change'}`;
}

const report = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      assertionResults: z.array(z.object({ status: z.string(), title: z.string() })),
    }),
  ),
});

/** Runs the test files; the first test that fails in each. A file that does not load kills nothing. */
async function tested(folder: string, suites: readonly Suite[]): Promise<Killers> {
  const asked = Object.entries(FILES).filter(([suite]) => suites.some((one) => one === suite));
  if (asked.length === 0) return {};
  const projects = new Set(asked.map(([, file]) => (file.includes('/db/') ? 'db' : 'routes')));
  const out = await mkdtemp(join(tmpdir(), 'junbi-report-'));
  try {
    const said = await vitest(folder, [
      ...[...projects].map((project) => `--project=${project}`),
      '--reporter=json',
      `--outputFile.json=${join(out, 'report.json')}`,
      ...asked.map(([, file]) => file),
    ]);
    const text = await readFile(join(out, 'report.json'), 'utf8').catch(() => '');
    if (text === '') throw new Error(`The suites did not run:\n${said}`);
    const { testResults } = report.parse(JSON.parse(text));
    return Object.fromEntries(
      asked.flatMap(([suite, file]) => {
        const results = testResults.find(({ name }) => name.endsWith(file))?.assertionResults ?? [];
        const failed = results.find(({ status }) => status === 'failed');
        return failed ? [[suite, failed.title]] : [];
      }),
    );
  } finally {
    await rm(out, { recursive: true, force: true });
  }
}

function vitest(folder: string, args: string[]): Promise<string> {
  const { VITEST: _, JUNBI_ATTACK: __, ...env } = process.env;
  const child = spawn(
    process.execPath,
    [join(folder, 'node_modules/vitest/vitest.mjs'), 'run', ...args],
    { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let said = '';
  child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', () => resolve(said));
  });
}
