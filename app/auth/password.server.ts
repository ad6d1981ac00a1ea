import { hash, verify } from '@node-rs/argon2';

export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;

/** argon2id (the library's default variant), 64 MiB, 3 passes. */
const COST = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

/** Two at a time: each takes 64 MiB and a core for about a tenth of a second. */
const LANES = 2;
let busy = 0;
const waiting: (() => void)[] = [];

async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= LANES) await new Promise<void>((resolve) => waiting.push(resolve));
  else busy += 1;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else busy -= 1;
  }
}

export function hashPassword(password: string): Promise<string> {
  return inLane(() => hash(password, COST));
}

let decoy: Promise<string> | undefined;

/** False also where there is no such account; that answer takes as long as any other. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  decoy ??= hashPassword('no account has this password');
  const against = stored ?? (await decoy);
  const matches = await inLane(() => verify(against, password));
  return stored !== null && matches;
}

export type PasswordProblem = 'password-short' | 'password-long' | 'password-easy';

/** Length counts in characters (NFC); nothing else is demanded but that it is not a plain guess. */
export function passwordProblem(
  password: string,
  context: readonly string[],
): PasswordProblem | null {
  const length = Array.from(password.normalize('NFC')).length;
  if (length < PASSWORD_MIN) return 'password-short';
  if (length > PASSWORD_MAX) return 'password-long';
  return isEasy(password.toLowerCase(), context) ? 'password-easy' : null;
}

const RUNS = 'abcdefghijklmnopqrstuvwxyz0123456789qwertyuiopasdfghjklzxcvbnm';
const COMMON = [
  'password',
  'passw0rd',
  'qwerty',
  'letmein',
  'iloveyou',
  'welcome',
  'admin',
  'junbi',
];

/** What is left after the words that anybody would try is too little to protect anything. */
function isEasy(password: string, context: readonly string[]): boolean {
  let rest = password;
  for (const word of [...COMMON, ...context]) {
    if (word.length >= 3) rest = rest.replaceAll(word.toLowerCase(), '');
  }
  rest = rest.replaceAll(/(.)\1{2,}/g, '$1').replaceAll(/(.{2,6}?)\1{2,}/g, '$1');
  for (let at = 0; at + 4 <= RUNS.length; at += 1)
    rest = rest.replaceAll(RUNS.slice(at, at + 4), '');
  return new Set(rest).size < 5;
}
