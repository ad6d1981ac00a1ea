import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import { main } from '#assessments/cli.ts';
import { catalogueIds, loadCatalogue, loadEdition } from '#assessments/library.ts';

export interface Run {
  code: number;
  out: string[];
  err: string[];
}

// Reading the library takes most of a second; the real processes of process.test.ts do it each time.
const edition = loadEdition('2026-11');
const catalogue = loadCatalogue(catalogueIds().at(-1) ?? '');
const editions = { ids: [edition.id], load: () => edition, catalogue: () => catalogue };

/** One command of the engine in this process: quick, and the same function that the shell calls. */
export async function run(...argv: string[]): Promise<Run> {
  const out: string[] = [];
  const err: string[] = [];
  const terminal = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  const code = await main(argv, terminal, editions);
  return { code, out, err };
}

/** A folder that is gone after the test. */
export function folder(): string {
  const path = mkdtempSync(join(tmpdir(), 'junbi-cli-'));
  onTestFinished(() => rmSync(path, { recursive: true }));
  return path;
}

/** A FILE for `score` with this text. */
export function file(text: string): string {
  const path = join(folder(), 'sheet.json');
  writeFileSync(path, text);
  return path;
}

/** A sheet that is right, with some fields of it changed. */
export function sheet(changed: Record<string, unknown> = {}): string {
  return JSON.stringify({
    edition: '2026-11',
    stage: 'application',
    mode: 'standard',
    facts: { employees: 48, listed: false, premises: 'owned', asksSuppliers: 'unknown' },
    answers: { 'A-01.level': { level: 3 }, 'A-02.level': { unknown: true } },
    ...changed,
  });
}
