import { signText, type Signature } from '#assessments/signed-file.ts';
import { signingKey, type SigningKey } from '#db/signing-keys.ts';
import { givenKeys } from '../keys.server.ts';

let known: SigningKey | undefined;

/** The key that signs results, from the keys directory. */
function resultKey(): SigningKey {
  known ??= signingKey(givenKeys(), 'result');
  return known;
}

export function signResult(text: string): Signature {
  const { key, id, published } = resultKey();
  return { signature: signText(text, key), keyId: id, publicKey: published.key };
}
