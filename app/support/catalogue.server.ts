import { catalogueIds, loadCatalogue } from '#assessments/library.ts';
import type { Catalogue } from '#assessments/subsidies/catalogue.ts';

let newest: Catalogue | undefined;

/** The newest catalogue of public support, read once per process. */
export function catalogue(): Catalogue {
  return (newest ??= loadCatalogue(catalogueIds().at(-1) ?? ''));
}
