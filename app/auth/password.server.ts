import { channel } from 'node:diagnostics_channel';
import { hash, verify } from '@node-rs/argon2';
import { dictionary } from '@zxcvbn-ts/language-common';

export const PASSWORD_MIN = 15;
export const PASSWORD_MAX = 128;

/** argon2id (the library's default variant), 64 MiB, 3 passes. */
const COST = { memoryCost: 64 * 1024, timeCost: 3, parallelism: 1 };

/** Two at a time: each takes 64 MiB and a core for about a tenth of a second. */
const LANES = 2;
/** Some five seconds of work: who comes after them is asked to come back. */
const QUEUE = 50;
let busy = 0;
const waiting: (() => void)[] = [];

/** Hears of every computation: how many there are is itself something to watch. */
export const computations = channel('junbi:argon2');

/** Whether a password can be looked at now; asked before a try is counted. */
export const isBusy = (): boolean => waiting.length >= QUEUE;

/** Nothing was computed: the page for status 503 asks to come back. */
const tooBusy = () =>
  new Response(null, {
    status: 503,
    headers: { 'Retry-After': '10', 'Cache-Control': 'no-store' },
  });

async function inLane<T>(work: () => Promise<T>): Promise<T> {
  if (busy >= LANES) {
    // oxlint-disable-next-line typescript/only-throw-error -- the framework answers with a thrown Response
    if (isBusy()) throw tooBusy();
    await new Promise<void>((resolve) => waiting.push(resolve));
  } else busy += 1;
  try {
    computations.publish(undefined);
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

/** Of a password that nobody knows; to compare with it costs what every comparison costs. */
const DECOY =
  '$argon2id$v=19$m=65536,t=3,p=1$R9TtC4lpJDiYCj8LyzBaXQ$+YTATIiT8DUaVL3ZhF+3OUJqb578Qij03CAl+U4vYYU';

/** False also where there is no such account; that answer takes as long as any other. */
export async function passwordMatches(stored: string | null, password: string): Promise<boolean> {
  const matches = await inLane(() => verify(stored ?? DECOY, password));
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
  'correcthorsebatterystaple',
];
const KNOWN = new Set(dictionary['passwords-common']);

/** What is left after the words that anybody would try is too little to protect anything. */
function isEasy(password: string, context: readonly string[]): boolean {
  const plain = password.replaceAll(/[\s._-]+/g, '');
  if (isKnown(plain) || isKnown(withoutSigns(plain))) return true;
  let rest = plain;
  for (const word of [...COMMON, ...context]) {
    if (word.length >= 3) rest = rest.replaceAll(word.toLowerCase(), '');
  }
  rest = rest.replaceAll(/(.)\1{2,}/g, '$1').replaceAll(/(.{2,6}?)\1{2,}/g, '$1');
  for (let at = 0; at + 4 <= RUNS.length; at += 1)
    rest = rest.replaceAll(RUNS.slice(at, at + 4), '');
  return new Set(rest).size < 5;
}

/** One of the passwords that many people have, or two of them, also with digits and signs around. */
function isKnown(password: string): boolean {
  const core = password.replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '');
  for (const text of [password, core]) {
    if (KNOWN.has(text)) return true;
    for (let at = 4; at <= text.length - 4; at += 1) {
      if (KNOWN.has(text.slice(0, at)) && KNOWN.has(text.slice(at))) return true;
    }
  }
  return false;
}

const SIGNS: Record<string, string> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

/** p@ssw0rd is password. */
const withoutSigns = (text: string) =>
  text.replaceAll(/[013457@$!]/g, (sign) => SIGNS[sign] ?? sign);
