import type { Hole } from './schema-lint.ts';

/**
 * What the schema lint reports and a reviewer has accepted, each with its reason. An entry that no
 * longer matches anything is reported itself.
 */
export const ALLOWED: readonly (Hole & { because: string })[] = [
  {
    rule: 'L03',
    object: 'content.document published',
    because: 'Published content is for everybody, read only.',
  },
  {
    rule: 'L03',
    object: 'content.edition published',
    because: 'Published content is for everybody, read only.',
  },
  {
    rule: 'L03',
    object: 'content.document publisher',
    because: 'Publishing as the owner compares with what stands; policies are forced for it too.',
  },
  {
    rule: 'L03',
    object: 'content.edition publisher',
    because: 'Publishing as the owner compares with what stands; policies are forced for it too.',
  },
  {
    rule: 'L03',
    object: 'content.document publishing',
    because: 'The owner may add a document; no policy lets anybody change or delete one.',
  },
  {
    rule: 'L03',
    object: 'content.edition publishing',
    because: 'The owner may add an edition; no policy lets anybody change or delete one.',
  },
  {
    rule: 'L06',
    object: 'ctx.engagement engagement_consultancy_id_fkey',
    because: 'An engagement is where a company and a consultancy meet; no login reaches the table.',
  },
  {
    rule: 'L06',
    object: 'ctx.association_company association_company_company_id_fkey',
    because: 'A membership is where a company and an association meet; no login reaches the table.',
  },
  {
    rule: 'L07',
    object: 'ctx.campaign_recipient ctx.campaign_recipient_token_hash_key',
    because: 'The link of a message is looked up by its random token; no login reaches the table.',
  },
  {
    rule: 'L06',
    object: 'junbi.client_summary client_summary_client_id_fkey',
    because: 'A summary is of a client; it goes with the company, and app can only read it.',
  },
  ...['assessment', 'assessment_state', 'carrying', 'evidence'].map((table) => ({
    rule: 'L03',
    object: `junbi.${table} moving`,
    because:
      'The triggers that move an assessment and keep it locked run as the owner, inside one company.',
  })),
  ...['assessment_state', 'signed_result'].map((table) => ({
    rule: 'L03',
    object: `junbi.${table} declaring`,
    because: 'A declarer only reads in a company, but returns and signs; inside that company.',
  })),
  {
    rule: 'L03',
    object: 'junbi.client_summary summarising',
    because:
      'The functions that write summaries run as the owner, inside one company or one consultancy.',
  },
];
