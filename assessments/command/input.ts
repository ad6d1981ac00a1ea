import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { SheetProblem } from '../answer-sheet.ts';
import type { Edition } from '../edition.ts';
import type { Catalogue } from '../subsidies/catalogue.ts';

export interface Terminal {
  out: (text: string) => void;
  err: (text: string) => void;
}

/** Where the editions come from: what stands in `content/`, unless a caller has them at hand. */
export interface Editions {
  ids: readonly string[];
  load: (id: string) => Edition;
  /** The newest catalogue of public support. */
  catalogue: () => Catalogue;
}

/** What was asked cannot be done as it was asked; one line for a person, exit code 2. */
export class BadInput extends Error {}

/** @throws BadInput where a flag is unknown or has no value. */
export function flags<T extends Record<string, { type: 'string' | 'boolean' }>>(
  args: readonly string[],
  options: T,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new BadInput(error instanceof Error ? error.message : 'unknown flag');
  }
}

/** The one FILE of a command. @throws BadInput where there is none or more than one. */
export function oneFile(command: string, [file, ...more]: readonly string[]): string {
  if (file === undefined || more.length > 0) throw new BadInput(`${command}: expected one FILE`);
  return file;
}

/** @throws BadInput where the file is not there or no JSON. */
export function readJson(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    throw new BadInput(`${file}: expected a readable JSON file`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'not JSON';
    throw new BadInput(`${file}: expected well-formed JSON (${reason})`);
  }
}

/** What a file holds, read by one of the readers of sheets. @throws BadInput for what is wrong in it. */
export function inFile<T>(file: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof SheetProblem) throw new BadInput(`${file}: ${error.message}`);
    throw error;
  }
}
