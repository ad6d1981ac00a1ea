import type { CompanyFacts } from '#assessments/subsidies/company.ts';
import { companyFactsSchema } from '#assessments/subsidies/company-schema.ts';
import {
  currentFacts,
  saveFacts,
  type FactKind,
  type FactsSaved,
  type FactVersion,
} from './fact-versions.ts';
import { supportFactsVersion } from './schema/company.ts';
import type { CompanyTx } from './tenant.ts';

export type SupportFactsVersion = FactVersion<CompanyFacts>;

const SUPPORT_FACTS: FactKind<CompanyFacts> = {
  table: supportFactsVersion,
  parse: (stored) => companyFactsSchema.parse(stored),
  action: 'support-facts.saved',
  target: 'support-facts',
};

/** What the company says about itself for hints at public support; null before the first save. */
export function currentSupportFacts(tx: CompanyTx): Promise<SupportFactsVersion | null> {
  return currentFacts(tx, SUPPORT_FACTS);
}

/** Saves all of them; parse them against the dictionary first. See `saveFacts`. */
export function saveSupportFacts(
  tx: CompanyTx,
  given: { base: number; facts: CompanyFacts; requestId: string; byName: string },
): Promise<FactsSaved<CompanyFacts>> {
  return saveFacts(tx, SUPPORT_FACTS, given);
}
