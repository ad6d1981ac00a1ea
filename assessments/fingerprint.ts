import { createHash } from 'node:crypto';
import { canonicalJson } from './canonical-json.ts';
import type { Question } from './questionnaire.ts';

/** What an answer to a question means: two questions of one fingerprint take the same answer. */
export const MEANT = [
  'kind',
  'levels',
  'requirements',
  'condition',
  'modes',
  'allowsNotApplicable',
] as const;
export type Meant = (typeof MEANT)[number];

/** The semantic fingerprint of a question: options, levels, requirements, condition and scope. */
export function fingerprintOf(question: Question): string {
  return sha256(MEANT.map((part) => [part, meantBy(question, part)]));
}

/** In which of these two questions of one id differ. */
export function differingIn(before: Question, after: Question): Meant[] {
  return MEANT.filter(
    (part) => canonicalJson(meantBy(before, part)) !== canonicalJson(meantBy(after, part)),
  );
}

/** Stands for the texts of both sides of a change, as a reviewer saw them. */
export function reviewOf(before: readonly Question[], after: readonly Question[]): string {
  return sha256([before, after]).slice(0, 16);
}

export function isWordForWord(before: Question, after: Question): boolean {
  return canonicalJson(before) === canonicalJson(after);
}

function meantBy(question: Question, part: Meant): unknown {
  // The order of what stands side by side means nothing.
  if (part === 'requirements' || part === 'modes')
    return [...new Set<string>(question[part])].sort((a, b) => (a < b ? -1 : 1));
  return question[part] ?? null;
}

function sha256(value: unknown): string {
  return createHash('sha256').update(canonicalJson(value), 'utf8').digest('hex');
}
