import type { Bilingual } from '../bilingual.ts';
import type { CatalogueFile, Subsidy } from '../subsidy.ts';
import type { DeemedLarge, SizeTable } from './predicate.ts';
import type { SupportFacts } from './support-fact.ts';
import type { SupportSource } from './support-source.ts';

/** A programme with the predicates that it pins. */
export interface Programme {
  document: Subsidy;
  hash: string;
  size: SizeTable | null;
  deemedLarge: DeemedLarge | null;
}

/** The programmes that are looked at together, with all that they pin. */
export interface Catalogue {
  id: string;
  hash: string;
  sources: ReadonlyMap<string, SupportSource>;
  facts: SupportFacts;
  programmes: readonly Programme[];
  stubs: CatalogueFile['stubs'];
  notChecked: readonly Bilingual[];
}
