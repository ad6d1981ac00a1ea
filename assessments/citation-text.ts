import type { Bilingual } from './bilingual.ts';
import type { Citation, ReadableCitation, Sources } from './citation.ts';
import { readPlace } from './place.ts';

/**
 * A citation as a person reads it: 「重要経済安保情報保護活用法 第10条第1項：…」 with its basis.
 * @throws Error where the source is not in `sources` or a place cannot be read: a content fault
 * that `check` reports before publishing.
 */
export function readCitation(citation: Citation, sources: Sources): ReadableCitation {
  const source = sources.sources.find((candidate) => candidate.id === citation.source);
  if (!source) throw new Error(`There is no source "${citation.source}" in ${sources.id}.`);
  if (citation.through !== undefined && citation.at === undefined) {
    throw new Error(`A citation of ${citation.source} refers through a place from nowhere.`);
  }
  const at = citation.at === undefined ? null : readPlace(citation.at);
  const through = citation.through === undefined ? null : readPlace(citation.through);
  return {
    text: {
      ja: `${source.short.ja}${at ? ` ${at.ja}` : ''}${through ? `（${through.ja}の措置）` : ''}${noted(citation.note, 'ja')}`,
      en: `${source.short.en}${at ? `, ${at.en}` : ''}${through ? ` (measures in ${through.en})` : ''}${noted(citation.note, 'en')}`,
    },
    basis: citation.basis ?? source.basis,
    ...(source.url === undefined ? {} : { url: source.url }),
  };
}

function noted(note: Bilingual | undefined, language: 'ja' | 'en'): string {
  if (note === undefined) return '';
  return language === 'ja' ? `：${note.ja}` : `: ${note.en}`;
}
