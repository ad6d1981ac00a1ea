import fc from 'fast-check';
import type { Client } from 'pg';
import { z } from 'zod';
import { offeredCodes } from '#app/auth/one-time-codes.server.ts';
import { action as confirm } from '#app/routes/confirm.tsx';
import { action as passkeyOptions } from '#app/routes/passkey-options.ts';
import { action as security } from '#app/routes/security.tsx';
import { action as oneTimeCodes } from '#app/routes/security.one-time-codes.tsx';
import { action as newPasskey } from '#app/routes/security.passkey.tsx';
import { action as recoveryCodes } from '#app/routes/security.recovery-codes.tsx';
import { action as signIn } from '#app/routes/signin.tsx';
import { signOutHeaders } from '#app/auth/session.server.ts';
import { Authenticator, type Slip } from '../setup/authenticator.ts';
import { enrolment, equipped } from '../setup/equipped.ts';
import {
  accountWith,
  Browser,
  liveSession,
  origin,
  password,
  type Answered,
} from '../setup/in-process.ts';
import { oneTimeCode } from '../setup/one-time-code.ts';

/** How often each way to a session was walked. */
export type Reached = Record<'password' | 'code' | 'recovery' | 'passkey' | 'enrolled', number>;

/** What was shown for a session: level 2 is deserved or not. */
export type Model = { sessions: Map<string, { account: number; deserves: 1 | 2 }> };

type Person = {
  email: string;
  accountId: string;
  authenticators: Authenticator[];
  secret: string;
  lastStep: number;
  codes: string[];
};

export type Real = {
  superuser: Client;
  people: Person[];
  browsers: Browser[];
  /** Kept to be sent again where they do not belong. */
  steps: { step: string; account: number }[];
  answers: string[];
  usedCodes: string[];
  dead: string[];
  reached: Reached;
};

/** One person with everything and a session, one with a password alone, three browsers. */
export async function fresh(
  superuser: Client,
  reached: Reached,
): Promise<{ model: Model; real: Real }> {
  const { email, accountId, browser, authenticator, secret, codes } = await equipped();
  const lastStep = Math.floor(Date.now() / 30_000) - 1;
  const first = { email, accountId, authenticators: [authenticator], secret, lastStep, codes };
  const bare = { authenticators: [], secret: '', lastStep: 0, codes: [] };
  const people = [first, { ...(await accountWith(password)), ...bare }];
  const browsers = [browser, new Browser(), new Browser()];
  const sessions = new Map([[browser.token(), { account: 0, deserves: 2 as const }]]);
  const kept = { steps: [], answers: [], usedCodes: [], dead: [] };
  return { model: { sessions }, real: { superuser, people, browsers, ...kept, reached } };
}

const half = z.object({ ok: z.literal('half'), step: z.string() });
const challenge = z.object({ challenge: z.string() });
const shownCodes = z.object({ codes: z.array(z.string()) });

type Sessions = { model: Model; real: Real; browser: Browser };

/** One thing that somebody tries in one of the browsers. */
abstract class Try implements fc.AsyncCommand<Model, Real> {
  readonly at: number;
  readonly who: number;
  constructor(at: number, who: number) {
    this.at = at;
    this.who = who;
  }
  check(): boolean {
    return true;
  }
  async run(model: Model, real: Real): Promise<void> {
    const browser = real.browsers[this.at];
    const person = real.people[this.who];
    if (!browser || !person) throw new Error('There is no such browser or person.');
    await this.attempt({ model, real, browser }, person);
    await invariants(model, real);
  }
  toString(): string {
    return `${this.constructor.name}(${JSON.stringify(this)})`;
  }
  protected abstract attempt(all: Sessions, person: Person): Promise<void>;

  /** Notes the session that the browser has now, and what it deserves. */
  protected arrived({ model, real, browser }: Sessions, before: string, deserves: 1 | 2): void {
    const token = browser.token();
    if (token === before) return;
    if (before !== '') real.dead.push(before);
    model.sessions.set(token, { account: this.who, deserves });
  }
}

/** Every live session is at the level that was earned; ended tokens stay ended; a factor ends level 1. */
async function invariants(model: Model, real: Real): Promise<void> {
  for (const token of real.dead)
    if (await liveSession(token)) throw new Error('A token lives on after it was replaced.');
  for (const browser of real.browsers) {
    const token = browser.token();
    const session = token === '' ? null : await liveSession(token);
    if (!session) continue;
    const known = model.sessions.get(token);
    if (!known) throw new Error('There is a session that nobody signed in to.');
    const person = real.people[known.account];
    if (session.account.accountId !== person?.accountId)
      throw new Error('A session belongs to somebody else.');
    if (session.level > known.deserves)
      throw new Error('Level 2 was reached without two factors or a verified passkey.');
    const hasFactor = person.secret !== '' || person.authenticators.length > 0;
    if (session.level === 1 && hasFactor)
      throw new Error('An account with a second factor has a session of level 1.');
  }
}

class TypePassword extends Try {
  readonly isRight: boolean;
  constructor(at: number, who: number, isRight: boolean) {
    super(at, who);
    this.isRight = isRight;
  }
  async attempt(all: Sessions, { email }: Person) {
    const before = all.browser.token();
    const sent = { email, password: this.isRight ? password : 'not this one, surely' };
    const { data, status } = await all.browser.post(signIn, '/signin', sent);
    const step = half.safeParse(data);
    if (step.success) all.real.steps.push({ step: step.data.step, account: this.who });
    if (status === 303) all.real.reached.password += 1;
    this.arrived(all, before, 1);
  }
}

class TypeCode extends Try {
  readonly kind: 'next' | 'used' | 'recovery' | 'guess';
  constructor(at: number, who: number, kind: TypeCode['kind']) {
    super(at, who);
    this.kind = kind;
  }
  async attempt(all: Sessions, person: Person) {
    const before = all.browser.token();
    // Any step that was ever given: used ones and those of the other account too.
    const step = all.real.steps[all.real.steps.length - 1 - (this.at % 2)] ?? all.real.steps[0];
    const code = this.#code(all.real, person);
    if (!step || code === null) return;
    const sent = { intent: 'code', step: step.step, code };
    const { status } = await all.browser.post(signIn, '/signin', sent);
    if (status !== 303) return;
    const isOwn = step.account === this.who && (this.kind === 'next' || this.kind === 'recovery');
    if (this.kind === 'next') all.real.reached.code += 1;
    if (this.kind === 'recovery') all.real.reached.recovery += 1;
    all.real.usedCodes.push(code);
    this.arrived(all, before, isOwn ? 2 : 1);
  }
  #code(real: Real, person: Person): string | null {
    if (this.kind === 'guess') return '123456';
    if (this.kind === 'used') return real.usedCodes.at(-1) ?? null;
    if (this.kind === 'recovery') return person.codes.pop() ?? null;
    return nextCode(person);
  }
}

/** The earliest code that is still good: each step of 30 seconds gives one. */
function nextCode(person: Person): string | null {
  if (person.secret === '') return null;
  const now = Math.floor(Date.now() / 30_000);
  const step = Math.max(now - 1, person.lastStep + 1);
  if (step > now + 1) return null;
  person.lastStep = step;
  return oneTimeCode(person.secret, step - now);
}

const SLIPS: Record<string, Slip> = {
  right: {},
  unverified: { isUnverified: true },
  elsewhere: { origin: 'https://junbi.example' },
  'other site': { rpId: 'junbi.example' },
  'own challenge': { challenge: 'A'.repeat(43) },
  forged: { isForged: true },
  'other ceremony': { type: 'webauthn.create' },
};

class UsePasskey extends Try {
  readonly slip: string;
  readonly purpose: 'sign-in' | 'confirm';
  constructor(at: number, who: number, slip: string, purpose: UsePasskey['purpose']) {
    super(at, who);
    this.slip = slip;
    this.purpose = purpose;
  }
  async attempt(all: Sessions, person: Person) {
    const before = all.browser.token();
    const passkey = await this.#answer(all, person);
    if (passkey === undefined) return;
    all.real.answers.push(passkey);
    // A challenge for confirming does not sign in.
    const sent = { intent: 'passkey', passkey };
    const { status } = await all.browser.post(signIn, '/signin', sent);
    if (status !== 303) return;
    all.real.reached.passkey += 1;
    this.arrived(all, before, this.slip === 'right' && this.purpose === 'sign-in' ? 2 : 1);
  }
  async #answer({ browser, real }: Sessions, person: Person) {
    if (this.slip === 'again') return real.answers.at(-1);
    const given = await browser.post(passkeyOptions, '/x', { purpose: this.purpose });
    const options = challenge.safeParse(given.data);
    if (!options.success) return undefined;
    return person.authenticators.at(-1)?.authenticate(options.data, SLIPS[this.slip]);
  }
}

class Enrol extends Try {
  readonly what: 'passkey' | 'unverified passkey' | 'codes' | 'wrong codes' | 'recovery codes';
  constructor(at: number, who: number, what: Enrol['what']) {
    super(at, who);
    this.what = what;
  }
  async attempt(all: Sessions) {
    const before = all.browser.token();
    const known = all.model.sessions.get(before);
    const session = await all.browser.session();
    const person = known && all.real.people[known.account];
    if (!known || !session || !person) return;
    const done = await this.#enrol(all.browser, person);
    if (done.status !== 303 && done.status !== 200) return;
    const token = all.browser.token();
    if (token === before) return;
    all.real.dead.push(before);
    // The password was shown just now, and the new factor with it.
    const isFactor = this.what === 'passkey' || this.what === 'codes';
    if (isFactor) all.real.reached.enrolled += 1;
    const deserves = isFactor ? 2 : known.deserves;
    all.model.sessions.set(token, { account: known.account, deserves });
  }
  async #enrol(browser: Browser, person: Person): Promise<Answered> {
    if (this.what === 'recovery codes') {
      const answer = await browser.post(recoveryCodes, '/x', {});
      const shown = shownCodes.safeParse(answer.data);
      if (shown.success) person.codes = shown.data.codes;
      return answer;
    }
    if (this.what === 'codes' || this.what === 'wrong codes') return this.#codes(browser, person);
    const options = enrolment.safeParse(
      (await browser.post(passkeyOptions, '/x', { purpose: 'enrol' })).data,
    );
    if (!options.success) return { status: 422, location: null, data: null };
    const authenticator = new Authenticator(origin, { hasCounter: false });
    const isUnverified = this.what !== 'passkey';
    const passkey = authenticator.register(options.data, { isUnverified });
    const sent = { intent: 'passkey', name: '鍵', passkey };
    const before = browser.token();
    const answer = await browser.post(newPasskey, '/x', sent);
    if (browser.token() !== before) person.authenticators.push(authenticator);
    return answer;
  }
  async #codes(browser: Browser, person: Person): Promise<Answered> {
    await browser.post(oneTimeCodes, '/x', { intent: 'begin' });
    const { accountId, email } = person;
    const account = { accountId, email, name: '', locale: 'ja' as const };
    const secret = (await offeredCodes(account))?.secret;
    if (!secret) return { status: 422, location: null, data: null };
    const now = Math.floor(Date.now() / 30_000);
    const code = this.what === 'codes' ? oneTimeCode(secret, -1) : '123456';
    const before = browser.token();
    const answer = await browser.post(oneTimeCodes, '/x', { intent: 'check', code });
    if (browser.token() !== before) Object.assign(person, { secret, lastStep: now - 1 });
    return answer;
  }
}

class Remove extends Try {
  readonly what: 'passkey' | 'codes';
  constructor(at: number, who: number, what: Remove['what']) {
    super(at, who);
    this.what = what;
  }
  async attempt(all: Sessions) {
    const before = all.browser.token();
    const known = all.model.sessions.get(before);
    const person = known && all.real.people[known.account];
    if (!known || !person || !(await all.browser.session())) return;
    const credential = person.authenticators.at(-1)?.id ?? 'none';
    const sent =
      this.what === 'codes' ? { intent: 'remove-codes' } : { intent: 'remove-passkey', credential };
    await all.browser.post(security, '/settings/security', sent);
    const token = all.browser.token();
    if (token === before) return;
    all.real.dead.push(before);
    if (this.what === 'codes') person.secret = '';
    else person.authenticators.pop();
    all.model.sessions.set(token, known);
  }
}

class Confirm extends Try {
  async attempt(all: Sessions) {
    const before = all.browser.token();
    const known = all.model.sessions.get(before);
    const person = known && all.real.people[known.account];
    if (!known || !person || !(await all.browser.session())) return;
    await all.browser.post(confirm, '/confirm?back=/companies', await this.#given(all, person));
    const token = all.browser.token();
    if (token === before) return;
    all.real.dead.push(before);
    all.model.sessions.set(token, known);
  }
  async #given({ browser }: Sessions, person: Person): Promise<Record<string, string>> {
    const authenticator = person.authenticators.at(-1);
    if (authenticator) {
      const given = await browser.post(passkeyOptions, '/x', { purpose: 'confirm' });
      const options = challenge.parse(given.data);
      return { intent: 'passkey', passkey: authenticator.authenticate(options) };
    }
    return person.secret === '' ? { password } : { code: nextCode(person) ?? '000000' };
  }
}

/** Five minutes pass for a browser's session. */
class Wait extends Try {
  async attempt({ real }: Sessions, { accountId }: Person) {
    await real.superuser.query(
      `update auth.session set confirmed_at = now() - interval '6 minutes' where account_id = $1 and ended_at is null`,
      [accountId],
    );
  }
}

class SignOut extends Try {
  async attempt({ real, browser }: Sessions) {
    const before = browser.token();
    await browser.post(
      async ({ request, context }) =>
        new Response(null, { headers: await signOutHeaders(request, context.environment) }),
      '/signout',
      {},
    );
    if (before !== '') real.dead.push(before);
  }
}

const at = fc.nat({ max: 2 });
const who = fc.nat({ max: 1 });
const slips = fc.constantFrom('right', 'right', 'right', 'again', ...Object.keys(SLIPS).slice(1));
const purposes = fc.constantFrom('sign-in', 'sign-in', 'sign-in', 'confirm');
const kinds = fc.constantFrom('next', 'next', 'recovery', 'recovery', 'used', 'guess');
const whats = fc.constantFrom(
  'passkey',
  'codes',
  'codes',
  'recovery codes',
  'unverified passkey',
  'wrong codes',
);

export const commands: fc.Arbitrary<fc.AsyncCommand<Model, Real>>[] = [
  fc.tuple(at, who, fc.boolean()).map((all) => new TypePassword(...all)),
  fc.tuple(at, who).map(([at, who]) => new TypePassword(at, who, true)),
  fc.tuple(at, who, kinds).map((all) => new TypeCode(...all)),
  fc.tuple(at, who, kinds).map((all) => new TypeCode(...all)),
  fc.tuple(at, who, slips, purposes).map((all) => new UsePasskey(...all)),
  fc.tuple(at, who, whats).map((all) => new Enrol(...all)),
  fc.tuple(at, who, whats).map((all) => new Enrol(...all)),
  fc.tuple(at, who, fc.constantFrom('passkey', 'codes')).map((all) => new Remove(...all)),
  fc.tuple(at, who).map((all) => new Confirm(...all)),
  fc.tuple(at, who).map((all) => new Wait(...all)),
  fc.tuple(at, who).map((all) => new SignOut(...all)),
];
