import { existsSync, readFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { LANGUAGES, type Language } from '#assessments/bilingual.ts';

/**
 * What only the operator of an installation can say: plain text files `privacy.ja.txt`,
 * `privacy.en.txt`, `terms.…`, `contact.…` in the directory that JUNBI_TEXTS_DIR names.
 */
const OPERATOR_TEXTS = ['privacy', 'terms', 'contact'] as const;
type OperatorTextName = (typeof OPERATOR_TEXTS)[number];

export interface OperatorText {
  /** Not the page's language where only the other file has been supplied. */
  language: Language;
  /** Paragraphs of lines; shown as text, never as HTML. */
  paragraphs: string[][];
}

type Environment = Readonly<Record<string, string | undefined>>;

interface Cached {
  version: string;
  paragraphs: string[][];
}

const cache = new Map<string, Cached>();

/** Null while the operator has supplied the text in neither language, or only white space. */
export async function operatorText(
  name: OperatorTextName,
  language: Language,
  env: Environment = process.env,
): Promise<OperatorText | null> {
  const other = language === 'ja' ? 'en' : 'ja';
  for (const candidate of [language, other] as const) {
    const paragraphs = await paragraphsOf(fileOf(name, candidate, env));
    if (paragraphs.length > 0) return { language: candidate, paragraphs };
  }
  return null;
}

/** File names of texts that are still missing or empty, for the warning at the start. */
export function missingOperatorTexts(env: Environment = process.env): string[] {
  return OPERATOR_TEXTS.flatMap((name) => LANGUAGES.map((language) => ({ name, language })))
    .filter(({ name, language }) => {
      const file = fileOf(name, language, env);
      return (
        file === null || !existsSync(file) || paragraphs(readFileSync(file, 'utf8')).length < 1
      );
    })
    .map(({ name, language }) => `${name}.${language}.txt`);
}

function fileOf(name: string, language: Language, env: Environment): string | null {
  const directory = env['JUNBI_TEXTS_DIR'];
  return directory ? join(directory, `${name}.${language}.txt`) : null;
}

async function paragraphsOf(file: string | null): Promise<string[][]> {
  if (file === null) return [];
  const found = await stat(file).catch(onlyMissing);
  if (!found?.isFile()) return [];
  const version = `${found.mtimeMs} ${found.size}`;
  const cached = cache.get(file);
  if (cached?.version === version) return cached.paragraphs;
  const read = paragraphs(await readFile(file, 'utf8'));
  cache.set(file, { version, paragraphs: read });
  return read;
}

/** A text that is there but cannot be read is an outage and not a missing text. */
function onlyMissing(error: NodeJS.ErrnoException): null {
  if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return null;
  throw error;
}

function paragraphs(text: string): string[][] {
  return text
    .replace(/^\u{feff}/u, '')
    .split(/\r?\n(?:[^\S\n]*\r?\n)+/u)
    .map((paragraph) => paragraph.split(/\r?\n/u).map((line) => line.trim()))
    .map((lines) => lines.filter((line) => line !== ''))
    .filter((lines) => lines.length > 0);
}
