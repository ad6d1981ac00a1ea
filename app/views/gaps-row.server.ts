import type { Language } from '#assessments/bilingual.ts';
import { readCitation } from '#assessments/citation-text.ts';
import { explainRequirement } from '#assessments/explain.ts';
import { openBecause } from '#assessments/find-out.ts';
import type { Gap, PrintedLosses } from '#assessments/gap.ts';
import { tenthsText } from '#assessments/rational.ts';
import type { Standing } from '#assessments/standing.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { dateText } from '../print.ts';
import { actionRow, requirementTitle } from './actions-row.server.ts';

/** A gap with everything its figure is made of. */
export function gapRow(
  gap: Gap,
  losses: PrintedLosses,
  standing: Standing,
  worksheet: Worksheet,
  language: Language,
) {
  const { id, requirement, level, certainty, explains } = gap;
  const { index, result, work } = standing;
  const entry = index.requirementById.get(id);
  const printed = losses.byId.get(id) ?? { lo: 0, hi: 0 };
  const because = openBecause(index, id, result.mode, worksheet.facts, worksheet.answers);
  return {
    id,
    domain: requirement.domain,
    title: requirementTitle(standing, id, language),
    obligation: requirement.obligation,
    inGate: requirement.countsInGate,
    certainty,
    explains,
    lo: level.lo,
    hi: level.hi,
    target: requirement.target,
    weight: requirement.weight,
    loss: { lo: requirement.loss?.lo ?? 0, hi: requirement.loss?.hi ?? 0 },
    points: { lo: tenthsText(printed.lo), hi: tenthsText(printed.hi) },
    openBecause: because?.reason ?? null,
    questions: questionRows(gap, standing, worksheet, language),
    citations: (entry?.requirement.citations ?? []).map((citation) => {
      const { text, basis } = readCitation(citation, index.edition.sources.document);
      return { text: pick(text, language), basis };
    }),
    actions: work.items
      .filter(({ action }) => action.raises.some((raised) => raised.requirement === id))
      .map((item) => actionRow(item, standing, language)),
  };
}
export type GapRow = ReturnType<typeof gapRow>;

export type GapQuestion = GapRow['questions'][number];

function questionRows(gap: Gap, standing: Standing, worksheet: Worksheet, language: Language) {
  const { index, result } = standing;
  const { facts, answers, saved } = worksheet;
  const traces = explainRequirement(index, gap.id, result.mode, facts, answers);
  return traces.flatMap((trace) => {
    const entry = index.questionById.get(trace.id);
    if (!entry || trace.state === 'hidden' || trace.state === 'not-asked') return [];
    const row = saved.get(trace.id);
    const { answer } = trace;
    const level = answer !== null && 'level' in answer ? answer.level : null;
    return [
      {
        id: trace.id,
        text: pick(entry.question.text, language),
        level,
        levelText: level === null ? null : pick(entry.question.levels[level], language),
        unknown: answer !== null && 'unknown' in answer,
        /** The reason. */
        notApplicable: answer !== null && 'notApplicable' in answer ? answer.notApplicable : null,
        decides: trace.decides,
        by: answer && row ? `${row.byName}, ${dateText(row.at.toISOString(), language)}` : null,
      },
    ];
  });
}
