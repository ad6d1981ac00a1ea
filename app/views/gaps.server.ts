import type { Language } from '#assessments/bilingual.ts';
import { printedLosses } from '#assessments/gap.ts';
import { tenthsText } from '#assessments/rational.ts';
import { standingOf } from '#assessments/standing.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { dateText } from '../print.ts';
import { passes, type GapFilter } from './gaps-filter.server.ts';
import { gapRow } from './gaps-row.server.ts';

/** What is or may be below target, by domain, as far as the filter lets it through. */
export function gapsView(worksheet: Worksheet, filter: GapFilter, language: Language) {
  const { assessment, edition, facts, answers } = worksheet;
  const standing = standingOf(edition, { ...assessment, facts, answers });
  const { gaps, result } = standing;
  const losses = printedLosses(result);
  const rows = gaps
    .map((gap) => gapRow(gap, losses, standing, worksheet, language))
    .filter((row) => passes({ ...row, words: wordsOf(row) }, filter));
  const titles = edition.gapModel.document.domains.map(({ id, title, objective }) => ({
    id,
    title: pick(title, language),
    objective: pick(objective, language),
  }));
  return {
    assessmentId: assessment.assessmentId,
    filter,
    all: {
      definite: gaps.filter((gap) => gap.certainty === 'definite' && !gap.explains).length,
      toExplain: gaps.filter((gap) => gap.certainty === 'definite' && gap.explains).length,
      open: gaps.filter((gap) => gap.certainty === 'open').length,
      inGate: gaps.filter((gap) => gap.requirement.countsInGate).length,
    },
    shown: rows.length,
    of: result.overall?.of ?? 0,
    attained: tenthsText(losses.attained),
    missing: tenthsText(1000 - losses.attained),
    lawAsOf: dateText(edition.lawAsOf, language),
    choices: titles.map(({ id, title }) => ({ id, title })),
    domains: titles
      .map((domain) => ({ ...domain, rows: rows.filter((row) => row.domain === domain.id) }))
      .filter((domain) => domain.rows.length > 0),
  };
}

function wordsOf(row: ReturnType<typeof gapRow>): string {
  const texts = [
    row.title,
    ...row.questions.map(({ text }) => text),
    ...row.actions.map(({ id, title }) => `${id} ${title}`),
  ];
  return texts.join(' ');
}
