import type { Edition } from '../edition.ts';
import {
  assembleEdition,
  SCHEMAS,
  type Documents,
  type Kind,
  type LibraryFile,
} from '../library.ts';
import { shapeFaults } from './shape.ts';

/** A document that has the right shape, and the file it stands in. */
export interface Parsed<T> {
  file: string;
  key: string;
  document: T;
}

/** An edition with the file that each of its documents stands in: what most laws look at. */
export interface Content {
  edition: Edition;
  /** The file of a published key, for the sentences. */
  fileOf: (key: string) => string;
}

/** Every file against its schema: a sentence per fault, with file and path. */
export function shapes(files: readonly LibraryFile[]): string[] {
  return files.flatMap(({ file, kind, content }) => shapeFaults(SCHEMAS[kind], file, content));
}

/** The documents of one kind. Call only when `shapes` found nothing. */
export function documentsOf<K extends Kind>(
  files: readonly LibraryFile[],
  kind: K,
): Parsed<Documents[K]>[] {
  return files
    .filter((file) => file.kind === kind)
    .map(({ file, key, content }) => ({ file, key, document: SCHEMAS[kind].parse(content) }));
}

/** What an edition file pins must be there, under a key of the right kind. */
export function pins(files: readonly LibraryFile[]): string[] {
  return documentsOf(files, 'editions').flatMap(({ file, document }) => {
    const wanted: [Kind, string][] = [
      ['profiles', document.profile],
      ['sources', document.sources],
      ...document.questionnaires.map((key): [Kind, string] => ['questionnaires', key]),
      ['gap-models', document.gapModel],
      ['actions', document.actions],
      ...(document.contradictions === undefined
        ? []
        : [['contradictions', document.contradictions] satisfies [Kind, string]]),
      ...(document.overlays ?? []).map((key): [Kind, string] => ['overlays', key]),
    ];
    return wanted
      .filter(([kind, key]) => !files.some((other) => other.kind === kind && other.key === key))
      .map(([kind, key]) => `${file}: pins ${key}, but there is no such document of kind ${kind}.`);
  });
}

/** The editions of these keys with all they pin. Call only when `shapes` and `pins` found nothing. */
export function contents(files: readonly LibraryFile[], keys: readonly string[]): Content[] {
  const fileOf = (key: string) => files.find((file) => file.key === key)?.file ?? key;
  return documentsOf(files, 'editions')
    .filter(({ key }) => keys.includes(key))
    .map(({ document }) => ({ edition: assembleEdition(files, document.id), fileOf }));
}
