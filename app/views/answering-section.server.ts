import type { Language } from '#assessments/bilingual.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { partView } from './answering-part.server.ts';
import { frameView, listedQuestions } from './answering-rail.server.ts';

/** A whole domain on one page; null where the edition has no such domain. */
export function sectionView(sheet: Worksheet, domainId: string, language: Language) {
  const domain = sheet.edition.gapModel.document.domains.find(({ id }) => id === domainId);
  if (!domain) return null;
  const list = listedQuestions(sheet);
  return {
    id: domain.id,
    title: domain.title[language],
    objective: domain.objective[language],
    frame: frameView(sheet, list, language),
    parts: list
      .filter((one) => one.domain === domainId)
      .map(({ entry }) => partView(sheet, entry, language)),
  };
}
