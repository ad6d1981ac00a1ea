import { bridge, FACTORS, type Dated } from '#assessments/bridge.ts';
import { COVERAGE_FACTORS, coverageBridge, type Covered } from '#assessments/coverage-bridge.ts';
import { evidenceCoverage } from '#assessments/coverage.ts';
import type { Language } from '#assessments/bilingual.ts';
import { shownOn } from '#assessments/evidence-validity.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { frozenSchema, referencesOf } from '#assessments/frozen-result.ts';
import { withOverlays } from '#assessments/overlaid.ts';
import type { Day } from '#assessments/plan/calendar.ts';
import { fractionText, permille, type Rational } from '#assessments/rational.ts';
import { score } from '#assessments/score.ts';
import { signedTenths } from '#assessments/signed-tenths.ts';
import { listAssessments, type Assessment } from '#db/assessments.ts';
import { carriedFrom } from '#db/carrying.ts';
import { readEdition } from '#db/content.ts';
import { listSignedResults, type SignedResult } from '#db/signed-results.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { readWorksheet, referencesIn } from '#db/worksheets.ts';
import { changes as texts } from '../messages/changes.ts';
import { dateText } from '../print.ts';

/** A result of the company: an assessment as it stands, or one as it was signed. */
export interface Ground {
  key: string;
  said: Dated;
  covered: Covered;
}

export interface Choice {
  key: string;
  assessment: Assessment;
  signed: SignedResult | null;
}

/** What can be compared: every assessment as it stands, newest first, and what was signed of each. */
export async function readChoices(tx: CompanyTx): Promise<Choice[]> {
  const assessments = await listAssessments(tx);
  const signed = await Promise.all(
    assessments.map(({ assessmentId }) => listSignedResults(tx, assessmentId)),
  );
  return assessments.flatMap((assessment, at): Choice[] => [
    { key: assessment.assessmentId, assessment, signed: null },
    ...(signed[at] ?? []).map((one) => ({ key: one.resultId, assessment, signed: one })),
  ]);
}

/** What it goes on from, else what was signed last of it, else the assessment before; null where it is the first. */
export async function defaultBefore(
  tx: CompanyTx,
  choices: readonly Choice[],
  assessmentId: string,
): Promise<string | null> {
  const from = await carriedFrom(tx, assessmentId);
  if (from)
    return (
      choices.find(
        ({ assessment, signed }) => assessment.assessmentId === from.assessmentId && signed,
      )?.key ?? from.assessmentId
    );
  const own = choices.find(
    ({ assessment, signed }) => assessment.assessmentId === assessmentId && signed,
  );
  if (own) return own.key;
  const all = choices.filter(({ signed }) => signed === null);
  const at = all.findIndex(({ key }) => key === assessmentId);
  return all[at + 1]?.key ?? null;
}

/** `atEndOf`: how an assessment stood at the end of that day; what is signed stands as it was signed. */
export async function readGround(
  tx: CompanyTx,
  { key, assessment, signed }: Choice,
  atEndOf?: Day,
): Promise<Ground | null> {
  if (signed) {
    const document = frozenSchema.parse(JSON.parse(signed.body));
    const whole = await readEdition(tx, document.edition.id);
    if (!whole) return null;
    const edition = withOverlays(whole, document.assessment.overlays);
    const { mode, stage } = document.assessment;
    const { facts, answers, evidence, asOf } = document;
    return {
      key,
      said: { edition, mode, stage, facts, answers },
      covered: {
        answers,
        references: referencesOf(evidence),
        day: asOf ?? dayInJapan(signed.at),
      },
    };
  }
  const sheet = await readWorksheet(tx, assessment.assessmentId, atEndOf);
  if (!sheet?.part.isWhole) return null;
  const { edition, facts, answers, day } = sheet;
  const { mode, stage } = sheet.assessment;
  return {
    key,
    said: { edition, mode, stage, facts, answers },
    covered: { answers, references: referencesIn(sheet), day },
  };
}

/** A bar of a waterfall, in tenths of a percent of the full width. */
export interface Bar {
  key: string;
  from: number;
  to: number;
  /** Signed, but for the two ends. */
  text: string;
  exact: string;
}

export function changesView(before: Ground, after: Ground) {
  const parts = bridge(before.said, after.said);
  const [start, end] = [figureOf(before.said), figureOf(after.said)];
  return {
    isMeasured: start !== null && end !== null,
    lo: waterfall(
      start?.lo,
      end?.lo,
      FACTORS.map((key) => ({ key, part: parts.lo[key] })),
    ),
    hi: waterfall(
      start?.hi,
      end?.hi,
      FACTORS.map((key) => ({ key, part: parts.hi[key] })),
    ),
    coverage: coverageOf(before, after),
  };
}

function figureOf({ edition, ...said }: Dated) {
  const { overall } = score(edition, said);
  return overall && { lo: { n: overall.lo, d: overall.of }, hi: { n: overall.hi, d: overall.of } };
}

function coverageOf(before: Ground, after: Ground) {
  const ends = [before, after].map(({ covered: { answers, references, day } }) =>
    evidenceCoverage(answers, shownOn(day, references)),
  );
  const [was, is] = ends.map(({ shown, of }) => (of === 0 ? { n: 0, d: 1 } : { n: shown, d: of }));
  const parts = coverageBridge(before.covered, after.covered);
  return {
    was: ends[0] ?? null,
    is: ends[1] ?? null,
    bars: waterfall(
      was,
      is,
      COVERAGE_FACTORS.map((key) => ({ key, part: parts[key] })),
    ),
  };
}

const NOTHING: Rational = { n: 0, d: 1 };

function waterfall(
  start: Rational = NOTHING,
  end: Rational = NOTHING,
  parts: readonly { key: string; part: Rational }[],
): Bar[] {
  const [first, last] = [permille(start), permille(end)];
  const tenths = signedTenths(
    parts.map(({ part }) => part),
    last - first,
  );
  let at = first;
  const steps = parts.map(({ key, part }, index): Bar => {
    const from = at;
    at += tenths[index] ?? 0;
    return { key, from, to: at, text: signedText(tenths[index] ?? 0), exact: fractionText(part) };
  });
  return [
    { key: 'before', from: 0, to: first, text: tenthsOf(first), exact: fractionText(start) },
    ...steps,
    { key: 'after', from: 0, to: last, text: tenthsOf(last), exact: fractionText(end) },
  ];
}

const tenthsOf = (tenths: number) =>
  `${Math.trunc(Math.abs(tenths) / 10)}.${Math.abs(tenths) % 10}`;

function signedText(tenths: number): string {
  return tenths === 0 ? '±0.0' : `${tenths > 0 ? '+' : '−'}${tenthsOf(tenths)}`;
}

export function choiceLabel({ assessment, signed }: Choice, language: Language): string {
  const t = texts[language];
  return signed
    ? t.signed(assessment.title, dateText(signed.at.toISOString(), language))
    : t.standing(assessment.title);
}
