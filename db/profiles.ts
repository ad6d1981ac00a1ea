import { z } from 'zod';
import type { Facts } from '#assessments/fact.ts';
import { keepingSummaries } from './client-summaries.ts';
import {
  currentFacts,
  saveFacts,
  type FactKind,
  type FactsSaved,
  type FactVersion,
} from './fact-versions.ts';
import { profileVersion } from './schema/company.ts';
import type { CompanyTx } from './tenant.ts';

export type Profile = FactVersion<Facts>;
export type ProfileSaved = FactsSaved<Facts>;

const facts = z.record(z.string(), z.union([z.boolean(), z.number(), z.string()]));

const PROFILE: FactKind<Facts> = {
  table: profileVersion,
  parse: (stored) => facts.parse(stored),
  action: 'profile.saved',
  target: 'profile',
};

/** What the company says about itself now, or said until `before`; null before the first save. */
export function currentProfile(tx: CompanyTx, before?: Date): Promise<Profile | null> {
  return currentFacts(tx, PROFILE, before);
}

/** Saves the whole profile; parse the facts against the edition first. See `saveFacts`. */
export function saveProfile(
  tx: CompanyTx,
  given: { base: number; facts: Facts; requestId: string; byName: string },
): Promise<ProfileSaved> {
  return keepingSummaries(tx, () => saveFacts(tx, PROFILE, given));
}
