import { z } from 'zod';

/** Key → SHA-256 of everything ever published (`content/published.lock.json`). */
export const lockSchema = z.record(z.string(), z.string().regex(/^[0-9a-f]{64}$/));
export type Lock = Readonly<z.infer<typeof lockSchema>>;

/** What has been published and is gone or changed: each a sentence. */
export function compareLock(lock: Lock, hashes: Lock): string[] {
  return Object.entries(lock).flatMap(([key, hash]) => {
    const now = hashes[key];
    if (now === undefined) return [`${key} was published and is missing now.`];
    if (now === hash) return [];
    return [
      `${key} was published with hash ${hash.slice(0, 12)}… and is ${now.slice(0, 12)}… now: a published document never changes, make a new version.`,
    ];
  });
}

/**
 * Adds what is new. A key that is there already keeps its hash for ever, even if the document
 * differs now: `compareLock` reports that.
 */
export function extendLock(lock: Lock, hashes: Lock): Lock {
  const all = { ...hashes, ...lock };
  return Object.fromEntries(
    Object.keys(all)
      .toSorted()
      .map((key) => [key, all[key] ?? '']),
  );
}
