import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stripVTControlCharacters } from 'node:util';
import { z } from 'zod';
import { checkout } from './checkout.ts';

export type Tally = { passed: number; failed: number };
export type Outcome = { ok: boolean; note?: string; output?: string; tests?: Tally };

/** A tool of node_modules, its output kept for the case that it fails. */
export async function tool(name: string, script: string, args: string[]): Promise<Outcome> {
  const { code, output } = await run([join(checkout, 'node_modules', script), ...args]);
  return code === 0 ? { ok: true } : { ok: false, output: `${name}:\n${output}` };
}

/** A script of our own on this Node. */
export async function script(path: string, args: string[]): Promise<Outcome> {
  const { code, output } = await run([join(checkout, path), ...args]);
  return code === 0 ? { ok: true } : { ok: false, output };
}

const report = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
});

/** One vitest project. A skipped test counts as failed: nobody should believe that it was run. */
export async function vitest(project: string, args: string[] = []): Promise<Outcome> {
  const folder = await mkdtemp(join(tmpdir(), 'junbi-report-'));
  const file = join(folder, 'report.json');
  try {
    const { code, output } = await run([
      join(checkout, 'node_modules/vitest/vitest.mjs'),
      'run',
      `--project=${project}`,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${file}`,
      ...args,
    ]);
    const text = await readFile(file, 'utf8').catch(() => '');
    if (text === '') return { ok: false, output };
    const counts = report.parse(JSON.parse(text));
    const skipped = counts.numPendingTests + counts.numTodoTests;
    const tests = { passed: counts.numPassedTests, failed: counts.numFailedTests + skipped };
    const ok = code === 0 && skipped === 0 && tests.passed > 0;
    const note = `${tests.passed} passed, ${tests.failed} failed${skipped ? ` (${skipped} of them skipped)` : ''}`;
    return { ok, note, tests, output: ok ? figuresIn(output) : output };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** What tests print are figures that a reader of the run should see, one a line. */
function figuresIn(output: string): string {
  const printed = stripVTControlCharacters(output).matchAll(/^stdout \| .*\n([^]*?)\n\n/gm);
  return [...printed].map(([, lines]) => `  ${lines ?? ''}`).join('\n');
}

const running = new Set<ReturnType<typeof spawn>>();

/** Ends what still runs, when the whole run is interrupted. */
export function interrupt(): void {
  for (const child of running) child.kill('SIGTERM');
}

function run(args: string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: checkout,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(child);
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', reject);
    child.on('close', (code) => {
      running.delete(child);
      resolve({ code: code ?? 1, output });
    });
  });
}
