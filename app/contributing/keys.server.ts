import { opaqueKeys, type OpaqueKeys } from '#db/opaque-key.ts';
import { givenKeys } from '../keys.server.ts';

/** The codes of holdings and batches in one association. */
export const keysOf = (associationId: string): OpaqueKeys => opaqueKeys(givenKeys(), associationId);
