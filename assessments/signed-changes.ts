import { canonicalJson } from './canonical-json.ts';
import type { freeze, Frozen } from './frozen-result.ts';

/** What is otherwise now than when it was signed. */
export interface SignedChange {
  kind: 'answer' | 'fact' | 'scope' | 'evidence' | 'edition';
  /** A question, a fact, a reference, or the part of the scope. */
  id: string;
  was: unknown;
  is: unknown;
}

/** Every difference between a signed document and what would be signed now, in order of kind and id. */
export function changesSince(signed: Frozen, now: ReturnType<typeof freeze>): SignedChange[] {
  return [
    ...differing('edition', { id: signed.edition.id }, { id: now.edition.id }),
    ...differing('scope', signed.assessment, now.assessment),
    ...differing('fact', signed.facts, now.facts),
    ...differing('answer', signed.answers, now.answers),
    ...differing('evidence', byId(signed.evidence), byId(now.evidence)),
  ];
}

function differing(
  kind: SignedChange['kind'],
  was: Readonly<Record<string, unknown>>,
  is: Readonly<Record<string, unknown>>,
): SignedChange[] {
  const ids = [...new Set([...Object.keys(was), ...Object.keys(is)])].toSorted();
  return ids
    .filter((id) => canonicalJson(was[id] ?? null) !== canonicalJson(is[id] ?? null))
    .map((id) => ({ kind, id, was: was[id] ?? null, is: is[id] ?? null }));
}

/** In format 1 nothing was said of a period or a last day: that is no difference. */
const UNSAID = { covers: { from: null, to: null }, validUntil: null };
const byId = (all: Frozen['evidence']) =>
  Object.fromEntries(all.map((one) => [one.id, { ...UNSAID, ...one }]));
