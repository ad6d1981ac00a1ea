import type { Language } from '#assessments/bilingual.ts';
import { indexEdition, type IndexedQuestion } from '#assessments/edition-index.ts';
import { takesOwnWords } from '#assessments/evidence-titles.ts';
import { ROLES, type Question } from '#assessments/questionnaire.ts';
import { LOCATIONS } from '#db/evidence-locations.ts';
import type { ListedEvidence } from '#db/evidence.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { answering } from '../messages/answering.ts';
import { dateText } from '../print.ts';

/** A reference in words. A title from the question's list is stored in Japanese, shown in either. */
export function referenceView(one: ListedEvidence, question: Question, language: Language) {
  const { evidence } = answering[language];
  const listed = question.evidence.find(({ ja }) => ja === one.title);
  const day = one.dated === null ? null : dateText(`${one.dated}T00:00:00+09:00`, language);
  return {
    id: one.evidenceId,
    title: listed?.[language] ?? one.title,
    version: [one.versionLabel, day].filter((part) => part !== null).join(' '),
    owner: answering[language].roles[one.ownerRole],
    location: evidence.locations[one.location],
    hash: one.sha256,
  };
}
export type ReferenceView = ReturnType<typeof referenceView>;

/** The page on which references of one question are noted and withdrawn. */
export function evidenceView(sheet: Worksheet, entry: IndexedQuestion, language: Language) {
  const { question } = entry;
  const t = answering[language];
  return {
    id: entry.id,
    code: question.requirements[0] ?? entry.id,
    text: question.text[language],
    caution: question.evidenceNote?.[language] ?? null,
    titles: question.evidence.map((one) => one[language]),
    takesOwnWords: takesOwnWords(indexEdition(sheet.edition), entry),
    ask: question.ask,
    roles: ROLES.map((value) => ({ value, label: t.roles[value] })),
    locations: LOCATIONS.map((value) => ({ value, label: t.evidence.locations[value] })),
    references: (sheet.evidence.get(entry.id) ?? []).map((one) =>
      referenceView(one, question, language),
    ),
    request: crypto.randomUUID(),
  };
}
