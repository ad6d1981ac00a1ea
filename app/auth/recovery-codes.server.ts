import { randomBytes } from 'node:crypto';
import type { Account } from '#db/accounts.ts';
import { useRecoveryCode } from '#db/recovery-codes.ts';
import { withAuth } from '#db/tenant.ts';
import { putSecurityNotice } from './notices.server.ts';
import { narrow } from '../forms.ts';
import { countTry } from './limits.server.ts';

const COUNT = 10;
/** Without the letters that are read as digits: 32 signs, 5 bits each. */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 16;

/** Ten codes of 80 random bits. They are shown once and kept as hashes. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: COUNT }, () =>
    Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % SIGNS.length]).join(''),
  );
}

/** In four groups, to be read and typed. */
export const readable = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');

/** As it was made, however it was typed. */
function canonical(typed: string): string {
  return narrow(typed)
    .toUpperCase()
    .replaceAll('O', '0')
    .replaceAll(/[IL]/g, '1')
    .replaceAll(/[^0-9A-Z]/g, '');
}

/** Takes a saved code in place of a factor, and tells its owner. Three tries a day are allowed. */
export async function takeRecoveryCode(
  account: Account,
  typed: string,
  origin: string,
): Promise<'ok' | 'wrong-code' | 'too-many'> {
  if (!(await countTry('recovery-code', account.accountId)).ok) return 'too-many';
  return withAuth(async (tx) => {
    if (!(await useRecoveryCode(tx, account.accountId, canonical(typed)))) return 'wrong-code';
    await putSecurityNotice(tx, account, 'recovery-code-used', origin);
    return 'ok';
  });
}
