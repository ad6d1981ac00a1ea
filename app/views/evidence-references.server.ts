import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { titleIn } from '#assessments/evidence-titles.ts';
import { validityOn } from '#assessments/evidence-validity.ts';
import { codeOf } from '#assessments/question-id.ts';
import { eachDocument, type ListedEvidence } from '#db/evidence.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { answering } from '../messages/answering.ts';
import { dateText, listText } from '../print.ts';

/** The references of a question in words. A listed title is stored in Japanese and shown in either language. */
export function referenceViews(sheet: Worksheet, questionId: string, language: Language) {
  return (sheet.evidence.get(questionId) ?? []).map((one) => referenceView(sheet, one, language));
}

function referenceView(sheet: Worksheet, one: ListedEvidence, language: Language) {
  const { evidence: t, roles } = answering[language];
  const others = usesOf(sheet, one).filter((id) => id !== one.questionId);
  return {
    id: one.evidenceId,
    title: titleIn(indexEdition(sheet.edition), one.title, language),
    version: versionText(one, language),
    covers: coversText(one, language),
    until: one.validUntil && t.until(dateText(one.validUntil, language)),
    validity: validityOn(sheet.day, one.validUntil),
    others: others.length === 0 ? null : t.others(listText(others.map(codeOf), language)),
    otherCount: others.length,
    owner: roles[one.ownerRole],
    location: t.locations[one.location],
    hash: one.sha256,
  };
}
export type ReferenceView = ReturnType<typeof referenceView>;

/** Documents that other questions name and this one does not: each once. */
export function documentChoices(sheet: Worksheet, questionId: string, language: Language) {
  const index = indexEdition(sheet.edition);
  const own = new Set(sheet.evidence.get(questionId)?.map(({ documentId }) => documentId));
  const others = [...sheet.evidence.values()].flat().filter((one) => !own.has(one.documentId));
  return eachDocument(others).map((one) => ({
    value: one.evidenceId,
    label: [titleIn(index, one.title, language), versionText(one, language)]
      .filter((part) => part !== '')
      .join(' / '),
  }));
}

function usesOf({ evidence }: Worksheet, { documentId }: ListedEvidence): string[] {
  return [...evidence].flatMap(([id, list]) =>
    list.some((one) => one.documentId === documentId) ? [id] : [],
  );
}

function versionText({ versionLabel, dated }: ListedEvidence, language: Language): string {
  const day = dated === null ? null : dateText(dated, language);
  return [versionLabel, day].filter((part) => part !== null).join(' ');
}

function coversText({ coversFrom, coversTo }: ListedEvidence, language: Language): string | null {
  if (coversFrom === null && coversTo === null) return null;
  const [from, to] = [coversFrom, coversTo].map((day) =>
    day === null ? '' : dateText(day, language),
  );
  return answering[language].evidence.covers(from ?? '', to ?? '');
}
