import type { EditionIndex, IndexedQuestion } from './edition-index.ts';

/**
 * Whether a reference may carry words of one's own (another title, a version). Where the requirement
 * waits on an agency it names a listed document and a date alone (never.md N4): words could tell of a
 * proposal.
 */
export function takesOwnWords(index: EditionIndex, { question }: IndexedQuestion): boolean {
  return !question.requirements.some(
    (id) => index.requirementById.get(id)?.requirement.waitsOnAgency === true,
  );
}
