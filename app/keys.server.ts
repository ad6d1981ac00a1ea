import { openKeys, type Keys } from '#db/keys.ts';

/** The keys directory that the start has named. */
export function givenKeys(): Keys {
  const directory = process.env['JUNBI_KEYS_DIR'];
  if (!directory) throw new Error('JUNBI_KEYS_DIR is not set: the start sets it.');
  return openKeys(directory, { production: false });
}
