import { actions } from './check/actions.ts';
import { cataloguePins, catalogues } from './check/catalogues.ts';
import { citations } from './check/citations.ts';
import { contents, pins, shapes, type Content } from './check/content.ts';
import { contradictions } from './check/contradictions.ts';
import { coverage } from './check/coverage.ts';
import { cycles } from './check/cycles.ts';
import { dryRun } from './check/dry-run.ts';
import { figures } from './check/figures.ts';
import { forbidden } from './check/forbidden.ts';
import { gate } from './check/gate.ts';
import { ids, names, stableIds } from './check/ids.ts';
import { languages } from './check/languages.ts';
import { lock } from './check/lock.ts';
import { mappingPins, mappings } from './check/mappings.ts';
import { modes } from './check/modes.ts';
import { overlays } from './check/overlays.ts';
import { reach } from './check/reach.ts';
import { references } from './check/references.ts';
import {
  summarise,
  summariseCatalogues,
  type CatalogueSummary,
  type EditionSummary,
} from './check/summary.ts';
import { words } from './check/words.ts';
import type { Library, LibraryFile } from './library.ts';

/** The laws of an edition, in the order in which they are worth reading. */
const LAWS: readonly ((content: Content) => string[])[] = [
  citations,
  languages,
  modes,
  gate,
  dryRun,
  coverage,
  actions,
  cycles,
  reach,
  contradictions,
  overlays,
  figures,
  forbidden,
  words,
];

export interface CheckResult {
  /** Each a plain sentence that names file and place; empty when the content may be published. */
  problems: string[];
  /** Null while the documents do not even hold together. */
  summary: { editions: EditionSummary[]; catalogues: CatalogueSummary[]; published: number } | null;
}

/** Holds the library against the laws of content and against the lock. */
export function check(library: Library): CheckResult {
  const { files } = library;
  const { problems, editions } = faults(files);
  if (editions === null) return { problems, summary: null };
  const readable = editions.every((content) => citations(content).length === 0);
  return {
    problems: [...problems, ...lock(library)],
    summary: readable
      ? {
          editions: editions.map(summarise),
          catalogues: summariseCatalogues(files),
          published: Object.keys(library.lock).length,
        }
      : null,
  };
}

/**
 * What these documents lack, whatever the lock says; `asked` are the keys of the editions in question.
 * A later law is asked only where the earlier hold: no editions while the documents do not hold together.
 */
export function faults(
  files: readonly LibraryFile[],
  asked: readonly string[] = files.map(({ key }) => key),
): { problems: string[]; editions: Content[] | null } {
  for (const law of [shapes, pins, cataloguePins, mappingPins, names]) {
    const problems = law(files);
    if (problems.length > 0) return { problems, editions: null };
  }
  const editions = contents(files, asked);
  const loose = [...editions.flatMap(ids), ...stableIds(files), ...editions.flatMap(references)];
  if (loose.length > 0) return { problems: loose, editions: null };
  const unsound = editions.flatMap((content) => LAWS.flatMap((law) => law(content)));
  return { problems: [...unsound, ...mappings(files), ...catalogues(files)], editions };
}
