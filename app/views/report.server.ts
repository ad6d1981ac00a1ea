import type { Language } from '#assessments/bilingual.ts';
import { readCitation } from '#assessments/citation-text.ts';
import { comparisonValue } from '#assessments/comparison-value.ts';
import type { Gap } from '#assessments/gap.ts';
import { standingOf, type Standing } from '#assessments/standing.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { dateText, momentText } from '../print.ts';
import type { OwnWork } from '../planning/own-work.server.ts';
import { ownWorkView } from './own-work.server.ts';
import { actionLine, figures } from './actions-row.server.ts';
import { domainRows } from './home-domains.server.ts';
import { overlayLines } from './overlay-lines.server.ts';
import { blockerRow, excludedRows, findOutRow } from './home-rows.server.ts';

const DECISIONS = 3;

/** The report: what a manager reads on paper, and by what it can be compared with a later print. */
export function reportView(worksheet: Worksheet, ownWork: OwnWork, language: Language) {
  const { company, assessment, edition, facts, answers } = worksheet;
  const standing = standingOf(edition, { ...assessment, facts, answers });
  const { result, work } = standing;
  const { status, counted, undetermined, notAsked } = result.gate;
  const at = worksheet.at.toISOString();
  const items = work.items.map((item) => ({
    certainty: item.certainty,
    ...actionLine(item, standing, language),
  }));
  return {
    company: company.name,
    title: assessment.title,
    stage: assessment.stage,
    mode: assessment.mode,
    at: momentText(at, language),
    edition: { id: edition.id, lawAsOf: dateText(edition.lawAsOf, language) },
    comparison: comparisonValue(edition, { ...assessment, facts, answers }),
    gate: {
      status,
      counted,
      blockers: standing.blockers.length,
      waiting: standing.waiting.length,
      open: undetermined.length - notAsked.length,
      notAsked: notAsked.length,
    },
    ownWork: ownWorkView(ownWork, language),
    totals: figures(work.totals, language),
    decisions: items
      .filter(
        ({ certainty, owner, onNeed }) =>
          certainty === 'needed' && owner === 'management' && !onNeed,
      )
      .slice(0, DECISIONS),
    domains: domainRows(standing, language),
    overlays: overlayLines(standing, language),
    gaps: standing.gaps
      .filter(({ certainty }) => certainty === 'definite')
      .map((gap) => gapLine(gap, standing, language)),
    findOut: standing.findOut.map((one) => findOutRow(one, standing, language)),
    actions: items,
    excluded: excludedRows(standing, answers, language),
  };
}

function gapLine(gap: Gap, standing: Standing, language: Language) {
  const { index } = standing;
  const entry = index.requirementById.get(gap.id);
  const [citation] = entry?.requirement.citations ?? [];
  const read = citation && readCitation(citation, index.edition.sources.document);
  return {
    ...blockerRow(gap.requirement, standing, language),
    explains: gap.explains,
    inGate: gap.requirement.countsInGate,
    citation: read ? { text: pick(read.text, language), basis: read.basis } : null,
  };
}
export type GapLine = ReturnType<typeof gapLine>;
export type ReportView = ReturnType<typeof reportView>;
