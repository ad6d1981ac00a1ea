import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answering } from '#app/messages/answering.ts';
import { assessment as assessmentTexts } from '#app/messages/assessment.ts';
import { company } from '#app/messages/company.ts';
import { profile } from '#app/messages/profile.ts';
import { signIn } from '#app/messages/sign-in.ts';
import { questionPath, type Place } from '../setup/answers.ts';
import { withoutRequestMarks } from '../setup/alike.ts';
import { openApp, type App } from '../setup/app.ts';
import { formsOf, formWith, plain } from '../setup/form.ts';
import {
  foundCompany,
  linkSentTo,
  password,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';
import { visitor, type Fields } from '../setup/visitor.ts';

// Bad input anywhere: status 422, a sentence at the field, nothing lost of what was typed, in both languages.

let app: App;
let person: Person;
let place: Place;
let signUpLink: string;
let resetLink: string;

beforeAll(async () => {
  app = await openApp();
  person = await signUp(app);
  const org = await foundCompany(person);
  place = { org, assessment: await startAssessment(person, org) };
  const other = `${randomUUID()}@example.jp`;
  await person.visitor.post('/signup', { email: other });
  signUpLink = await linkSentTo(app, other);
  await person.visitor.post('/password', { email: person.email });
  resetLink = await linkSentTo(app, person.email);
});
afterAll(async () => {
  person.visitor.close();
  await app.close();
});

type Sentences = {
  ja: { problems: Record<string, string> };
  en: { problems: Record<string, string> };
};
type Case = {
  name: string;
  path: () => string;
  /** A field of the form that is meant. */
  has: string;
  typed: Fields;
  /** Field → reason code. */
  expected: Record<string, string>;
  texts: Sentences;
  /** Not shown again. */
  secrets?: string[];
  /** What no control of the page can hold: a choice that is not offered, a field that is not there. */
  impossible?: string[];
};

const org = () => place.org;
const question = 'A-01.level';
const long = 'あ'.repeat(121);

const cases: Case[] = [
  {
    name: 'sign up without an address',
    path: () => '/signup',
    has: 'email',
    typed: { email: '' },
    expected: { email: 'email-form' },
    texts: signIn,
  },
  {
    name: 'sign up with half an address',
    path: () => '/signup',
    has: 'email',
    typed: { email: '田中@' },
    expected: { email: 'email-form' },
    texts: signIn,
  },
  {
    name: 'sign up without a name and with a short password',
    path: () => signUpLink,
    has: 'password',
    typed: { name: '', password: 'kurz' },
    expected: { name: 'name-missing', password: 'password-short' },
    texts: signIn,
    secrets: ['password'],
  },
  {
    name: 'sign up with a password of 14 characters',
    path: () => signUpLink,
    has: 'password',
    typed: { name: '佐藤', password: 'ab cd ef gh ij' },
    expected: { password: 'password-short' },
    texts: signIn,
    secrets: ['password'],
  },
  {
    name: 'sign up with an easy password',
    path: () => signUpLink,
    has: 'password',
    typed: { name: '佐藤', password: 'passwordpassword1' },
    expected: { password: 'password-easy' },
    texts: signIn,
    secrets: ['password'],
  },
  {
    name: 'sign in with nothing',
    path: () => '/signin',
    has: 'password',
    typed: { email: '', password: '' },
    expected: { email: 'email-form', password: 'password-missing' },
    texts: signIn,
    secrets: ['password'],
  },
  {
    name: 'sign in with a wrong password',
    path: () => '/signin',
    has: 'password',
    typed: { email: 'nobody@example.jp', password: 'not the right one' },
    expected: { password: 'wrong-pair' },
    texts: signIn,
    secrets: ['password'],
  },
  {
    name: 'a reset for no address',
    path: () => '/password',
    has: 'email',
    typed: { email: 'nobody' },
    expected: { email: 'email-form' },
    texts: signIn,
  },
  {
    name: 'a new password that is too long',
    path: () => resetLink,
    has: 'password',
    typed: { password: 'あ1い2う3え4お5か6き7く8け9こ'.repeat(7) },
    expected: { password: 'password-long' },
    texts: signIn,
    secrets: ['password'],
  },
  {
    name: 'a company without a name',
    path: () => '/companies/new',
    has: 'name',
    typed: { name: '　' },
    expected: { name: 'name-missing' },
    texts: company,
  },
  {
    name: 'a company with too long a name',
    path: () => '/companies/new',
    has: 'name',
    typed: { name: long },
    expected: { name: 'name-missing' },
    texts: company,
  },
  {
    name: 'a profile with words for numbers',
    path: () => `/o/${org()}/profile`,
    has: 'base',
    typed: { employees: 'たくさん', handlingPlaces: '-1', plannedHandlers: '６人', listed: 'no' },
    expected: {
      employees: 'not-number',
      handlingPlaces: 'not-number',
      plannedHandlers: 'not-number',
    },
    texts: profile,
  },
  {
    name: 'a profile with an unknown choice',
    path: () => `/o/${org()}/profile`,
    has: 'base',
    typed: { industry: 'piracy', employees: '48' },
    expected: { industry: 'not-choice' },
    texts: profile,
    impossible: ['industry'],
  },
  {
    name: 'an assessment without a name',
    path: () => `/o/${org()}/assessments/new`,
    has: 'mode',
    typed: { title: '', mode: 'full', stage: 'holding' },
    expected: { title: 'title-missing' },
    texts: assessmentTexts,
  },
  {
    name: 'an assessment of an unknown mode and stage',
    path: () => `/o/${org()}/assessments/new`,
    has: 'mode',
    typed: { title: '点検', mode: 'huge', stage: 'soon' },
    expected: { mode: 'choose-mode', stage: 'choose-stage' },
    texts: assessmentTexts,
    impossible: ['mode', 'stage'],
  },
  {
    name: 'a scope of an unknown mode',
    path: () => `/o/${org()}/assessments/${place.assessment}/scope`,
    has: 'mode',
    typed: { mode: 'huge', stage: 'holding' },
    expected: { mode: 'choose-mode' },
    texts: assessmentTexts,
    impossible: ['mode'],
  },
  {
    name: 'a question without an answer',
    path: () => questionPath(place, question),
    has: 'level',
    typed: { intent: 'save', note: '棚卸しの途中' },
    expected: { level: 'choose-level' },
    texts: answering,
  },
  {
    name: 'a level of 5',
    path: () => questionPath(place, question),
    has: 'level',
    typed: { intent: 'save', level: '5' },
    expected: { level: 'choose-level' },
    texts: answering,
    impossible: ['level'],
  },
  {
    name: 'not applicable without a reason',
    path: () => questionPath(place, 'C-10.level'),
    has: 'level',
    typed: { intent: 'save', level: 'na', reason: ' ', note: 'メモ' },
    expected: { reason: 'reason-missing' },
    texts: answering,
  },
  {
    name: 'not applicable where it is not allowed',
    path: () => questionPath(place, question),
    has: 'level',
    typed: { intent: 'save', level: 'na', reason: '理由' },
    expected: { level: 'not-allowed' },
    texts: answering,
    impossible: ['level', 'reason'],
  },
  {
    name: 'too long a note',
    path: () => questionPath(place, question),
    has: 'level',
    typed: { intent: 'save', level: '2', note: long },
    expected: { note: 'note-long' },
    texts: answering,
  },
];

describe.each(['ja', 'en'] as const)('in %s', (language) => {
  test.each(cases)('$name: 422, the sentence at the field, nothing lost', async (one) => {
    const { visitor: browser } = person;
    await browser.get(`/language?to=${language}&back=/`);
    const path = one.path();
    const before = formWith((await browser.get(path)).text, one.has);
    const typed = { ...before.fields, ...one.typed };
    const answer = await browser.post(before.action || path, typed);
    expect(answer.status).toBe(422);
    expect(answer.text).toMatch(`<html lang="${language}"`);
    for (const [field, code] of Object.entries(one.expected)) {
      const sentence = one.texts[language].problems[code];
      expect(sentence).toMatch(/\S+[。.]$/);
      expect(sentencesAt(answer.text, field)).toEqual([sentence]);
      expect(plain(answer.text)).not.toMatch(new RegExp(`\\b${code}\\b`));
    }
    const after = formWith(answer.text, one.has);
    const mayChange = ['intent', 'request', ...(one.secrets ?? [])];
    const lost = Object.entries(typed)
      .filter(([name, value]) => String(after.fields[name]) !== String([value].flat()))
      .map(([name]) => name);
    expect(lost.filter((name) => !mayChange.includes(name))).toEqual(one.impossible ?? []);
    // A password that was typed is nowhere on the page; an empty one is everywhere.
    const secret = one.secrets?.includes('password') ? one.typed['password'] : undefined;
    expect(answer.text).not.toContain(secret || 'no password was typed');
  });
});

/** One case of each form. */
const ofEachForm = cases.filter(
  ({ has, texts }, at) =>
    cases.findIndex((other) => other.has === has && other.texts === texts) === at,
);

test.each(ofEachForm)('a field that the form does not have is refused ($name)', async (one) => {
  const { visitor: browser } = person;
  const path = one.path();
  const form = formWith((await browser.get(path)).text, one.has);
  const answer = await browser.post(form.action || path, {
    ...form.fields,
    planted: '1',
    ...valid[path],
  });
  expect(answer.status).toBe(422);
  expect(formsOf(answer.text).length).toBeGreaterThan(0);
});

test.each(ofEachForm)(
  'names of every object, and NUL, are refused as any input ($name)',
  async (one) => {
    const { visitor: browser } = person;
    const path = one.path();
    const form = formWith((await browser.get(path)).text, one.has);
    const whole = { ...form.fields, ...one.typed, ...valid[path] };
    for (const name of ['constructor', '__proto__', 'toString', 'hasOwnProperty']) {
      const planted = Object.fromEntries([...Object.entries(whole), [name, 'x']]);
      const answer = await browser.post(form.action || path, planted);
      expect([name, answer.status]).toEqual([name, 422]);
    }
    const [field = '', text = ''] = Object.entries(one.typed).at(-1) ?? [];
    const answer = await browser.post(form.action || path, {
      ...whole,
      [field]: `${String(text)}\0`,
    });
    expect(answer.status).toBe(422);
    expect(answer.text).not.toContain('\0');
  },
);

test('NUL in a name that is otherwise right is refused with what was typed (and without is saved)', async () => {
  const { visitor: browser } = person;
  await browser.get('/language?to=ja&back=/');
  const form = formWith((await browser.get('/companies/new')).text, 'name');
  const answer = await browser.post('/companies/new', { ...form.fields, name: '零\0工業' });
  expect(answer.status).toBe(422);
  expect(plain(answer.text)).toContain(company.ja.problems['form']);
  // Nothing on the page is the whole form, so no link leads there.
  expect(answer.text).not.toContain('href="#form"');
  const again = formWith(answer.text, 'name');
  expect(again.fields['name']).toEqual(['零工業']);
  expect((await browser.post('/companies/new', again.fields)).status).toBe(303);
});

/** What makes these forms whole, so that the planted field alone is what is refused. */
const valid: Record<string, Fields> = {
  '/signup': { email: 'somebody@example.jp' },
  '/signin': { email: 'somebody@example.jp', password },
  '/companies/new': { name: '会社' },
};

test('the same company, with and without a planted field: the second is founded, the first is not', async () => {
  const { visitor: browser } = person;
  const form = formWith((await browser.get('/companies/new')).text, 'name');
  const fields = { ...form.fields, name: '植え込み工業' };
  expect((await browser.post('/companies/new', { ...fields, owner: 'me' })).status).toBe(422);
  expect((await browser.get('/companies')).text).not.toContain('植え込み工業');
  expect((await browser.post('/companies/new', fields)).status).toBe(303);
  expect((await browser.get('/companies')).text).toContain('植え込み工業');
});

test.each([
  ['a protection marking', 'この件は特定秘密に関わる'],
  ['a My Number', '担当者の番号は 1234-5678-9018 です'],
  ['vetting content about a person', '田中さんは適性評価に落ちた'],
])('a note with %s is refused, kept on the page and stored nowhere', async (_name, note) => {
  const { visitor: browser } = person;
  const path = questionPath(place, question);
  const form = formWith((await browser.get(path)).text, 'level');
  const fields = { ...form.fields, intent: 'save', level: '2' };
  const answer = await browser.post(path, { ...fields, note });
  expect(answer.status).toBe(422);
  expect(formWith(answer.text, 'level').fields['note']).toEqual([note]);
  const { rows } = await app.superuser.query('select 1 from junbi.answer_event where note = $1', [
    note,
  ]);
  expect(rows).toEqual([]);
});

test('sign-up answers alike for an address that has an account and one that has none', async () => {
  const stranger = visitor(app.origin);
  const known = await stranger.post('/signup', { email: person.email });
  const unknown = await stranger.post('/signup', { email: `${randomUUID()}@example.jp` });
  expect(known.status).toBe(unknown.status);
  expect(withoutRequestMarks(known.text)).toBe(withoutRequestMarks(unknown.text));
  stranger.close();
});

test('a sign-up link works once, and says so afterwards', async () => {
  const stranger = visitor(app.origin);
  const email = `${randomUUID()}@example.jp`;
  await stranger.post('/signup', { email });
  const link = await linkSentTo(app, email);
  expect((await stranger.post(link, { name: '佐藤', password })).status).toBe(303);
  const again = await stranger.post(link, { name: '佐藤', password });
  expect(again.status).not.toBe(303);
  expect(plain(again.text)).toContain(signIn.ja.finish.expired);
  stranger.close();
});

/** The sentences that the page shows at one field, whose error text carries `…-error` as its id. */
function sentencesAt(html: string, field: string): string[] {
  const own =
    field === 'level' || field === 'reason' || field === 'note'
      ? `q-[A-L]-\\d\\d(?:-${field})?`
      : field;
  const at = new RegExp(`<p class="field__error" id="${own}-error">([\\s\\S]*?)</p>`, 'g');
  return [...html.matchAll(at)].map(([, text = '']) => plain(text));
}
