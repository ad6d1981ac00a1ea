import { openKeys } from '#db/keys.ts';
import { opaqueKeys, type OpaqueKeys } from '#db/opaque-key.ts';

/** The codes of holdings and batches in one association, from the keys directory. */
export function keysOf(associationId: string): OpaqueKeys {
  const directory = process.env['JUNBI_KEYS_DIR'];
  if (directory === undefined) throw new Error('JUNBI_KEYS_DIR is not set.');
  return opaqueKeys(openKeys(directory, { production: false }), associationId);
}
