import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../refusal.ts';

const manifest = z.strictObject({
  kind: z.enum(['cluster', 'dump']),
  /** The line of PostgreSQL that wrote it. */
  postgres: z.string(),
  madeAt: z.iso.datetime(),
  /** Path in the backup → SHA-256, so that a restore knows a whole backup from a damaged one. */
  files: z.record(z.string(), z.string()),
});

export type Manifest = z.infer<typeof manifest>;

const fileName = 'backup.json';

export async function writeManifest(
  directory: string,
  head: Pick<Manifest, 'kind' | 'postgres'>,
): Promise<Manifest> {
  const written = {
    ...head,
    madeAt: new Date().toISOString(),
    files: await hashes(directory),
  };
  await writeFile(join(directory, fileName), `${JSON.stringify(written, null, 2)}\n`, {
    mode: 0o600,
  });
  return written;
}

/** Reads the manifest and compares every file with it. Throws a Refusal with a sentence. */
export async function readManifest(directory: string): Promise<Manifest> {
  const text = await readFile(join(directory, fileName), 'utf8').catch(() => undefined);
  if (text === undefined) {
    throw new Refusal('no-backup', `${directory} holds no backup of Junbi (no ${fileName}).`);
  }
  const read = manifest.safeParse(asJson(text));
  if (!read.success) {
    throw new Refusal('damaged-backup', `${join(directory, fileName)} is damaged.`);
  }
  const found = await hashes(directory);
  const paths = new Set([...Object.keys(found), ...Object.keys(read.data.files)]);
  const different = [...paths].filter((path) => found[path] !== read.data.files[path]);
  if (different.length > 0) {
    throw new Refusal(
      'damaged-backup',
      `The backup is not as it was written: ${different.length} files are missing, added or changed, the first of them ${different.sort()[0]}. Nothing was restored.`,
    );
  }
  return read.data;
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

async function hashes(directory: string): Promise<Record<string, string>> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true });
  const paths = entries
    .filter((it) => it.isFile() && it.name !== fileName)
    .map((it) => join(it.parentPath, it.name))
    .sort();
  const found: Record<string, string> = {};
  for (const path of paths) {
    found[relative(directory, path).split(sep).join('/')] = await hashOf(path);
  }
  return found;
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk);
  return hash.digest('hex');
}
