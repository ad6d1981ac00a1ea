import type { Language } from '#assessments/bilingual.ts';
import { evaluate } from '#assessments/condition.ts';
import { indexEdition, type IndexedQuestion } from '#assessments/edition-index.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { givenOf, shortMoment } from './answering-words.server.ts';

/** One question with what was answered: what its form needs and no more, in one language. */
export function partView(sheet: Worksheet, entry: IndexedQuestion, language: Language) {
  const { question } = entry;
  const saved = sheet.saved.get(entry.id);
  const [first] = question.requirements;
  const requirement = indexEdition(sheet.edition).requirementById.get(first ?? '');
  return {
    id: entry.id,
    code: requirement?.id ?? entry.id,
    obligation: requirement?.obligation ?? 'expected',
    text: question.text[language],
    why: question.why[language],
    levels: question.levels.map((level) => level[language]),
    allowsNotApplicable: question.allowsNotApplicable,
    target: requirement?.targets[sheet.assessment.stage] ?? 3,
    shown: evaluate(entry.condition ?? requirement?.condition ?? null, sheet.facts),
    minutes: question.minutes,
    version: saved?.version ?? 0,
    given: givenOf(saved),
    savedAt: saved ? shortMoment(saved.at, language) : null,
    references: sheet.evidence.get(entry.id)?.length ?? 0,
    /** Random: the same form sent twice saves once. */
    request: crypto.randomUUID(),
  };
}
export type PartView = ReturnType<typeof partView>;
