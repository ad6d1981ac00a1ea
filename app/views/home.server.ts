import type { Language } from '#assessments/bilingual.ts';
import { evidenceCoverage } from '#assessments/coverage.ts';
import { validityOn } from '#assessments/evidence-validity.ts';
import { passes } from '#assessments/question-list.ts';
import { standingOf } from '#assessments/standing.ts';
import { eachDocument } from '#db/evidence.ts';
import { shownBy, type Worksheet } from '#db/worksheets.ts';
import { momentText } from '../print.ts';
import type { OwnWork } from '../planning/own-work.server.ts';
import { listedQuestions } from './answering-rail.server.ts';
import { ownWorkView } from './own-work.server.ts';
import { domainRows } from './home-domains.server.ts';
import { overlayLines } from './overlay-lines.server.ts';
import { blockerRow, excludedRows, findOutRow, nextRow } from './home-rows.server.ts';

/** What the company home shows of its newest assessment; before the first answer only the way in. */
export function homeView(worksheet: Worksheet, ownWork: OwnWork | null, language: Language) {
  const { assessment, edition, facts, answers } = worksheet;
  const standing = standingOf(edition, { ...assessment, facts, answers });
  const { result, asked } = standing;
  const scope = {
    assessmentId: assessment.assessmentId,
    mode: assessment.mode,
    questions: asked.length,
    minutes: asked.reduce((sum, { question }) => sum + question.minutes, 0),
    first: asked[0]?.id ?? null,
  };
  const given = asked.filter(({ id }) => answers[id] !== undefined);
  if (given.length === 0) return { kind: 'empty' as const, ...scope };
  const { status, counted, undetermined, notAsked } = result.gate;
  const at = worksheet.at.toISOString();
  return {
    kind: 'standing' as const,
    ...scope,
    at: momentText(at, language),
    unanswered: result.questions.unanswered.length,
    gate: {
      status,
      counted,
      open: undetermined.length - notAsked.length,
      notAsked: notAsked.length,
    },
    ownWork: ownWork && ownWorkView(ownWork, language),
    blockers: standing.blockers.map((one) => blockerRow(one, standing, language)),
    waiting: standing.waiting.map((one) => blockerRow(one, standing, language)),
    findOut: standing.findOut.map((one) => findOutRow(one, standing, language)),
    next: standing.next.map((one) => nextRow(one, standing, language)),
    domains: domainRows(standing, language),
    overlays: overlayLines(standing, language),
    excluded: excludedRows(standing, answers, language),
    coverage: evidenceCoverage(
      Object.fromEntries(given.map(({ id }) => [id, answers[id]])),
      shownBy(worksheet),
    ),
    documents: endingDocuments(worksheet),
  };
}

/** How many documents of the questions that are asked no longer hold, and how many will soon not. */
function endingDocuments(sheet: Worksheet): { expired: number; ending: number } {
  const { evidence, day } = sheet;
  const listed = listedQuestions(sheet).filter((one) => passes('ending-evidence', one));
  const stand = eachDocument(listed.flatMap(({ id }) => evidence.get(id) ?? [])).map(
    ({ validUntil }) => validityOn(day, validUntil),
  );
  return {
    expired: stand.filter((one) => one === 'expired').length,
    ending: stand.filter((one) => one === 'ending').length,
  };
}
export type HomeView = ReturnType<typeof homeView>;
export type Standing = Extract<HomeView, { kind: 'standing' }>;
