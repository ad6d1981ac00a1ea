import type { Language } from '#assessments/bilingual.ts';
import { readCitation } from '#assessments/citation-text.ts';
import { indexEdition, type IndexedQuestion } from '#assessments/edition-index.ts';
import { domainOf } from '#assessments/question-id.ts';
import { neighbours, nextUnanswered, passes } from '#assessments/question-list.ts';
import type { SavedAnswer } from '#db/answers.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { answering } from '../messages/answering.ts';
import { referenceViews } from './evidence-references.server.ts';
import { earlierView } from './earlier-answers.server.ts';
import { historyView } from './answering-history.server.ts';
import { pointsView } from './answering-points.server.ts';
import { partView } from './answering-part.server.ts';
import { frameView, listedQuestions } from './answering-rail.server.ts';
import { shortMoment } from './answering-words.server.ts';

/**
 * The page of one question. `history` newest first; `source` the assessment that this one goes on from;
 * `saved` the question that was just saved.
 */
export function questionView(
  sheet: Worksheet,
  entry: IndexedQuestion,
  { history, source }: { history: readonly SavedAnswer[]; source: Worksheet | null },
  saved: string | null,
  language: Language,
) {
  const { edition } = sheet;
  const index = indexEdition(edition);
  const list = listedQuestions(sheet);
  const part = partView(sheet, entry, language);
  const domain = domainOf(entry.id);
  const siblings = list.filter((one) => one.domain === domain && passes('all', one));
  const requirements = entry.question.requirements.flatMap(
    (id) => index.requirementById.get(id)?.requirement ?? [],
  );
  const justSaved = saved === null || saved === entry.id ? undefined : sheet.saved.get(saved);
  return {
    part,
    frame: frameView(sheet, list, language),
    domain: {
      id: domain,
      title: edition.gapModel.document.domains.find(({ id }) => id === domain)?.title[language],
      at: siblings.findIndex(({ id }) => id === entry.id) + 1,
      of: siblings.length,
    },
    asked: list.some(({ id }) => id === entry.id),
    ...neighbours(list, entry.id),
    nextOpen: nextUnanswered(list, entry.id),
    examples: entry.question.evidence.map((one) => one[language]),
    references: referenceViews(sheet, entry.id, language),
    citations: requirements
      .flatMap(({ citations }) => citations)
      .map((citation) => {
        const { text, basis, url } = readCitation(citation, edition.sources.document);
        return { text: text[language], basis, ...(url !== undefined && { url }) };
      }),
    todo: entry.question.todo[language],
    guidance: guidanceOf(sheet, entry.id, language),
    points: pointsView(sheet, language, entry.id),
    ask: answering[language].roles[entry.question.ask],
    earlier: earlierView(sheet, source, entry.id, language),
    history: historyView(history, language),
    before: justSaved
      ? { id: justSaved.questionId, time: shortMoment(justSaved.at, language) }
      : null,
  };
}
/** What the chosen overlays add beside a question. */
function guidanceOf({ edition, assessment }: Worksheet, id: string, language: Language) {
  return (edition.overlays ?? [])
    .filter(({ document }) => assessment.overlays.includes(document.id))
    .flatMap(({ document }) =>
      document.guidance
        .filter(({ question }) => question === id)
        .map(({ text }) => ({ overlay: document.title[language], text: text[language] })),
    );
}

export type QuestionView = ReturnType<typeof questionView>;
