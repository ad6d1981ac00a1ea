import type { Language } from '#assessments/bilingual.ts';
import { percentText, permille } from '#assessments/rational.ts';
import type { Standing } from '#assessments/standing.ts';
import { pick } from '../language.ts';

/** The 12 domains, A to L: for the bars, and printed for the table beside them. */
export function domainRows({ index, domains }: Standing, language: Language) {
  const known = new Map(
    index.edition.gapModel.document.domains.map((domain) => [domain.id, domain]),
  );
  return domains.map(({ id, share, tally }) => {
    const domain = known.get(id);
    const lo = share && { n: share.lo, d: share.of };
    const hi = share && { n: share.hi, d: share.of };
    return {
      id,
      name: domain ? pick(domain.title, language) : id,
      bar: lo && hi && { lo: permille(lo) / 10, hi: permille(hi) / 10 },
      printed: lo && hi && { lo: percentText(lo), hi: percentText(hi) },
      ...tally,
    };
  });
}
export type DomainRow = ReturnType<typeof domainRows>[number];
