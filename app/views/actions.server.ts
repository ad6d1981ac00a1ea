import type { Language } from '#assessments/bilingual.ts';
import { standingOf, type Standing } from '#assessments/standing.ts';
import type { WorkItem } from '#assessments/worklist.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { actionRow, figures, requirementTitle } from './actions-row.server.ts';

/** The actions in an order in which they can be done; what waits for an agency's need stands apart. */
export function actionsView(worksheet: Worksheet, language: Language) {
  const { assessment, edition, facts, answers } = worksheet;
  const standing = standingOf(edition, { ...assessment, facts, answers });
  const rows = standing.work.items.map((item) => fullRow(item, standing, language));
  const needed = rows.filter(({ certainty }) => certainty === 'needed');
  const perhaps = rows.filter(({ certainty }) => certainty === 'perhaps');
  return {
    assessmentId: assessment.assessmentId,
    counts: {
      needed: needed.length,
      perhaps: perhaps.length,
      noRegret: needed.filter(({ noRegret }) => noRegret).length,
      onNeed: rows.filter(({ onNeed }) => onNeed).length,
    },
    answered: Object.keys(answers).length > 0,
    totals: figures(standing.work.totals, language),
    needed: split(needed),
    perhaps: split(perhaps),
  };
}

function split<T extends { onNeed: boolean }>(rows: T[]) {
  return { now: rows.filter((row) => !row.onNeed), onNeed: rows.filter((row) => row.onNeed) };
}

function fullRow(item: WorkItem, standing: Standing, language: Language) {
  const { action, certainty, because } = item;
  return {
    ...actionRow(item, standing, language),
    certainty,
    what: pick(action.what, language),
    evidence: pick(action.evidence, language),
    because: because.map((id) => ({ id, title: requirementTitle(standing, id, language) })),
  };
}
export type FullActionRow = ReturnType<typeof fullRow>;
