import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '#db/refusal.ts';

const folders = ['app', 'assessments', 'db', 'emails', 'public'];
const files = ['package-lock.json', 'remix.config.js', 'tsconfig.json', 'vite.config.ts'];

/** Builds the pages where a source has changed since the last build, by content, not by date. */
export async function ensureBuilt(checkout: string, log: (line: string) => void): Promise<void> {
  const stamp = join(checkout, 'build', 'sources.sha256');
  const wanted = await sourcesHash(checkout);
  if ((await readFile(stamp, 'utf8').catch(() => '')) === wanted) return;
  log('Building the pages …');
  const began = performance.now();
  await build(checkout);
  await writeFile(stamp, wanted);
  log(`Built in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
}

async function sourcesHash(checkout: string): Promise<string> {
  const found = await Promise.all(
    folders.map(async (folder) => {
      const entries = await readdir(join(checkout, folder), {
        recursive: true,
        withFileTypes: true,
      });
      return entries.filter((it) => it.isFile()).map((it) => join(it.parentPath, it.name));
    }),
  );
  const paths = [...found.flat(), ...files.map((file) => join(checkout, file))];
  const hash = createHash('sha256');
  for (const path of paths.filter((it) => !/\.test\.tsx?$/.test(it)).sort()) {
    hash.update(`${path.slice(checkout.length)}\0`).update(await readFile(path));
  }
  return hash.digest('hex');
}

function build(checkout: string): Promise<void> {
  const remix = join(checkout, 'node_modules/@remix-run/dev/dist/cli.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [remix, 'vite:build'], {
      cwd: checkout,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (said += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Refusal('build', `The pages could not be built:\n${said}`));
    });
  });
}
