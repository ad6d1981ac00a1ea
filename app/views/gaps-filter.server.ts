import { z } from 'zod';
import { OBLIGATIONS } from '#assessments/gap-model.ts';
import { narrow } from '../forms.ts';

/** The filters of an address; what it does not know counts as "all", because links get cut. */
const schema = z.object({
  q: z.string().max(100).transform(narrow).catch(''),
  domain: z
    .string()
    .regex(/^[A-L]$/)
    .catch(''),
  obligation: z.enum(['', ...OBLIGATIONS]).catch(''),
  gate: z.enum(['', 'in', 'out']).catch(''),
  certainty: z.enum(['', 'definite', 'open']).catch(''),
});
export type GapFilter = z.infer<typeof schema>;

export function gapFilter(url: string): GapFilter {
  return schema.parse(Object.fromEntries(new URL(url).searchParams));
}

interface Filterable {
  id: string;
  domain: string;
  obligation: string;
  inGate: boolean;
  certainty: string;
  words: string;
}

/** Every word must occur; case and width of letters do not matter. */
export function passes(row: Filterable, filter: GapFilter): boolean {
  const text = narrow(`${row.id} ${row.words}`).toLowerCase();
  const words = filter.q.toLowerCase().split(/\s+/);
  return (
    words.every((word) => text.includes(word)) &&
    (filter.domain === '' || row.domain === filter.domain) &&
    (filter.obligation === '' || row.obligation === filter.obligation) &&
    (filter.gate === '' || row.inGate === (filter.gate === 'in')) &&
    (filter.certainty === '' || row.certainty === filter.certainty)
  );
}
