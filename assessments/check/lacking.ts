import { faults } from '../check.ts';
import type { LibraryFile } from '../library.ts';

/** A draft and what it lacks to be published: each a plain sentence that names file and place. */
export interface DraftSummary {
  key: string;
  missing: string[];
}

/**
 * Holds each draft against the laws as if it stood in its place, together with the drafts that it names.
 * Call only with published documents that keep the laws by themselves.
 */
export function lacking(
  published: readonly LibraryFile[],
  drafts: readonly LibraryFile[],
): DraftSummary[] {
  const found = drafts.flatMap((draft) => {
    const together = withNamed(draft, drafts);
    const keys = together.map(({ key }) => key);
    return faults([...published, ...together], keys).problems.map((fault) => {
      const own = together.find(({ file }) => fault.startsWith(`${file}:`));
      // What shows in a published document comes from the draft that was laid beside it.
      return own
        ? { key: own.key, sentence: fault }
        : { key: draft.key, sentence: `${draft.file}: with it, ${fault}` };
    });
  });
  const own = (key: string) => [
    ...new Set(found.filter((one) => one.key === key).map(({ sentence }) => sentence)),
  ];
  return drafts.map((draft) => ({
    key: draft.key,
    missing: [
      ...own(draft.key),
      ...withNamed(draft, drafts)
        .filter((other) => other !== draft && own(other.key).length > 0)
        .map((other) => `${draft.file}: waits for ${other.key}, which is not complete.`),
    ],
  }));
}

/** A draft with the drafts that it names, and those that these name. */
function withNamed(draft: LibraryFile, drafts: readonly LibraryFile[]): LibraryFile[] {
  const together = new Set([draft]);
  for (const one of together) {
    const named = new Set(stringsIn(one.content));
    // An edition is followed by its id; all else is named by its key.
    for (const other of drafts) {
      if (named.has(other.key) || named.has(other.key.replace(/^editions\//, '')))
        together.add(other);
    }
  }
  return [...together];
}

function stringsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  return typeof node === 'object' && node !== null ? Object.values(node).flatMap(stringsIn) : [];
}
