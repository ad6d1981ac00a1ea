import type { Language } from '#assessments/bilingual.ts';
import { listProgress } from '#assessments/question-list.ts';
import type { SectionTask } from '#db/section-tasks.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { partView } from './answering-part.server.ts';
import { frameView, listedQuestions } from './answering-rail.server.ts';
import { taskView } from './section-tasks.server.ts';

/** A whole domain on one page; null where the edition has no such domain. */
export function sectionView(
  sheet: Worksheet,
  domainId: string,
  tasks: readonly SectionTask[],
  language: Language,
) {
  const domain = sheet.edition.gapModel.document.domains.find(({ id }) => id === domainId);
  if (!domain) return null;
  const list = listedQuestions(sheet);
  const inDomain = list.filter((one) => one.domain === domainId);
  const { asked, answered } = listProgress(inDomain);
  return {
    task: taskView(
      tasks.find(({ section }) => section === domainId),
      asked - answered,
      { members: null, language },
    ),
    id: domain.id,
    title: domain.title[language],
    objective: domain.objective[language],
    frame: frameView(sheet, list, language),
    parts: inDomain.map(({ entry }) => partView(sheet, entry, language)),
  };
}
