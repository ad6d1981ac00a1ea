import { createHash } from 'node:crypto';
import { canonicalJson } from '#assessments/canonical-json.ts';
import { releasable } from '#assessments/disclosure/band.ts';
import type { Band } from '#assessments/disclosure/contribution.ts';
import { regionOf, sizeOf } from '#assessments/disclosure/groups-of.ts';
import { frozenSchema } from '#assessments/frozen-result.ts';
import { readEdition } from '#db/content.ts';
import { filledBy, type Release } from '#db/contributions.ts';
import type { OpaqueKeys } from '#db/opaque-key.ts';
import { newestSignedResult } from '#db/signed-results.ts';
import type { CompanyTx } from '#db/tenant.ts';

/** What the newest signed result would give to an association, before the company names its groups. */
export interface Offer {
  resultId: string;
  editionId: string;
  title: string;
  signedAt: Date;
  overall: Band;
  answeredAtLeastHalf: boolean;
  /** The consultancy that gave more than half of the answers. */
  filledBy: string | null;
  /** As the company's facts in the result say; null where they do not. */
  region: string | null;
  size: string | null;
}

export type Offering = { ok: true; offer: Offer } | { ok: false; reason: 'none' | 'unmeasured' };

/** Out of the newest result that was signed in full mode for the application. */
export async function readOffer(tx: CompanyTx): Promise<Offering> {
  const signed = await newestSignedResult(tx, { mode: 'full', stage: 'application' });
  if (!signed) return { ok: false, reason: 'none' };
  const frozen = frozenSchema.parse(JSON.parse(signed.body));
  const edition = await readEdition(tx, frozen.edition.id);
  if (!edition)
    throw new Error(`Edition ${frozen.edition.id} of a signed result is not published.`);
  const band = releasable(frozen, edition);
  if (!band.ok) return { ok: false, reason: 'unmeasured' };
  return {
    ok: true,
    offer: {
      resultId: signed.resultId,
      editionId: frozen.edition.id,
      title: frozen.assessment.title,
      signedAt: signed.at,
      overall: band.overall,
      answeredAtLeastHalf: band.answeredAtLeastHalf,
      filledBy: await filledBy(tx, signed.assessmentId),
      region: regionOf(frozen.facts['prefecture']),
      size: sizeOf(frozen.facts['employees']),
    },
  };
}

/** What an owner says for it; the numbers go no further than this. */
export interface Groups {
  industry: string;
  region: string;
  size: string;
  number: string;
  /** Of the parent at the top; empty where there is none. */
  parent: string;
}

/** What leaves, whole. */
export function releaseOf(
  { resultId, editionId, overall, answeredAtLeastHalf, filledBy: consultancy }: Offer,
  { industry, region, size, number, parent }: Groups,
  {
    associationId,
    companyId,
    keys,
  }: { associationId: string; companyId: string; keys: OpaqueKeys },
): Release {
  return {
    associationId,
    editionId,
    resultId,
    industry,
    region,
    size,
    overall,
    answeredAtLeastHalf,
    holding: keys.holding(parent === '' ? number : parent),
    batch: keys.batch(consultancy ?? companyId),
  };
}

/** Says whether what is sent is what was on the preview. */
export const fingerprintOfRelease = (release: Release): string =>
  createHash('sha256')
    .update(canonicalJson({ ...release }))
    .digest('hex');
