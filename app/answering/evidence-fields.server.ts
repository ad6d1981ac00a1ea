import { z } from 'zod';
import { ROLES, type Question } from '#assessments/questionnaire.ts';
import { LOCATIONS } from '#db/evidence-locations.ts';
import { narrow } from '../forms.ts';

/** Characters, of a title of one's own and of a version. */
export const OWN_WORDS_MAX = 40;

const ownWords = (problem: string) =>
  z
    .string({ error: 'form' })
    .max(2_000, { error: problem })
    .transform((text) => text.trim())
    .refine((text) => Array.from(text).length <= OWN_WORDS_MAX, { error: problem });

const optional = (shape: RegExp, problem: string) =>
  z
    .string({ error: 'form' })
    .max(200, { error: problem })
    .transform((text) => narrow(text).toLowerCase())
    .refine((text) => text === '' || shape.test(text), { error: problem });

const day = optional(/^\d{4}-\d{2}-\d{2}$/, 'date-wrong')
  .refine((text) => text === '' || isDay(text), { error: 'date-wrong' })
  .default('');

/** What the form of a reference posts. The messages are reason codes. */
const noted = z.strictObject({
  intent: z.literal('add', { error: 'form' }),
  request: z.uuid({ error: 'form' }),
  /** The place in the question's list of examples, or `other`. */
  title: z.stringFormat('title', /^(?:\d{1,2}|other)$/, { error: 'choose-document' }),
  other: ownWords('other-missing').default(''),
  version: ownWords('version-long').default(''),
  dated: day,
  owner: z.enum(ROLES, { error: 'choose-role' }),
  location: z.enum(LOCATIONS, { error: 'choose-location' }),
  coversFrom: day,
  coversTo: day,
  validUntil: day,
  sha256: optional(/^[0-9a-f]{64}$/, 'hash-wrong').default(''),
});

const used = z.strictObject({
  intent: z.literal('use', { error: 'form' }),
  request: z.uuid({ error: 'form' }),
  /** A reference of another question to the document. */
  of: z.uuid({ error: 'choose-document' }),
});

const withdrawn = z.strictObject({
  intent: z.literal('withdraw', { error: 'form' }),
  evidence: z.uuid({ error: 'form' }),
  everywhere: z.literal('yes', { error: 'form' }).optional(),
});

export const evidenceFields = z.discriminatedUnion('intent', [noted, used, withdrawn], {
  error: 'form',
});
export type NotedEvidence = z.infer<typeof noted>;

/** A day that exists, and that a document can bear. */
function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  if (Number.isNaN(day.getTime())) return false;
  return day.toISOString().startsWith(text) && text >= '1900' && text < '2100';
}

/** The title as it is stored: Japanese from the list, or the person's own words. */
export function titleOf(
  { title, other }: NotedEvidence,
  question: Question,
): { ok: true; title: string; own: boolean } | { ok: false; field: string; problem: string } {
  if (title === 'other') {
    if (other === '') return { ok: false, field: 'other', problem: 'other-missing' };
    return { ok: true, title: other, own: true };
  }
  const listed = question.evidence[Number(title)];
  if (!listed) return { ok: false, field: 'title', problem: 'choose-document' };
  return { ok: true, title: listed.ja, own: false };
}
