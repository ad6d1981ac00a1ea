import { BASES, type Citation } from '../citation.ts';
import { readCitation } from '../citation-text.ts';
import type { Content } from './content.ts';

/** Every citation resolves, its place can be read, and it never claims more than its source. */
export function citations({ edition, fileOf }: Content): string[] {
  const sources = edition.sources.document;
  const model = edition.gapModel.document;
  const file = fileOf(edition.gapModel.key);
  const cited: { place: string; citation: Citation }[] = [
    ...model.requirements.flatMap(({ id, citations }) =>
      citations.map((citation, index) => ({
        place: `${file}: requirement ${id}, citation ${index + 1}`,
        citation,
      })),
    ),
    ...model.coverage.map(({ id, citation }) => ({ place: `${file}: coverage ${id}`, citation })),
    ...(edition.overlays ?? []).flatMap(({ key, document }) =>
      document.requirements.flatMap(({ id, citations }) =>
        citations.map((citation, index) => ({
          place: `${fileOf(key)}: requirement ${id}, citation ${index + 1}`,
          citation,
        })),
      ),
    ),
  ];
  const problems = cited.flatMap(({ place, citation }) => {
    const source = sources.sources.find((candidate) => candidate.id === citation.source);
    if (!source) return [`${place}: there is no source ${citation.source}.`];
    const faults: string[] = [];
    try {
      readCitation(citation, sources);
    } catch (error) {
      faults.push(`${place}: ${error instanceof Error ? error.message : String(error)}`);
    }
    if (
      citation.basis !== undefined &&
      BASES.indexOf(citation.basis) <= BASES.indexOf(source.basis)
    ) {
      faults.push(
        `${place}: claims the basis ${citation.basis}, but ${source.id} only carries ${source.basis}.`,
      );
    }
    if ((source.basis === 'law' || source.basis === 'analogue') && citation.at === undefined) {
      faults.push(`${place}: cites ${source.id} without an article.`);
    }
    if (source.basis !== 'law' && source.basis !== 'analogue' && citation.note === undefined) {
      faults.push(`${place}: does not say what ${source.id} reports.`);
    }
    return faults;
  });
  const used = new Set(cited.map(({ citation }) => citation.source));
  const unused = sources.sources
    .filter((source) => !used.has(source.id))
    .map((source) => `${fileOf(edition.sources.key)}: source ${source.id} is never cited.`);
  return [...problems, ...unused, ...undated({ edition, fileOf })];
}

/** A text of law that was read has an address and the day of the text; without, nobody can check. */
function undated({ edition, fileOf }: Content): string[] {
  return edition.sources.document.sources
    .filter((source) => source.basis === 'law' || source.basis === 'analogue')
    .filter((source) => source.url === undefined || source.asOf === undefined)
    .map(
      (source) =>
        `${fileOf(edition.sources.key)}: source ${source.id} lacks its address or the day of the text.`,
    );
}
