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
];
