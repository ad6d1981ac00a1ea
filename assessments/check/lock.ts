import type { Library } from '../library.ts';
import { publishedHashes } from '../library.ts';
import { compareLock } from '../lock.ts';

const FILE = 'published.lock.json';

/** What was published stands unchanged, and what an edition pins has been published. */
export function lock({ files, lock: published }: Library): string[] {
  const now = publishedHashes(files);
  const changed = compareLock(published, now).map((problem) => `${FILE}: ${problem}`);
  const added = Object.keys(now)
    .filter((key) => published[key] === undefined)
    .map((key) => `${FILE}: ${key} is pinned but not in the lock; publish it.`);
  return [...changed, ...added];
}
