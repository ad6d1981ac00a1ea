import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from '../setup/app.ts';
import { signUp } from '../setup/people.ts';
import { visitor, type Answer } from '../setup/visitor.ts';
import { addressOf, allRoutes, type Route } from './all-routes.ts';
import { addressed, foreignHeaders } from './edge-headers.ts';
import { confirmNow, furnish, ownForms, parametersFor, type Furnished } from './furnished.ts';
import { isFull, randomOf, seedOf } from './random.ts';

// What stands before the framework: no action runs for a request that no page of ours has sent, and
// every answer has its headers, also those to what is no request at all and to a broken database.

let app: App;
let mine: Furnished;
let routes: Route[];
const seed = seedOf(20_261_125);

beforeAll(async () => {
  app = await openApp();
  mine = await furnish(app, '佐藤 美咲');
  routes = await allRoutes();
});
afterAll(async () => {
  mine.person.visitor.close();
  // A test has made faults on purpose.
  await app.close().catch((error: unknown) => {
    if (!/had faults/.test(String(error))) throw error;
  });
});

/** All that an action could have changed: every row of ours. */
async function everything(): Promise<Record<string, string>> {
  const { rows } = await app.superuser.query<{ name: string }>(
    `select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
      where c.relkind = 'r' and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' order by 1`,
  );
  const parts = rows.map(
    ({ name }) =>
      `select '${name}' as name, md5(coalesce(string_agg(t::text, '|' order by t::text), '')) as hash from ${name} t`,
  );
  const all = await app.superuser.query<{ name: string; hash: string }>(parts.join(' union all '));
  return Object.fromEntries(all.rows.map(({ name, hash }) => [name, hash]));
}

type Target = { address: string; body: string };

/** Each route with a body that its action would take. */
async function targets(): Promise<Target[]> {
  const found: Target[] = [];
  for (const { path, hasAction } of routes) {
    const address = addressOf(path, await parametersFor(app, mine, path));
    await confirmNow(app, mine.person);
    const page = hasAction ? (await mine.person.visitor.get(address)).text : '';
    const form = ownForms(page, address)[0];
    const fields = new URLSearchParams();
    for (const [name, values] of Object.entries(form?.fields ?? {}))
      for (const value of values) fields.append(name, value);
    const button = form?.buttons[0];
    if (button) fields.append(button.name, button.value);
    const query = /\?.*$/.exec(form?.action ?? '')?.[0] ?? '';
    found.push({ address: address + query, body: fields.toString() });
    if (hasAction) found.push({ address: `${address}.data${query}`, body: fields.toString() });
  }
  return found;
}

const form = (body: string) => ({
  'content-type': 'application/x-www-form-urlencoded',
  'content-length': String(Buffer.byteLength(body)),
});

test('no action runs for a request that no page of ours has sent', async () => {
  const all = await targets();
  const before = await everything();
  const { chance } = randomOf(seed);
  const counts = new Map<number, number>();
  const ran: unknown[] = [];
  for (const [name, headers] of foreignHeaders) {
    for (const { address, body } of all) {
      for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) {
        if (!isFull && !chance(0.1)) continue;
        const sent = { ...form(body), ...addressed(headers, app.origin) };
        if ('transfer-encoding' in sent) Reflect.deleteProperty(sent, 'content-length');
        const answer = await mine.person.visitor.raw(method, address, { headers: sent, body });
        counts.set(answer.status, (counts.get(answer.status) ?? 0) + 1);
        if (![400, 403, 405, 413, 415, 421].includes(answer.status))
          ran.push([name, method, address, answer.status]);
        if (!isSecured(answer)) ran.push([name, 'lacks headers']);
      }
    }
  }
  console.log(
    `${foreignHeaders.length} headers, ${all.length} addresses, 4 methods (seed ${seed}): ${JSON.stringify([...counts])}`,
  );
  expect(foreignHeaders.length).toBeGreaterThanOrEqual(40);
  expect(ran).toEqual([]);
  expect(await everything()).toEqual(before);
});

test('with the right headers those very requests are taken, and rows change (the control)', async () => {
  let changed = 0;
  for (const { address, body } of await targets()) {
    if (body === '' || /\.data(?:\?|$)/.test(address)) continue;
    const before = JSON.stringify(await everything());
    const headers = { ...form(body), origin: app.origin };
    const { status } = await mine.person.visitor.raw('POST', address, { headers, body });
    expect([address, [200, 303, 422].includes(status)]).toEqual([address, true]);
    if (JSON.stringify(await everything()) !== before) changed += 1;
  }
  expect(changed).toBeGreaterThanOrEqual(3);
});

test.each([
  '/__manifest',
  '/__manifest?p=/&version=1',
  '/__manifest?p=/o/x&p=/signin',
  '/%5F_manifest?p=/',
  '/__manifest/',
  '/x/../__manifest?p=/',
  `/__manifest?${'p=/a&'.repeat(1_500)}`,
])('the framework’s manifest is not there: %s', async (path) => {
  expect((await mine.person.visitor.get(path.slice(0, 7_000))).status).toBe(404);
});

test('every route carries the headers: page, data, HEAD, signed in and signed out', async () => {
  const nobody = visitor(app.origin);
  for (const { path } of routes) {
    const address = addressOf(path, await parametersFor(app, mine, path));
    for (const person of [mine.person.visitor, nobody])
      for (const [method, end] of [
        ['GET', ''],
        ['GET', '.data'],
        ['HEAD', ''],
      ] as const) {
        const answer = await person.raw(method, address + end);
        expect([method, address + end, isSecured(answer)]).toEqual([method, address + end, true]);
        expect(answer.headers['cache-control']).toBe('no-store');
      }
  }
  nobody.close();
});

test.each([
  ['no request at all', 'nonsense\r\n\r\n', 400],
  ['a header that is none', 'GET / HTTP/1.1\r\nHost: HOST\r\nbad header\r\n\r\n', 400],
  ['too many headers', `GET / HTTP/1.1\r\nHost: HOST\r\nX: ${'x'.repeat(20_000)}\r\n\r\n`, 431],
  [
    'two lengths',
    'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nx',
    400,
  ],
  [
    'a length and chunks',
    'POST / HTTP/1.1\r\nHost: HOST\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
    400,
  ],
  ['no Host', 'GET /signin HTTP/1.1\r\nConnection: close\r\n\r\n', 400],
  [
    'an expectation',
    'GET /signin HTTP/1.1\r\nHost: HOST\r\nExpect: magic\r\nConnection: close\r\n\r\n',
    417,
  ],
  ['a method of nobody', 'BREW / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n', 400],
  ['TRACE', 'TRACE / HTTP/1.1\r\nHost: HOST\r\nConnection: close\r\n\r\n', 405],
])('%s is answered with the headers', async (_name, request, status) => {
  const answer = await spoken(request.replace('HOST', new URL(app.origin).host));
  expect(answer).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
  const headers = Object.fromEntries(
    (answer.split('\r\n\r\n')[0] ?? '')
      .split('\r\n')
      .slice(1)
      .map((line) => [
        line.slice(0, line.indexOf(':')).toLowerCase(),
        line.slice(line.indexOf(':') + 2),
      ]),
  );
  expect(isSecured({ headers })).toBe(true);
});

test('a broken database gives a page with a number: no stack, no SQL, no path, no id of others', async () => {
  const other = await signUp(app, '別人 花子');
  await app.superuser.query('alter table junbi.company rename to company_gone');
  const answers: Answer[] = [];
  try {
    for (const address of [`/o/${mine.org}`, '/companies', `/o/${mine.org}/profile`])
      for (const end of ['', '.data']) answers.push(await mine.person.visitor.get(address + end));
    answers.push(
      await other.visitor.post('/companies/new', { name: '見本', request: mine.evidence }),
    );
  } finally {
    await app.superuser.query('alter table junbi.company_gone rename to company');
    other.visitor.close();
  }
  const broken = answers.filter(({ status }) => status === 500);
  expect(broken.length).toBeGreaterThanOrEqual(6);
  for (const answer of broken) {
    expect(isSecured(answer)).toBe(true);
    expect(answer.text).not.toMatch(
      /\bat .*\.[jt]sx?[:)]|node_modules|\/(?:root|home|var|tmp)\/|company_gone|junbi\.company|\bselect\b.*\bfrom\b|42P01|DatabaseError|relation /i,
    );
    expect(answer.text).not.toContain(mine.evidence);
  }
  expect(broken.some(({ text }) => /[0-9A-F]{8}/.test(text))).toBe(true);
  // They are faults that this test has made: the log has each under its number, without a message.
  const logged = app.server.said.filter((line) => /^error [0-9A-F]{8} /.test(line));
  expect(logged.length).toBeGreaterThanOrEqual(broken.length / 2);
  expect(logged.join('\n')).not.toMatch(/company_gone|relation "|select /);
});

test('an answer without a header is found (the control)', () => {
  expect(isSecured({ headers: {} })).toBe(false);
});

function isSecured({ headers }: Pick<Answer, 'headers'>): boolean {
  const policy = String(headers['content-security-policy']);
  return (
    headers['x-content-type-options'] === 'nosniff' &&
    headers['x-frame-options'] === 'DENY' &&
    headers['referrer-policy'] === 'strict-origin-when-cross-origin' &&
    headers['cross-origin-opener-policy'] === 'same-origin' &&
    headers['cross-origin-resource-policy'] === 'same-origin' &&
    headers['permissions-policy'] !== undefined &&
    /^default-src 'none'; script-src 'self' 'nonce-[^']{22,}'/.test(policy) &&
    !/unsafe-|\*|https?:/.test(policy)
  );
}

function spoken(request: string): Promise<string> {
  const { hostname, port } = new URL(app.origin);
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => socket.end(request));
    let heard = '';
    socket.on('data', (part: Buffer) => (heard += part.toString()));
    socket.on('error', reject);
    socket.on('close', () => resolve(heard));
  });
}
