import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { shapeFaults } from './check/shape.ts';
import { CONTENT, keyOf, kindOf, type Kind, type Library, type LibraryFile } from './library.ts';

/** Below `content/`, laid out as `content/` itself; nothing that is published is read from it. */
const FOLDER = 'drafts';

/** All that a draft has to be; what its kind asks for besides is listed (`check/lacking.ts`), not refused. */
const draftSchema = z.looseObject({
  id: z.string().nullish(),
  version: z.union([z.string(), z.number()]).nullish(),
});

/** The drafts of a library, and a sentence for each file among them that cannot be taken as one. */
export function loadDrafts(
  library: Library,
  directory: string = CONTENT,
): { drafts: LibraryFile[]; refused: string[] } {
  const read = pathsIn(join(directory, FOLDER)).map((path) => readDraft(path, library, directory));
  return {
    drafts: read.filter((one) => typeof one !== 'string'),
    refused: read.filter((one) => typeof one === 'string'),
  };
}

function pathsIn(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return (
    readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .map((path) => path.split(sep).join('/'))
      // A draft under a slip of the pen is refused; it would be overlooked otherwise.
      .filter((path) => /\.ya?ml$/i.test(path))
      .toSorted()
  );
}

/** A draft, or why there is none. */
function readDraft(path: string, library: Library, directory: string): LibraryFile | string {
  const file = `${FOLDER}/${path}`;
  const kind = kindOf(path);
  if (kind === null) return `${file}: stands in the folder of no kind of document.`;
  const layout = UNVERSIONED.has(kind) ? ONE_FILE : A_FILE_PER_VERSION;
  if (!layout.fits.test(path)) return `${file}: expected ${FOLDER}/${kind}/${layout.named}.`;
  const key = keyOf(path);
  if (library.lock[key] !== undefined || library.files.some((one) => one.key === key))
    return `${file}: ${key} is published already and never changes; make a new version.`;
  let content: unknown;
  try {
    content = parse(readFileSync(join(directory, file), 'utf8'));
    // An alias can put a document into itself; nobody would come to its end.
    JSON.stringify(content);
  } catch (error) {
    // The first line says what and where; the others draw it.
    const [reason = ''] = String(error instanceof Error ? error.message : error).split('\n');
    return `${file}: is no readable YAML: ${reason.replace(/[:.]$/, '')}.`;
  }
  return faultOf(file, key, content) ?? { file, kind, key, content };
}

const UNVERSIONED: ReadonlySet<Kind> = new Set(['editions', 'catalogues']);
const ONE_FILE = { named: '<id>.yaml', fits: /^[^/]+\/[\w.-]+\.yaml$/ };
const A_FILE_PER_VERSION = {
  named: '<id>/<version>.yaml',
  fits: /^[^/]+\/[\w-]+\/[\w.-]+\.yaml$/,
};

/** Where a draft says who it is, it says what its path says. */
function faultOf(file: string, key: string, content: unknown): string | undefined {
  const [fault] = shapeFaults(draftSchema, file, content);
  if (fault !== undefined) return fault;
  const draft = draftSchema.parse(content);
  const [id, version] = key.slice(key.indexOf('/') + 1).split('@');
  const name = draft.id ?? id;
  const said = version === undefined ? name : `${name}@${draft.version ?? version}`;
  return key.endsWith(`/${said}`) ? undefined : `${file}: says ${said} but is filed as ${key}.`;
}
