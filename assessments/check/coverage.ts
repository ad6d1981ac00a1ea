import type { Content } from './content.ts';

const MEASURES = Array.from({ length: 12 }, (_, index) => `M${index + 1}`);
const CONTRACT_TERMS = Array.from({ length: 9 }, (_, index) => `T${index + 1}`);

/**
 * The 12 measures of 施行令16条1項 and the contract terms of 法10条3項 and 施行令17条 are all there, each
 * covered by at least one requirement that counts in the gate.
 */
export function coverage({ edition, fileOf }: Content): string[] {
  const file = fileOf(edition.gapModel.key);
  const { coverage: entries, requirements } = edition.gapModel.document;
  const counting = new Set(
    requirements.filter((entry) => entry.countsInGate).map((entry) => entry.id),
  );
  const expected = [
    ...MEASURES.map((id) => ({ id, kind: 'measure' })),
    ...CONTRACT_TERMS.map((id) => ({ id, kind: 'contract' })),
  ];
  const missing = expected
    .filter(({ id, kind }) => !entries.some((entry) => entry.id === id && entry.kind === kind))
    .map(({ id, kind }) => `${file}: the ${kind} ${id} is covered by nothing.`);
  const uncounted = entries
    .filter((entry) => !entry.requirements.some((id) => counting.has(id)))
    .map(
      (entry) =>
        `${file}: coverage ${entry.id}: none of ${entry.requirements.join(', ')} counts in the gate.`,
    );
  return [...missing, ...uncounted];
}
