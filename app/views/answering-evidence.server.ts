import type { Language } from '#assessments/bilingual.ts';
import { indexEdition, type IndexedQuestion } from '#assessments/edition-index.ts';
import { takesOwnWords } from '#assessments/evidence-titles.ts';
import { ROLES } from '#assessments/questionnaire.ts';
import { LOCATIONS } from '#db/evidence-locations.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { answering } from '../messages/answering.ts';
import { documentChoices, referenceViews } from './evidence-references.server.ts';

/** The page on which references of one question are noted and withdrawn. */
export function evidenceView(sheet: Worksheet, entry: IndexedQuestion, language: Language) {
  const { question } = entry;
  const t = answering[language];
  const isFree = takesOwnWords(indexEdition(sheet.edition), entry);
  return {
    id: entry.id,
    code: question.requirements[0] ?? entry.id,
    text: question.text[language],
    caution: question.evidenceNote?.[language] ?? null,
    titles: question.evidence.map((one) => one[language]),
    takesOwnWords: isFree,
    ask: question.ask,
    roles: ROLES.map((value) => ({ value, label: t.roles[value] })),
    locations: LOCATIONS.map((value) => ({ value, label: t.evidence.locations[value] })),
    references: referenceViews(sheet, entry.id, language),
    // Where a listed document and a date alone may stand, no other document is offered.
    noted: isFree ? documentChoices(sheet, entry.id, language) : [],
    request: crypto.randomUUID(),
  };
}
export type EvidenceView = ReturnType<typeof evidenceView>;
