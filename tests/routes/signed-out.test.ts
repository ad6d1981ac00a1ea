import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { unsent } from '#app/messages/unsent.ts';
import { questionPath, save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { formsOf, formWith, plain } from '../setup/form.ts';
import { freshMark } from '../setup/mark.ts';
import {
  foundCompany,
  joinCompany,
  password,
  reachLevel2,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';
import { visitor, type Answer, type Fields } from '../setup/visitor.ts';

// A session that ends while somebody types: no form loses its text, and it is saved for nobody else.

const t = unsent.ja;
let app: App;
let sato: Person;
let tanaka: Person;
let place: Place;

beforeAll(async () => {
  app = await openApp();
  sato = await signUp(app, '佐藤 美咲');
  tanaka = await signUp(app, '田中 誠');
  const org = await foundCompany(sato);
  place = { org, assessment: await startAssessment(sato, org) };
  await joinCompany(app, { owner: sato, org }, tanaka, { role: 'owner' });
  await save(sato, place, 'A-02.level', { level: '1' });
});
afterAll(async () => {
  sato.visitor.close();
  tanaka.visitor.close();
  await app.close();
});
beforeEach(() => signInAgain(sato));

async function signInAgain(person: Person): Promise<void> {
  person.visitor.cookies.delete('sid');
  await person.visitor.post('/signin', { email: person.email, password });
}

/** 31 minutes without a request. */
async function idle(person: Person): Promise<void> {
  await app.superuser.query(
    `update auth.session set last_seen_at = now() - interval '31 minutes'
      where account_id = (select id from auth.account where email = $1)`,
    [person.email],
  );
}

const rowsOf = async (sql: string) => (await app.superuser.query(sql)).rows.length;

type Case = {
  name: string;
  path: () => string;
  /** A field of the form that is meant. */
  has: string;
  typed: () => Fields;
  /** What of it must stand on the page. */
  shown: string | null;
  /** Rows that are there once it is saved. */
  saved: string;
};

const mark = freshMark();
const cases: Case[] = [
  {
    name: 'an answer with its note',
    path: () => questionPath(place, 'A-03.level'),
    has: 'level',
    typed: () => ({ intent: 'save', level: '3', note: `棚卸しの途中 ${mark} <b>&"` }),
    shown: `棚卸しの途中 ${mark} <b>&"`,
    saved: `select from junbi.answer_event where note = '棚卸しの途中 ${mark} <b>&"'`,
  },
  {
    name: 'an answer that is taken back',
    path: () => questionPath(place, 'A-02.level'),
    has: 'level',
    typed: () => ({ intent: 'clear', level: '1' }),
    shown: null,
    saved: `select from junbi.answer_event where question_id = 'A-02.level' and version = 2`,
  },
  {
    name: 'the facts of the company',
    path: () => `/o/${place.org}/profile`,
    has: 'base',
    typed: () => ({ employees: '4711', dispatchedWorkers: 'yes' }),
    shown: '4711',
    saved: `select from junbi.profile_version where facts ->> 'employees' = '4711'`,
  },
  {
    name: 'a new assessment',
    path: () => `/o/${place.org}/assessments/new`,
    has: 'mode',
    typed: () => ({ title: `来年の点検 ${mark}`, mode: 'full', stage: 'holding' }),
    shown: `来年の点検 ${mark}`,
    saved: `select from junbi.assessment where title = '来年の点検 ${mark}'`,
  },
  {
    name: 'another scope',
    path: () => `/o/${place.org}/assessments/${place.assessment}/scope`,
    has: 'mode',
    typed: () => ({ mode: 'quick', stage: 'holding' }),
    shown: null,
    saved: `select from junbi.assessment where mode = 'quick' and stage = 'holding'`,
  },
  {
    name: 'a reference',
    path: () => `${questionPath(place, 'A-02.level')}/evidence`,
    has: 'sha256',
    typed: () => ({
      title: '0',
      dated: '2026-09-01',
      owner: 'general-affairs',
      location: 'file-server',
    }),
    shown: '2026-09-01',
    saved: `select from junbi.evidence where dated = '2026-09-01'`,
  },
  {
    name: 'a reference that is withdrawn',
    path: () => `${questionPath(place, 'A-02.level')}/evidence`,
    has: 'evidence',
    typed: () => ({}),
    shown: null,
    saved: 'select from junbi.evidence_withdrawal',
  },
  {
    name: 'a new company',
    path: () => '/companies/new',
    has: 'name',
    typed: () => ({ name: `第二工場 ${mark}` }),
    shown: `第二工場 ${mark}`,
    saved: `select from junbi.company where name = '第二工場 ${mark}'`,
  },
  {
    name: 'an invitation',
    path: () => `/o/${place.org}/team`,
    has: 'email',
    typed: () => ({ email: `${mark}@example.jp`, role: 'viewer' }),
    shown: `${mark}@example.jp`,
    saved: `select from ctx.invitation where email = '${mark}@example.jp'`,
  },
  {
    name: 'an invitation of a consultant',
    path: () => `/o/${place.org}/sharing`,
    has: 'email',
    typed: () => ({ email: `c-${mark}@example.jp`, days: '31' }),
    shown: `c-${mark}@example.jp`,
    saved: `select from ctx.invitation where email = 'c-${mark}@example.jp'`,
  },
];

/** Fills a form of Sato's, whose session ends before it is sent. */
async function sentTooLate(one: Case, more: Fields = {}): Promise<Answer> {
  const form = formWith((await sato.visitor.get(one.path())).text, one.has);
  await idle(sato);
  const fields = { ...form.fields, ...one.typed(), ...more };
  return sato.visitor.post(form.action || one.path(), fields);
}

/** Sends the sign-in form of a page. */
function signInOn(page: Answer, as: { email: string; password: string }): Promise<Answer> {
  const form = formWith(page.text, 'password');
  return sato.visitor.post(form.action, { ...form.fields, ...as });
}

describe.each(cases)('$name, sent after the session has ended', (one) => {
  test('is shown, kept through a wrong password, and saved when the same person signs in', async () => {
    const before = await rowsOf(one.saved);
    const page = await sentTooLate(one);
    expect([page.status, page.location]).toEqual([401, undefined]);
    expect(plain(page.text)).toContain(t.title);
    const wrong = await signInOn(page, { email: sato.email, password: 'not the right one' });
    expect(wrong.status).toBe(422);
    for (const { text } of [page, wrong])
      expect(plain(text.replace(/<form[\s\S]*?<\/form>/g, ''))).toContain(one.shown ?? '');
    expect(await rowsOf(one.saved)).toBe(before);
    const done = await signInOn(wrong, { email: sato.email, password });
    expect([done.status, done.location]).toEqual([303, expect.stringMatching(/^\/o\//)]);
    expect(done.location).not.toContain(encodeURIComponent(mark));
    expect(await rowsOf(one.saved)).toBe(before + 1);
    expect((await sato.visitor.get(done.location ?? '')).status).toBe(200);
  });
});

describe.each(cases.filter(({ shown }) => shown !== null))('$name, typed by Sato', (one) => {
  const shown = one.shown ?? '';
  const changed: Fields = one.has === 'base' ? { employees: '4712' } : {};

  test('is not saved when Tanaka signs in, and stays to be copied', async () => {
    const page = await sentTooLate(one, changed);
    const before = await rowsOf(one.saved);
    const other = await signInOn(page, { email: tanaka.email, password });
    expect(other.status).toBe(409);
    expect(plain(other.text)).toContain(t.otherPerson.title);
    expect(plain(other.text)).toContain(Object.values(changed)[0] ?? shown);
    expect(await rowsOf(one.saved)).toBe(before);
    expect(formsOf(other.text).filter(({ action }) => action.startsWith('/o/'))).toEqual([]);
    // Tanaka is signed in all the same, and the page says who that is.
    expect(plain(other.text)).toContain(tanaka.name);
    expect((await sato.visitor.get('/companies')).text).toContain(tanaka.name);
  });

  test('is not saved under Tanaka’s session that began meanwhile, and nothing of it is lost', async () => {
    const form = formWith((await sato.visitor.get(one.path())).text, one.has);
    await sato.visitor.post('/signin', { email: tanaka.email, password });
    const before = await rowsOf(one.saved);
    const fields = { ...form.fields, ...one.typed(), ...changed };
    const answer = await sato.visitor.post(form.action || one.path(), fields);
    expect(answer.status).toBe(422);
    expect(plain(answer.text)).toContain('別の方がサインインしています');
    const kept = Object.values(formWith(answer.text, one.has).fields).flat();
    expect(kept).toContain(Object.values(changed)[0] ?? shown);
    expect(await rowsOf(one.saved)).toBe(before);
  });
});

test('what cannot be saved as it is leads to its own page, with what to correct', async () => {
  const [answer] = cases;
  if (!answer) throw new Error('No case.');
  const note = 'あ'.repeat(121);
  const done = await signInOn(await sentTooLate(answer, { note }), {
    email: sato.email,
    password,
  });
  expect(done.status).toBe(422);
  expect(plain(done.text)).toContain(t.refused.title);
  const again = formWith(done.text, 'note');
  expect(again.action).toBe(questionPath(place, 'A-03.level'));
  const corrected = await sato.visitor.post(again.action, again.fields);
  expect(corrected.status).toBe(422);
  expect(formWith(corrected.text, 'note').fields['note']).toEqual([note]);
});

test('a secret is neither shown nor carried on', async () => {
  const [answer] = cases;
  if (!answer) throw new Error('No case.');
  const secrets = { password: 'hunter2-one', newPassword: 'hunter2-two', code: 'hunter2-three' };
  const page = await sentTooLate(answer, secrets);
  expect(page.status).toBe(401);
  expect(page.text).toContain(mark);
  expect(page.text).not.toContain('hunter2');
});

test('what changes how one signs in is sent once more by its person, not by the sign-in', async () => {
  const path = '/settings/security/password';
  const form = formWith((await sato.visitor.get(path)).text, 'password');
  await idle(sato);
  const page = await sato.visitor.post(path, {
    ...form.fields,
    password: 'another tram 77 lantern',
  });
  expect(page.status).toBe(401);
  expect(plain(page.text)).toContain(t.onceMore.title);
  expect(formWith(page.text, 'password').fields['unsent']).toBeUndefined();
  const led = await signInOn(page, { email: sato.email, password });
  expect([led.status, led.location]).toEqual([303, path]);
  await signInAgain(sato);
  expect((await sato.visitor.get('/companies')).status).toBe(200);
});

test('an export is not made by the sign-in and thrown away', async () => {
  const made = `select from audit.entry where action = 'export.made'`;
  const form = formWith((await sato.visitor.get(`/o/${place.org}/leaving`)).text, 'person');
  await idle(sato);
  const held = await sato.visitor.post(`/o/${place.org}/export`, form.fields);
  const back = encodeURIComponent(`/o/${place.org}/leaving`);
  expect([held.status, held.location]).toEqual([303, `/signin?back=${back}`]);
  await signInAgain(sato);
  expect(await rowsOf(made)).toBe(0);
  expect((await sato.visitor.post(`/o/${place.org}/export`, form.fields)).status).toBe(200);
  expect(await rowsOf(made)).toBe(1);
});

test('a form that the sign-in is too weak for stays to be copied', async () => {
  await reachLevel2(app, sato);
  const path = '/consultancies/new';
  const form = formWith((await sato.visitor.get(path)).text, 'name');
  await idle(sato);
  const page = await sato.visitor.post(path, { ...form.fields, name: `事務所 ${mark}` });
  expect(page.status).toBe(401);
  const done = await signInOn(page, { email: sato.email, password });
  expect(done.status).toBe(422);
  expect(plain(done.text)).toContain(`事務所 ${mark}`);
});

test('a form that is too large to carry is shown and not carried', async () => {
  const [answer] = cases;
  if (!answer) throw new Error('No case.');
  const note = '長'.repeat(25_000);
  const page = await sentTooLate(answer, { note });
  expect(page.status).toBe(401);
  expect(plain(page.text)).toContain(note);
  expect(plain(page.text)).toContain(t.tooLarge);
  expect(formWith(page.text, 'password').fields['unsent']).toBeUndefined();
});

const idOf = async ({ email }: Person) => {
  const sql = 'select id from auth.account where email = $1';
  return (await app.superuser.query<{ id: string }>(sql, [email])).rows[0]?.id ?? '';
};

test.each([
  ['another site', 'https://evil.example/'],
  ['another host', '//evil.example/'],
  ['a script', 'javascript:alert(1)'],
  ['the sign-in itself', '/signin'],
  ['the sign-out', '/signout'],
  ['the settings of the sign-in', '/settings/security'],
  ['the confirmation', '/confirm'],
  ['a recovery', '/recovery/any'],
])('what is carried is never sent to %s', async (_name, to) => {
  const carried = async (to: string) =>
    JSON.stringify({
      to,
      person: await idOf(sato),
      fields: [
        ['id', randomUUID()],
        ['name', '控え'],
      ],
    });
  const nobody = visitor(app.origin);
  const fields = { email: sato.email, password };
  const led = await nobody.post('/signin', { ...fields, unsent: await carried(to) });
  expect([led.status, led.location]).toEqual([303, '/companies']);
  // The control: to an address of this site it is sent.
  const sent = await nobody.post('/signin', { ...fields, unsent: await carried('/companies/new') });
  expect([sent.status, sent.location]).toEqual([303, expect.stringMatching(/^\/o\//)]);
  nobody.close();
});

test('another site cannot have anything sent through the sign-in', async () => {
  const nobody = visitor(app.origin);
  const unsent = JSON.stringify({ to: '/companies/new', person: await idOf(sato), fields: [] });
  const answer = await nobody.post(
    '/signin',
    { email: sato.email, password, unsent },
    { origin: 'https://evil.example' },
  );
  expect(answer.status).toBe(403);
  expect(nobody.cookies.has('sid')).toBe(false);
  nobody.close();
});

test.each(['{', '[]', '{"to":1}', '{"to":"/companies/new"}', 'null'])(
  'what is no form of ours is not carried: %s',
  async (unsent) => {
    const nobody = visitor(app.origin);
    const led = await nobody.post('/signin', { email: sato.email, password, unsent });
    expect([led.status, led.location]).toEqual([303, '/companies']);
    nobody.close();
  },
);
