import type { Language } from './bilingual.ts';
import type { EditionIndex, IndexedQuestion } from './edition-index.ts';

/** A title in words: one that some question lists in either language, one's own words as they are. */
export function titleIn({ questionById }: EditionIndex, title: string, language: Language): string {
  const listed = [...questionById.values()].flatMap(({ question }) => question.evidence);
  return listed.find(({ ja }) => ja === title)?.[language] ?? title;
}

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
