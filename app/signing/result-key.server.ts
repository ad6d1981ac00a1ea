import { signText, type Signature } from '#assessments/signed-file.ts';
import { openKeys } from '#db/keys.ts';
import { signingKey, type SigningKey } from '#db/signing-keys.ts';

let known: SigningKey | undefined;

/** The key that signs results, from the keys directory. */
function resultKey(): SigningKey {
  const directory = process.env['JUNBI_KEYS_DIR'];
  if (directory === undefined) throw new Error('JUNBI_KEYS_DIR is not set.');
  known ??= signingKey(openKeys(directory, { production: false }), 'result');
  return known;
}

export function signResult(text: string): Signature {
  const { key, id, published } = resultKey();
  return { signature: signText(text, key), keyId: id, publicKey: published.key };
}
