import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, sep } from 'node:path';
import { parse } from 'yaml';
import type { z } from 'zod';
import { actionLibrarySchema, type ActionLibrary } from './action.ts';
import { canonicalJson } from './canonical-json.ts';
import { sourcesSchema, type Sources } from './citation.ts';
import { contradictionsSchema, type Contradictions } from './contradiction.ts';
import { editionFileSchema, type Edition, type EditionFile } from './edition.ts';
import { pinnedIn } from './edition-pins.ts';
import { profileSchema, type ProfileForm } from './fact.ts';
import { gapModelSchema, type GapModel } from './gap-model.ts';
import { extendLock, lockSchema, type Lock } from './lock.ts';
import { mappingSchema, type Mapping } from './mapping.ts';
import { overlaySchema, type Overlay } from './overlay.ts';
import { questionnaireSchema, type Questionnaire } from './questionnaire.ts';
import type { Catalogue } from './subsidies/catalogue.ts';
import {
  deemedLargeSchema,
  sizeTableSchema,
  type DeemedLarge,
  type SizeTable,
} from './subsidies/predicate.ts';
import { supportFactsSchema, type SupportFacts } from './subsidies/support-fact.ts';
import { supportSourcesSchema, type SupportSources } from './subsidies/support-source.ts';
import { catalogueSchema, subsidySchema, type CatalogueFile, type Subsidy } from './subsidy.ts';

/** What stands in each folder of `content/` that holds published documents. */
export interface Documents {
  editions: EditionFile;
  profiles: ProfileForm;
  sources: Sources;
  questionnaires: Questionnaire;
  mappings: Mapping;
  contradictions: Contradictions;
  overlays: Overlay;
  'gap-models': GapModel;
  actions: ActionLibrary;
  catalogues: CatalogueFile;
  subsidies: Subsidy;
  'support-facts': SupportFacts;
  'support-sources': SupportSources;
  'size-tables': SizeTable;
  'deemed-large': DeemedLarge;
}
export type Kind = keyof Documents;

export const SCHEMAS: { readonly [K in Kind]: z.ZodType<Documents[K]> } = {
  editions: editionFileSchema,
  profiles: profileSchema,
  sources: sourcesSchema,
  questionnaires: questionnaireSchema,
  mappings: mappingSchema,
  contradictions: contradictionsSchema,
  overlays: overlaySchema,
  'gap-models': gapModelSchema,
  actions: actionLibrarySchema,
  catalogues: catalogueSchema,
  subsidies: subsidySchema,
  'support-facts': supportFactsSchema,
  'support-sources': supportSourcesSchema,
  'size-tables': sizeTableSchema,
  'deemed-large': deemedLargeSchema,
};

/** A file as it was read, not yet held against its schema. */
export interface LibraryFile {
  /** Path below `content/`. */
  file: string;
  kind: Kind;
  /** `questionnaires/governance@1`, for an edition `editions/2026-11`. */
  key: string;
  content: unknown;
}

export interface Library {
  files: readonly LibraryFile[];
  lock: Lock;
}

// Resolved through package.json, because a bundler moves this file but not the content.
export const CONTENT = dirname(
  createRequire(import.meta.url).resolve('#assessments/content/published.lock.json'),
);
const LOCK_FILE = 'published.lock.json';

/** Everything under `content/` as raw documents, for `check`. */
export function loadLibrary(directory: string = CONTENT): Library {
  return { files: readFiles(directory), lock: readLock(directory) };
}

/** The ids of the editions, oldest first. */
export function editionIds(directory: string = CONTENT): string[] {
  return idsIn(directory, 'editions');
}

function idsIn(directory: string, kind: Kind): string[] {
  return readdirSync(join(directory, kind))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .toSorted();
}

/**
 * An edition with all it pins, parsed, each document with the hash of its canonical JSON.
 * @throws Error for an id that is not in `editionIds()` and for content that `check` refuses.
 */
export function loadEdition(id: string, directory: string = CONTENT): Edition {
  return assembleEdition(readFiles(directory), id);
}

/** Puts an edition together from files that were read. */
export function assembleEdition(files: readonly LibraryFile[], id: string): Edition {
  const edition = documentOf('editions', files, `editions/${id}`);
  const pinned = {
    profile: published('profiles', files, edition.profile),
    sources: published('sources', files, edition.sources),
    questionnaires: edition.questionnaires.map((key) => published('questionnaires', files, key)),
    gapModel: published('gap-models', files, edition.gapModel),
    actions: published('actions', files, edition.actions),
    ...(edition.follows && {
      follows: {
        edition: edition.follows.edition,
        mappings: edition.follows.mappings.map((key) => published('mappings', files, key)),
      },
    }),
    ...(edition.contradictions !== undefined && {
      contradictions: published('contradictions', files, edition.contradictions),
    }),
    ...(edition.overlays && {
      overlays: edition.overlays.map((key) => published('overlays', files, key)),
    }),
  };
  return {
    id: edition.id,
    title: edition.title,
    lawAsOf: edition.lawAsOf,
    publishedOn: edition.publishedOn,
    // An edition changes when a document it pins changes, so its hash covers theirs.
    hash: hashOf({ edition, pinned: pinnedIn(pinned).map(({ key, hash }) => [key, hash]) }),
    ...pinned,
  };
}

/** The ids of the catalogues of public support, oldest first. */
export function catalogueIds(directory: string = CONTENT): string[] {
  return idsIn(directory, 'catalogues');
}

/**
 * A catalogue with all it pins, parsed.
 * @throws Error for an id that is not in `catalogueIds()` and for content that `check` refuses.
 */
export function loadCatalogue(id: string, directory: string = CONTENT): Catalogue {
  return assembleCatalogue(readFiles(directory), id);
}

/** Puts a catalogue together from files that were read. */
export function assembleCatalogue(files: readonly LibraryFile[], id: string): Catalogue {
  const file = documentOf('catalogues', files, `catalogues/${id}`);
  const pinned = pinnedByCatalogue(files, file);
  return {
    id: file.id,
    hash: hashOf({ file, pinned: pinned.map(({ key, hash }) => [key, hash]) }),
    sources: new Map(
      documentOf('support-sources', files, file.sources).sources.map((one) => [one.id, one]),
    ),
    facts: documentOf('support-facts', files, file.facts),
    programmes: file.programmes.map((key) => {
      const { document, hash } = published('subsidies', files, key);
      const { size, deemedLarge } = document.predicates;
      return {
        document,
        hash,
        size: size ? documentOf('size-tables', files, size) : null,
        deemedLarge: deemedLarge ? documentOf('deemed-large', files, deemedLarge) : null,
      };
    }),
    stubs: file.stubs,
    notChecked: file.notChecked,
  };
}

/** Every document that a catalogue pins, by itself or through a programme, each once. */
function pinnedByCatalogue(files: readonly LibraryFile[], file: CatalogueFile) {
  const programmes = file.programmes.map((key) => published('subsidies', files, key));
  const keysOf = (of: 'size' | 'deemedLarge') =>
    [...new Set(programmes.flatMap(({ document }) => document.predicates[of] ?? []))].toSorted();
  return [
    published('support-sources', files, file.sources),
    published('support-facts', files, file.facts),
    ...programmes,
    ...keysOf('size').map((key) => published('size-tables', files, key)),
    ...keysOf('deemedLarge').map((key) => published('deemed-large', files, key)),
  ];
}

/** Key → hash of every document that an edition or a catalogue pins, and of these themselves. */
export function publishedHashes(files: readonly LibraryFile[]): Lock {
  const editions = files
    .filter((file) => file.kind === 'editions')
    .map((file) => assembleEdition(files, file.key.slice('editions/'.length)));
  const catalogues = files
    .filter((file) => file.kind === 'catalogues')
    .map((file) => documentOf('catalogues', files, file.key));
  return Object.fromEntries([
    ...editions.flatMap((edition) => [
      [`editions/${edition.id}`, edition.hash],
      ...pinnedIn(edition).map(({ key, hash }) => [key, hash]),
    ]),
    ...catalogues.flatMap((file) => [
      [`catalogues/${file.id}`, assembleCatalogue(files, file.id).hash],
      ...pinnedByCatalogue(files, file).map(({ key, hash }) => [key, hash]),
    ]),
  ]);
}

/** Writes what is newly pinned into the lock; never changes a key. Answers the keys added. */
export function publish(directory: string = CONTENT): string[] {
  const { files, lock } = loadLibrary(directory);
  const extended = extendLock(lock, publishedHashes(files));
  writeFileSync(join(directory, LOCK_FILE), `${JSON.stringify(extended, null, 2)}\n`);
  return Object.keys(extended).filter((key) => lock[key] === undefined);
}

function published<K extends Kind>(kind: K, files: readonly LibraryFile[], key: string) {
  const document = documentOf(kind, files, key);
  return { key, hash: hashOf(document), document };
}

function documentOf<K extends Kind>(
  kind: K,
  files: readonly LibraryFile[],
  key: string,
): Documents[K] {
  const found = files.find((file) => file.kind === kind && file.key === key);
  if (!found) throw new Error(`There is no ${key} in the library.`);
  return SCHEMAS[kind].parse(found.content);
}

function hashOf(document: unknown): string {
  return createHash('sha256').update(canonicalJson(document), 'utf8').digest('hex');
}

function readFiles(directory: string): LibraryFile[] {
  return readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((path) => path.split(sep).join('/'))
    .filter((path) => path.endsWith('.yaml'))
    .toSorted()
    .flatMap((file) => {
      const kind = kindOf(file);
      if (kind === null) return [];
      return [{ file, kind, key: keyOf(file), content: readYaml(directory, file) }];
    });
}

/** Of a path below `content/`; null where its folder holds no documents. */
export function kindOf(file: string): Kind | null {
  const folder = file.slice(0, file.indexOf('/'));
  return Object.keys(SCHEMAS).find((kind): kind is Kind => kind === folder) ?? null;
}

/** `questionnaires/governance/1.yaml` → `questionnaires/governance@1`, `editions/x.yaml` → `editions/x`. */
export function keyOf(file: string): string {
  const parts = file.slice(0, -'.yaml'.length).split('/');
  const version = parts.length > 2 ? `@${parts.pop() ?? ''}` : '';
  return `${parts.join('/')}${version}`;
}

function readYaml(directory: string, file: string): unknown {
  const content: unknown = parse(readFileSync(join(directory, file), 'utf8'));
  return content;
}

function readLock(directory: string): Lock {
  return lockSchema.parse(JSON.parse(readFileSync(join(directory, LOCK_FILE), 'utf8')));
}
