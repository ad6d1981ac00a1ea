import { readFileSync } from 'node:fs';
import { z } from 'zod';

const sentences = z.array(
  z.strictObject({ text: z.string(), kind: z.string().optional(), why: z.string().optional() }),
);
export type Sentences = z.infer<typeof sentences>;
const texts = z.array(z.string());

/** The labelled sentences of one file of this directory. */
export function sentencesIn(name: string): Sentences {
  return sentences.parse(parsed(name));
}

/** The sentences of a file that has no labels beside its name. */
export function textsIn(name: string): string[] {
  return texts.parse(parsed(name));
}

function parsed(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`${name}.json`, import.meta.url), 'utf8'));
}
