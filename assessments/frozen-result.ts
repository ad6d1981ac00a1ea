import { createHash } from 'node:crypto';
import { z } from 'zod';
import { answerSchema, type Answers } from './answer.ts';
import { canonicalJson } from './canonical-json.ts';
import { evidenceCoverage } from './coverage.ts';
import { shownOn, type References } from './evidence-validity.ts';
import type { Day } from './plan/calendar.ts';
import type { Edition } from './edition.ts';
import { indexEdition } from './edition-index.ts';
import { pinnedIn } from './edition-pins.ts';
import { explainRequirement } from './explain.ts';
import { STAGES } from './gap-model.ts';
import { MODES } from './questionnaire.ts';
import { resultJson } from './result-json.ts';
import { ENGINE, score, type Assessment } from './score.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const person = z.strictObject({ name: z.string(), at: z.iso.datetime() });

/** The last day of a document, and the days it tells of, are said from format 2 on. */
const period = z.strictObject({ from: z.iso.date().nullable(), to: z.iso.date().nullable() });

const referenceSchema = z.strictObject({
  id: z.string(),
  questions: z.array(z.string()).min(1),
  title: z.string(),
  version: z.string().nullable(),
  dated: z.iso.date().nullable(),
  ownerRole: z.string(),
  location: z.string(),
  sha256: hash.nullable(),
  covers: period.optional(),
  validUntil: z.iso.date().nullable().optional(),
});
export type FrozenReference = z.infer<typeof referenceSchema>;

const documentSchema = z.strictObject({
  kind: z.literal('junbi-signed-result'),
  /** 1: before references had a last day. */
  format: z.union([z.literal(1), z.literal(2)]),
  /** The day by which it was judged which documents hold. */
  asOf: z.iso.date().optional(),
  engine: z.int().positive(),
  company: z.strictObject({ id: z.string(), name: z.string() }),
  assessment: z.strictObject({
    id: z.string(),
    title: z.string(),
    mode: z.enum(MODES),
    stage: z.enum(STAGES),
    overlays: z.array(z.string()),
  }),
  edition: z.strictObject({
    id: z.string(),
    hash,
    documents: z.array(z.strictObject({ key: z.string(), hash })),
  }),
  facts: z.record(z.string(), z.union([z.boolean(), z.number(), z.string()])),
  answers: z.record(z.string(), answerSchema),
  evidence: z.array(referenceSchema),
  /** As `score` prints it: gate, fractions `n/d`, requirements with their losses. */
  result: z.unknown(),
  /** By requirement: the questions that make its level, and which of them decide it. */
  derivation: z.unknown(),
  coverage: z.strictObject({ shown: z.int(), of: z.int() }),
  prepared: person,
  declared: person,
});

/** What somebody signs: what was said, by which documents it was read, and what came of it. */
export const frozenSchema = documentSchema.refine(isOfItsFormat, { error: 'fields of its format' });
export type Frozen = z.infer<typeof documentSchema>;

function isOfItsFormat({ format, asOf, evidence }: z.infer<typeof documentSchema>): boolean {
  const said = [asOf, ...evidence.flatMap(({ covers, validUntil }) => [covers, validUntil])];
  return said.every((one) => (one === undefined) === (format === 1));
}

export interface ToFreeze {
  company: { id: string; name: string };
  assessment: { id: string; title: string; overlays: readonly string[] };
  /** With the chosen overlays laid over it. */
  edition: Edition;
  said: Assessment;
  evidence: readonly Required<FrozenReference>[];
  /** The day of freezing, in Japan. */
  asOf: Day;
}

/** All but who signs and when: the same answers, facts, references and edition give the same for ever. */
export function freeze({ company, assessment, edition, said, evidence, asOf }: ToFreeze) {
  const { mode, stage, facts, answers } = said;
  const known = Object.fromEntries(
    Object.entries(answers).flatMap(([id, answer]) => (answer === undefined ? [] : [[id, answer]])),
  );
  return {
    kind: 'junbi-signed-result' as const,
    format: 2 as const,
    asOf,
    engine: ENGINE,
    company,
    assessment: { ...assessment, overlays: [...assessment.overlays].sort(), mode, stage },
    edition: {
      id: edition.id,
      hash: edition.hash,
      documents: pinnedIn(edition).map((one) => ({ key: one.key, hash: one.hash })),
    },
    facts,
    answers: known,
    evidence: evidence.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    ...derived(edition, { ...said, answers: known }, evidence, asOf),
  };
}

/** What is computed and not said: recomputed by whoever verifies. */
export function derived(
  edition: Edition,
  said: Assessment,
  evidence: readonly FrozenReference[],
  asOf: Day | undefined,
) {
  const index = indexEdition(edition);
  const references = referencesOf(evidence);
  // In format 1 no document has a last day, so that any day gives the same.
  const shown = shownOn(asOf ?? '', references);
  return {
    result: resultJson(score(edition, said)),
    derivation: index.requirements.map(({ id, weight }) => ({
      requirement: id,
      weight,
      questions: explainRequirement(index, id, said.mode, said.facts, said.answers).map(
        ({ id, level, state, decides }) => ({ id, level, state, decides }),
      ),
    })),
    coverage: evidenceCoverage(asked(index, said.answers), shown),
  };
}

/** The last days of the documents that each question names. */
export function referencesOf(evidence: readonly FrozenReference[]): References {
  const references = new Map<string, (Day | null)[]>();
  for (const { questions, validUntil = null } of evidence)
    for (const id of questions) references.set(id, [...(references.get(id) ?? []), validUntil]);
  return references;
}

function asked({ questionById }: ReturnType<typeof indexEdition>, answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([id]) => questionById.has(id)));
}

/** Stands for what is to be signed, before anybody signs: another fact or answer gives another, midnight does not. */
export function fingerprintOfFrozen(whole: ReturnType<typeof freeze>): string {
  const { asOf: _, ...frozen } = whole;
  return createHash('sha256').update(canonicalJson(frozen), 'utf8').digest('hex');
}
