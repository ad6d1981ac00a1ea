import { randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ActionFunctionArgs } from '@remix-run/node';
import { hash } from '@node-rs/argon2';
import { z } from 'zod';
import { createAccount } from '#db/accounts.ts';
import { findSession, type LiveSession } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import type { Fields } from './visitor.ts';

// The actions of the sign-in pages, called as the framework calls them but without a server between: ten
// thousand sequences would take days over HTTP. The database and everything below a route are real.

export const password = 'kingfisher tram lantern 52';
export const origin = 'http://localhost:3000';

const environment: ActionFunctionArgs['context']['environment'] = {
  port: 3000,
  host: '127.0.0.1',
  origin,
  production: false,
  secureCookies: false,
  isLocal: true,
  proxies: [],
};

/** The key that seals one-time secrets, in a directory of this run's own. */
export function useOwnKeys(): void {
  process.env['JUNBI_KEYS_DIR'] = join(mkdtempSync(join(tmpdir(), 'junbi-keys-')), 'keys');
}

export type Action = (args: ActionFunctionArgs) => Promise<unknown>;
export type Answered = { status: number; location: string | null; data: unknown };

const withInit = z.object({
  data: z.unknown(),
  init: z.object({ status: z.number().optional(), headers: z.unknown() }).partial().nullable(),
});

/** A browser that posts forms straight to an action, and keeps the cookies. */
export class Browser {
  readonly cookies = new Map<string, string>();
  /** Attempts of a network are counted together. */
  readonly network: string;

  constructor(network: string = randomUUID()) {
    this.network = network;
  }

  async post(action: Action, path: string, fields: Fields): Promise<Answered> {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields)) body.append(name, String(value));
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const request = new Request(origin + path, {
      method: 'POST',
      body,
      headers: { cookie, 'user-agent': 'Mozilla/5.0 Firefox/140.0' },
    });
    const context = {
      nonce: '',
      reference: '',
      environment,
      network: this.network,
      publicKeys: [],
      answer: () => Promise.reject(new Error('Nothing is sent on here.')),
    };
    const params = { token: path.split('/')[2] };
    const answer: unknown = await action({ request, params, context }).catch(thrown);
    if (answer instanceof Response) return this.#read(answer.status, answer.headers, null, answer);
    const plain = withInit.safeParse(answer);
    if (!plain.success) return { status: 200, location: null, data: answer };
    const { data, init } = plain.data;
    const headers = init?.headers instanceof Headers ? init.headers : new Headers();
    return this.#read(init?.status ?? 200, headers, data);
  }

  async #read(
    status: number,
    headers: Headers,
    data: unknown,
    response?: Response,
  ): Promise<Answered> {
    for (const line of headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      if (/max-age=0/i.test(line)) this.cookies.delete(pair.slice(0, at));
      else this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
    const isJson = headers.get('content-type')?.includes('json') ?? false;
    const body: unknown = response && isJson ? await response.json() : data;
    return { status, location: headers.get('location'), data: body };
  }

  /** The token of the session cookie, or ''. */
  token(): string {
    const cookie = this.cookies.get('sid');
    if (!cookie) return '';
    return z
      .string()
      .parse(JSON.parse(Buffer.from(decodeURIComponent(cookie), 'base64').toString()));
  }

  session(): Promise<LiveSession | null> {
    const token = this.token();
    return token === '' ? Promise.resolve(null) : liveSession(token);
  }
}

export const liveSession = (token: string) =>
  withAuth((tx) => findSession(tx, token, { isUse: false }));

function thrown(error: unknown): Response {
  if (error instanceof Response) return error;
  throw error;
}

/** Cheap to compute on purpose: the cost stands in the hash, and comparing takes what it says. */
const CHEAP = { memoryCost: 8, timeCost: 1, parallelism: 1 };
const cheapHashes = new Map<string, Promise<string>>();

export async function accountWith(password: string): Promise<{ accountId: string; email: string }> {
  const email = `${randomUUID()}@example.jp`;
  const made = cheapHashes.get(password) ?? hash(password, CHEAP);
  cheapHashes.set(password, made);
  const passwordHash = await made;
  const account = await withAuth((tx) =>
    createAccount(tx, { email, name: '田中', locale: 'ja', passwordHash }),
  );
  if (!account.ok) throw new Error(account.reason);
  return { accountId: account.accountId, email };
}
