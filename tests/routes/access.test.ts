import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { failure } from '#app/messages/failure.ts';
import { questionPath, save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { formWith, plain } from '../setup/form.ts';
import { foundCompany, password, signUp, startAssessment, type Person } from '../setup/people.ts';
import { visitor } from '../setup/visitor.ts';

// Who is who: sessions, pages of another person, and addresses that lead elsewhere (matrix.test.ts asks every route).

let app: App;
let mine: Person;
let stranger: Person;
let place: Place;

beforeAll(async () => {
  app = await openApp();
  mine = await signUp(app);
  stranger = await signUp(app, '田中 誠');
  place = await companyWithAnswer(mine);
});
afterAll(async () => {
  mine.visitor.close();
  stranger.visitor.close();
  await app.close();
});

async function companyWithAnswer(person: Person): Promise<Place> {
  const org = await foundCompany(person);
  const made = { org, assessment: await startAssessment(person, org) };
  await save(person, made, 'A-01.level', { level: '2', note: '内々のメモ' });
  return made;
}

test('a page made for one person does not save under another person’s session', async () => {
  const form = formWith((await mine.visitor.get(questionPath(place, 'A-02.level'))).text, 'base');
  const { rows } = await app.superuser.query<{ id: string }>(
    'select id from auth.account where email = $1',
    [stranger.email],
  );
  const answer = await mine.visitor.post(questionPath(place, 'A-02.level'), {
    ...form.fields,
    person: rows[0]?.id ?? '',
    intent: 'save',
    level: '4',
  });
  expect(answer.status).toBe(422);
});

test('who is signed out is led to the sign-in page, and from there back', async () => {
  const nobody = visitor(app.origin);
  for (const address of [`/o/${place.org}`, `/o/${place.org}/profile`, '/companies']) {
    const answer = await nobody.get(`${address}?x=1`);
    expect([address, answer.status]).toEqual([address, 303]);
    expect(answer.location).toBe(`/signin?back=${encodeURIComponent(`${address}?x=1`)}`);
    expect(answer.text).toBe('');
  }
  const page = formWith((await nobody.get('/signin?back=%2Fcompanies%2Fnew')).text, 'password');
  const fields = { ...page.fields, email: mine.email, password };
  expect((await nobody.post('/signin', fields)).location).toBe('/companies/new');
  nobody.close();
});

test('a stolen cookie ends with the sign-out', async () => {
  const person = await signUp(app);
  const cookie = person.visitor.cookies.get('sid') ?? '';
  const thief = visitor(app.origin);
  thief.cookies.set('sid', cookie);
  expect((await thief.get('/companies')).status).toBe(200);
  expect((await person.visitor.post('/signout', {})).status).toBe(303);
  expect((await thief.get('/companies')).status).toBe(303);
  thief.close();
});

test('the session cookie is for this site alone and out of reach of scripts', async () => {
  const nobody = visitor(app.origin);
  const { headers } = await nobody.post('/signin', { email: mine.email, password });
  expect(String(headers['set-cookie'])).toMatch(/^sid=[^;]{20,};.*HttpOnly.*SameSite=Lax/i);
  nobody.close();
});

describe.each(['ja', 'en'] as const)('an unknown address in %s', (language) => {
  test.each([
    ['a path', '/no/such/page'],
    ['a company that is no id', '/o/x'],
    ['an assessment that is no id', '/o/ORG/assessments/x/gaps'],
    ['a question that does not exist', '/o/ORG/assessments/ASSESSMENT/questions/Z-99.level'],
    ['a domain that does not exist', '/o/ORG/assessments/ASSESSMENT/sections/Z'],
    ['something like a script', '/%3Cscript%3Ealert(1)%3C/script%3E'],
    ['something like SQL', "/o/1'or'1'='1"],
  ])('is a page with status 404: %s', async (_name, path) => {
    const address = path.replace('ORG', place.org).replace('ASSESSMENT', place.assessment);
    await mine.visitor.get(`/language?to=${language}&back=/`);
    const answer = await mine.visitor.get(address);
    expect(answer.status).toBe(404);
    expect(answer.text).toMatch(`<html lang="${language}"`);
    expect(plain(answer.text)).toContain(failure[language].notFound.title);
    expect(answer.text).not.toMatch(/<script>alert|\bat .*\.tsx?:\d+|node_modules/);
  });
});

test.each([
  'https://evil.example/',
  '//evil.example/',
  '/\\evil.example',
  '/%5Cevil.example',
  '/%2Fevil.example',
  '\\\\evil.example',
  'javascript:alert(1)',
  '/\tevil',
  ' //evil.example',
  '/companies\r\nSet-Cookie: a=b',
])('no redirect leads to another site: %j', async (back) => {
  const nobody = visitor(app.origin);
  const led = await nobody.get(`/language?${new URLSearchParams({ to: 'en', back }).toString()}`);
  expect([led.status, led.location]).toEqual([303, '/']);
  const signedIn = await nobody.post('/signin', { email: mine.email, password, back });
  expect([signedIn.status, signedIn.location]).toEqual([303, '/companies']);
  expect(signedIn.headers['a']).toBeUndefined();
  nobody.close();
});

test('a long Japanese search comes back after a change of language', async () => {
  const back = `/o/${place.org}/assessments/${place.assessment}/questions?${new URLSearchParams({ q: '漢'.repeat(100) }).toString()}`;
  const led = await mine.visitor.get(
    `/language?${new URLSearchParams({ to: 'ja', back }).toString()}`,
  );
  expect([led.status, led.location]).toEqual([303, back]);
  expect((await mine.visitor.get(back)).status).toBe(200);
  const tooLong = `/${'a'.repeat(2_000)}`;
  const refused = await mine.visitor.get(`/language?to=ja&back=${tooLong}`);
  expect(refused.location).toBe('/');
});

test('a redirect back to a page of this site works (the control)', async () => {
  const led = await mine.visitor.get('/language?to=ja&back=%2Fglossary%3Fa%3Db%23term');
  expect([led.status, led.location]).toEqual([303, '/glossary?a=b#term']);
});
