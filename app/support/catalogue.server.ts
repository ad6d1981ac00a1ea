import { catalogueIds, loadCatalogue } from '#assessments/library.ts';
import type { Language } from '#assessments/bilingual.ts';
import type { Catalogue } from '#assessments/subsidies/catalogue.ts';

let newest: Catalogue | undefined;

/** The newest catalogue of public support, read once per process. */
export function catalogue(): Catalogue {
  return (newest ??= loadCatalogue(catalogueIds().at(-1) ?? ''));
}

/** The name of a programme of it. */
export function programmeName(id: string, language: Language): string {
  const found = catalogue().programmes.find(({ document }) => document.id === id);
  return found ? found.document.names[language] : id;
}
