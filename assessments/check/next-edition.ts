import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { stringify } from 'yaml';
import { z } from 'zod';
import type { LibraryFile } from '../library.ts';

// For the tests: drafts as an author lays them out, of an edition after 2026-12 in which nothing changed
// but the version of one questionnaire.

/** Where the drafts of `nextEdition` stand. */
export const QUESTIONNAIRE = 'drafts/questionnaires/facility/3.yaml';
export const MAPPING = 'drafts/mappings/facility-2-3/1.yaml';
export const EDITION = 'drafts/editions/2027-06.yaml';

type Fields = Record<string, unknown>;
export interface NextEdition {
  questionnaire: Fields & { questions: Fields[] };
  mapping: Fields;
  edition: Fields;
}

const fields = z.record(z.string(), z.unknown());
const questionnaireShape = z.looseObject({ questions: z.array(fields) });
const editionShape = z.looseObject({ questionnaires: z.array(z.string()) });

/** Complete drafts; a test takes away what it is about. */
export function nextEdition(files: readonly LibraryFile[]): NextEdition {
  const edition = editionShape.parse(contentOf(files, 'editions/2026-12'));
  const questionnaire = questionnaireShape.parse(contentOf(files, 'questionnaires/facility@2'));
  delete questionnaire['retired'];
  return {
    questionnaire: { ...questionnaire, version: 3 },
    mapping: {
      id: 'facility-2-3',
      version: 1,
      from: 'questionnaires/facility@2',
      to: 'questionnaires/facility@3',
      same: questionnaire.questions.map(({ id }) => id),
      changes: [],
    },
    edition: {
      ...edition,
      id: '2027-06',
      title: { ja: '2027年6月版', en: 'June 2027 edition' },
      questionnaires: edition.questionnaires.map((key) => key.replace('facility@2', 'facility@3')),
      follows: { edition: '2026-12', mappings: ['mappings/facility-2-3@1'] },
    },
  };
}
/** The drafts as they would be read. */
export function draftsOf({ questionnaire, mapping, edition }: NextEdition): LibraryFile[] {
  return [
    { file: EDITION, kind: 'editions', key: 'editions/2027-06', content: edition },
    { file: MAPPING, kind: 'mappings', key: 'mappings/facility-2-3@1', content: mapping },
    {
      file: QUESTIONNAIRE,
      kind: 'questionnaires',
      key: 'questionnaires/facility@3',
      content: questionnaire,
    },
  ];
}

/** Lays the drafts into a copy of `content/`. */
export function writeDrafts(directory: string, drafts: NextEdition): void {
  for (const { file, content } of draftsOf(drafts)) writeDraft(directory, file, stringify(content));
}

export function writeDraft(directory: string, file: string, text: string): void {
  mkdirSync(dirname(join(directory, file)), { recursive: true });
  writeFileSync(join(directory, file), text);
}

function contentOf(files: readonly LibraryFile[], key: string): unknown {
  return structuredClone(files.find((file) => file.key === key)?.content);
}
