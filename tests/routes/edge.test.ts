import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { failure } from '#app/messages/failure.ts';
import { openApp, type App } from '../setup/app.ts';
import { plain } from '../setup/form.ts';
import { visitor, type Visitor } from '../setup/visitor.ts';

// The guard before the framework, the headers on everything, the limits: what a stranger meets first.

let app: App;
let stranger: Visitor;
beforeAll(async () => {
  app = await openApp();
  stranger = visitor(app.origin);
});
afterAll(async () => {
  stranger.close();
  await app.close();
});

const email = 'email=nobody%40example.jp';
const form = { 'content-type': 'application/x-www-form-urlencoded' };
const post = (headers: Record<string, string>, path = '/signup') =>
  stranger.raw('POST', path, {
    body: email,
    headers: { ...form, 'content-length': String(email.length), ...headers },
  });

test('a form from this site is taken, with Origin or with Fetch-Metadata alone (the control)', async () => {
  expect((await post({ origin: app.origin })).status).toBe(200);
  expect((await post({ 'sec-fetch-site': 'same-origin' })).status).toBe(200);
});

test.each([
  ['a foreign origin', { origin: 'https://evil.example' }],
  ['the same host on another port', { origin: 'http://127.0.0.1:1' }],
  ['the same host under https', { origin: 'https://127.0.0.1' }],
  ['Origin: null', { origin: 'null' }],
  ['no Origin at all', {}],
  ['no Origin and cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['no Origin and same-site', { 'sec-fetch-site': 'same-site' }],
  ['no Origin and none', { 'sec-fetch-site': 'none' }],
  [
    'a foreign origin that claims same-origin',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
])('a form from %s is refused with 403', async (_name, headers: Record<string, string>) => {
  expect((await post(headers)).status).toBe(403);
  expect((await post(headers, '/signout')).status).toBe(403);
});

test.each(['PUT', 'PATCH', 'DELETE'])(
  '%s from a foreign origin is refused with 403',
  async (method) => {
    const answer = await stranger.raw(method, '/signout', {
      headers: { origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
  },
);

test.each(['OPTIONS', 'TRACE', 'PROPFIND'])('the method %s is refused with 405', async (method) => {
  expect((await stranger.raw(method, '/')).status).toBe(405);
});

test.each(['/?_data=root', '/signup?a=1&_data=routes%2Fsignup', '/o/x?_data=routes/o.$org'])(
  'the framework’s data address %s is refused with 400',
  async (path) => {
    expect((await stranger.get(path)).status).toBe(400);
    expect((await post({ origin: app.origin }, path)).status).toBe(400);
  },
);

test.each(['x-forwarded-host', 'X-Remix-Response', 'x-react-router-revalidate'])(
  'the header %s is refused with 400',
  async (name) => {
    expect((await stranger.get('/signin')).status).toBe(200);
    expect((await stranger.get('/signin', { [name]: 'evil.example' })).status).toBe(400);
  },
);

test('two Host headers, or none, are refused with 400', async () => {
  const one = `Host: ${new URL(app.origin).host}\r\n`;
  expect(await firstLine(`GET /livez HTTP/1.1\r\n${one}Connection: close\r\n\r\n`)).toMatch(
    / 200 /,
  );
  expect(
    await firstLine(
      `GET /signin HTTP/1.1\r\n${one}Host: evil.example\r\nConnection: close\r\n\r\n`,
    ),
  ).toMatch(/ 400 /);
  expect(await firstLine('GET /signin HTTP/1.1\r\nConnection: close\r\n\r\n')).toMatch(/ 400 /);
});

test('another name of this server leads a reader to the one origin, and no further', async () => {
  const led = await stranger.get('/signin?back=%2Fcompanies', {
    host: 'evil.example',
    'sec-fetch-mode': 'navigate',
  });
  expect([led.status, led.location]).toEqual([302, '/signin?back=%2Fcompanies']);
  const double = await stranger.get('//evil.example/x', {
    host: 'evil.example',
    'sec-fetch-mode': 'navigate',
  });
  expect([double.status, double.location]).toEqual([302, '/']);
});

test.each([
  ['no Fetch-Metadata', {}],
  ['a script’s request', { 'sec-fetch-mode': 'cors', 'sec-fetch-site': 'same-origin' }],
  ['an image’s request', { 'sec-fetch-mode': 'no-cors' }],
])('a foreign name with %s gets nothing: its page may point at us', async (_name, headers) => {
  for (const path of ['/dev/outbox', '/signin', '/robots.txt']) {
    // The control: by its own name it is served.
    expect((await stranger.get(path, { ...headers })).status).toBe(200);
    for (const host of ['evil.example', 'evil.example:3000', '127.0.0.1.evil.example']) {
      const answer = await stranger.get(path, { ...headers, host });
      expect([path, host, answer.status]).toEqual([path, host, 421]);
      expect(answer.text).not.toContain('email');
    }
  }
});

test.each(['localhost', 'LOCALHOST:3000', '[::1]', '127.0.0.2:80'])(
  'another name of this machine (%s) leads to the one origin',
  async (host) => {
    const led = await stranger.get('/glossary', { host });
    expect([led.status, led.location]).toEqual([302, '/glossary']);
  },
);

test('who is turned away reads why in both languages, with a way on', async () => {
  const away = [
    await post({ origin: 'https://evil.example' }),
    await stranger.raw('PROPFIND', '/'),
    await stranger.get('/?_data=root'),
    await stranger.get('/%E0%A4%A'),
    await stranger.get('/assets/nothing.js'),
    await stranger.get('/', { host: 'evil.example' }),
    await sized(256 * 1024 + 1),
  ];
  expect(away.map(({ status }) => status)).toEqual([403, 405, 400, 400, 404, 421, 413]);
  for (const { text, headers } of away) {
    expect(headers['content-type']).toMatch(/^text\/html; charset=utf-8/);
    expect(text).toMatch(/<html lang="ja">[\s\S]*<h1>[^<{]+<\/h1>[\s\S]*<p lang="en">[^<{]+<\/p>/);
    expect(text).toContain('href="/"');
    expect(text).not.toContain('{{');
    expect(text).not.toContain('evil');
  }
});

test('an address that begins with a backslash is none of ours; without, it is (the control)', async () => {
  expect((await stranger.raw('GET', '/signin')).status).toBe(200);
  expect((await stranger.raw('GET', '/%5Csignin')).status).toBe(404);
  for (const path of ['/%5C[', '/%5cu003cimg src=x', '/%5Cevil.example'])
    expect((await stranger.raw('GET', encodeURI(decodeURI(path)))).status).toBe(404);
});

test('an address with NUL is refused, and one without is read (the control)', async () => {
  expect((await stranger.get('/password/a%00b')).status).toBe(400);
  expect((await stranger.get('/glossary?q=%00')).status).toBe(400);
  expect((await stranger.get('/password/ab')).status).toBe(200);
});

test.each(['/method', '/glossary', '/companies'])(
  'a page that takes no form says so, without a number that no log has: %s',
  async (path) => {
    const person = visitor(app.origin);
    const answer = await person.post(path, {});
    expect(answer.status).toBe(405);
    expect(plain(answer.text)).toContain(failure.ja.refused.title);
    expect(plain(answer.text)).not.toMatch(/番号 [0-9A-F]{8}/);
    person.close();
  },
);

const sized = (bytes: number, more: Record<string, string> = {}) =>
  stranger.raw('POST', '/signup', {
    body: `email=${'a'.repeat(bytes - 6)}`,
    headers: { ...form, origin: app.origin, 'content-length': String(bytes), ...more },
  });

test('a body over 256 KiB is refused with 413, one under it is read', async () => {
  expect((await sized(200 * 1024)).status).toBe(422);
  expect((await sized(256 * 1024 + 1)).status).toBe(413);
});

test('a body without a length is refused with 413', async () => {
  const answer = await stranger.raw('POST', '/signup', {
    body: email,
    headers: { ...form, origin: app.origin, 'transfer-encoding': 'chunked' },
  });
  expect(answer.status).toBe(413);
});

const asset = async () => {
  const { text } = await stranger.get('/signin');
  return /(?:href|src)="(\/assets\/[^"]+)"/.exec(text)?.[1] ?? 'none';
};

test.each<[string, () => Promise<string> | string, number]>([
  ['a page', () => '/signin', 200],
  ['an asset', asset, 200],
  ['an unknown asset', () => '/assets/nothing.js', 404],
  ['an unknown address', () => '/no/such/page', 404],
  ['a redirect', () => '/companies', 303],
  ['the framework’s manifest', () => '/__manifest?p=/', 404],
  ['a refused address', () => '/?_data=root', 400],
  ['the liveness check', () => '/livez', 200],
  ['a file of the public folder', () => '/robots.txt', 200],
  ['an address that is no address', () => '/%E0%A4%A', 400],
])('%s carries the security headers', async (_name, path, status) => {
  const answer = await stranger.get(await path());
  expect(answer.status).toBe(status);
  expectSecured(answer.headers);
});

test('the nonce is fresh for every answer and is the one of the page’s scripts', async () => {
  const pages = [await stranger.get('/signin'), await stranger.get('/signin')];
  const nonces = pages.map(({ headers }) => nonceOf(headers));
  expect(nonces[0]).not.toBe(nonces[1]);
  pages.forEach(({ text }, at) => {
    const scripts = [...text.matchAll(/<script\b([^>]*)>/g)].map(([, head = '']) => head);
    expect(scripts.length).toBeGreaterThan(0);
    for (const head of scripts) expect(head).toMatch(`nonce="${nonces[at]}"`);
    expect(text).not.toMatch(/<[^>]*\s(?:style|on[a-z]+)="/);
  });
});

test('pages are not stored by caches, assets for ever', async () => {
  expect((await stranger.get('/signin')).headers['cache-control']).toBe('no-store');
  expect((await stranger.get(await asset())).headers['cache-control']).toMatch(/immutable/);
});

test('nothing says what the server is made of', async () => {
  const { headers } = await stranger.get('/signin');
  expect(headers['x-powered-by']).toBeUndefined();
  expect(headers['server']).toBeUndefined();
});

function expectSecured(headers: Record<string, string | string[] | undefined>): void {
  expect(headers).toMatchObject({
    'x-content-type-options': 'nosniff',
    'x-frame-options': 'DENY',
    'referrer-policy': 'strict-origin-when-cross-origin',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
  });
  const policy = String(headers['content-security-policy']);
  expect(policy).toMatch(/^default-src 'none'; script-src 'self' 'nonce-[^']{20,}'/);
  expect(policy).not.toMatch(/unsafe-|\*|https?:/);
  expect(policy).toMatch(/frame-ancestors 'none'/);
}

function nonceOf(headers: Record<string, string | string[] | undefined>): string {
  return /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
}

function firstLine(request: string): Promise<string> {
  const { hostname, port } = new URL(app.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.write(request));
    let heard = '';
    socket.on('data', (part: Buffer) => (heard += part.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard.split('\r\n')[0] ?? ''));
  });
}
