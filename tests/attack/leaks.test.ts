import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { withDatabase } from '#db/administrator.ts';
import { runningEmbedded } from '#db/embedded.ts';
import { temporaryPlace } from '../db/temporary-place.ts';
import { questionPath } from '../setup/answers.ts';
import { formWith } from '../setup/form.ts';
import { freePort } from '../setup/free-port.ts';
import { expectStatus, linkSentTo, startAssessment } from '../setup/people.ts';
import { startServerProcess, type ServerProcess } from '../setup/server-process.ts';
import { visitor, type Visitor } from '../setup/visitor.ts';

// What people write and what opens their account is in no log: every such field holds a canary while
// forms are taken, refused and broken; then the bytes of all logs and messages are searched.

const canaries = {
  password: 'canary-password-9f31 correct horse',
  name: '金糸雀の名',
  company: '金糸雀の会社',
  note: '金糸雀の注記',
  query: '金糸雀の検索',
  address: 'canary-path-77c2',
  field: 'canary-field-1b9d',
  wrong: 'canary-wrong-44ae password',
  other: '金糸雀の文書',
};

const place = temporaryPlace();
let server: ServerProcess;
let origin: string;
let superuser: Client;
let person: Visitor;
const secrets: string[] = [];

beforeAll(async () => {
  const port = await freePort();
  origin = `http://127.0.0.1:${port}`;
  server = await startServerProcess({
    PORT: String(port),
    APP_ORIGIN: origin,
    JUNBI_DATA_DIR: place.dataDir,
    JUNBI_KEYS_DIR: place.keysDir,
  });
  const adminUrl = runningEmbedded(place.dataDir, place.keysDir);
  if (!adminUrl) throw new Error('The embedded PostgreSQL does not run.');
  superuser = new Client({ connectionString: withDatabase(adminUrl, 'junbi') });
  await superuser.connect();
  person = visitor(origin);
});
afterAll(async () => {
  person.close();
  await superuser.end();
  await server.stop();
  place.remove();
});

test('a whole visit with its mistakes and a broken database leaves no canary in a log or message', async () => {
  const email = `${randomUUID()}@example.jp`;
  expectStatus(await person.post('/signup', { email }), 200);
  const link = await linkSentTo({ origin, superuser }, email);
  const { name, password } = canaries;
  expectStatus(await person.post(link, { name, password: 'short' }), 422);
  expectStatus(await person.post(link, { name, password }), 303);
  secrets.push(link.split('/').at(-1) ?? '', person.cookies.get('sid') ?? '');
  const nobody = visitor(origin);
  await nobody.post('/signin', { email, password: canaries.wrong });
  await nobody.post('/signin', { email, password: canaries.wrong, extra: canaries.field });
  nobody.close();

  const founding = formWith((await person.get('/companies/new')).text, 'name');
  const made = await person.post('/companies/new', { ...founding.fields, name: canaries.company });
  expectStatus(made, 303);
  const org = /^\/o\/([^/]+)/.exec(made.location ?? '')?.[1] ?? '';
  const assessment = await startAssessment({ email, name, visitor: person }, org);
  const path = questionPath({ org, assessment }, 'A-01.level');
  const question = formWith((await person.get(path)).text, 'base');
  const save = { ...question.fields, intent: 'save', level: '2', note: canaries.note };
  expectStatus(await person.post(path, save), 303);
  expectStatus(await person.post(path, { ...save, extra: canaries.field }), 422);
  await person.post(`${path}/evidence`, { intent: 'add', title: 'other', other: canaries.other });
  await person.get(
    `/o/${org}/assessments/${assessment}/gaps?q=${encodeURIComponent(canaries.query)}`,
  );
  await person.get(`/${canaries.address}?q=${encodeURIComponent(canaries.query)}`);
  await person.get(`/?_data=${canaries.address}`);
  await person.post(path, { ...save, base: '1' }, { origin: 'https://evil.example' });

  // Refused by the database itself, whose message quotes the row.
  await superuser.query(
    `alter table junbi.answer_event add constraint planted check (note not like '金糸雀%') not valid`,
  );
  const fresh = formWith((await person.get(path)).text, 'base');
  const broken = await person.post(path, {
    ...fresh.fields,
    intent: 'save',
    level: '3',
    note: canaries.note,
  });
  expect(broken.status).toBe(500);
  expect(broken.text).not.toContain('planted');
  await superuser.query('alter table junbi.profile_version rename to gone');
  expect((await person.get(`/o/${org}/profile`)).status).toBe(500);
  await superuser.query('alter table junbi.gone rename to profile_version');

  const digest = [...Object.values(canaries), ...secrets];
  expect(digest.every((canary) => canary.length > 4)).toBe(true);
  const messages = await superuser.query<{ text: string }>(
    `select concat(subject, body_text) as text from auth.outbox`,
  );
  const logs = {
    'the server’s output': server.said.join('\n'),
    'PostgreSQL’s log': readFileSync(join(place.dataDir, 'postgres.log'), 'utf8'),
  };
  for (const [log, text] of Object.entries(logs)) {
    expect(text.length).toBeGreaterThan(100);
    expect([log, digest.filter((canary) => text.includes(canary))]).toEqual([log, []]);
    expect(text).not.toContain(email);
  }
  const texts = messages.rows.map(({ text }) => text).join('\n');
  expect(Object.values(canaries).filter((canary) => texts.includes(canary))).toEqual([]);
  // The control: the canaries are in the database, so they did pass through all of it.
  const stored = await superuser.query(
    'select 1 from junbi.answer_event where note = $1 union all select 1 from junbi.company where name = $2',
    [canaries.note, canaries.company],
  );
  expect(stored.rowCount).toBe(2);
  expect(server.said.some((line) => /^error [0-9A-F]{8} /.test(line))).toBe(true);
});
