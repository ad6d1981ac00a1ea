import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { unsent } from '#app/messages/unsent.ts';
import { openApp, type App } from '../setup/app.ts';
import { formWith, plain } from '../setup/form.ts';
import {
  foundCompany,
  foundOrganisation,
  inviteFrom,
  joinCompany,
  password,
  reachLevel2,
  signUp,
  type Person,
} from '../setup/people.ts';
import type { Answer, Fields } from '../setup/visitor.ts';

// A form that asks for a confirmation no older than five minutes: nothing is done before it, nothing typed
// is lost, and it is sent for its own person alone.

const t = unsent.ja;
let app: App;
let sato: Person;
let tanaka: Person;
let org: string;

beforeAll(async () => {
  app = await openApp();
  sato = await signUp(app, '佐藤 美咲');
  tanaka = await signUp(app, '田中 誠');
  org = await foundCompany(sato);
  await joinCompany(app, { owner: sato, org }, tanaka, { role: 'preparer' });
});
afterAll(async () => {
  sato.visitor.close();
  tanaka.visitor.close();
  await app.close();
});
beforeEach(async () => {
  await app.superuser.query('delete from auth.attempt');
  await app.superuser.query(`update auth.session set confirmed_at = now() - interval '6 minutes'`);
});

const count = async (table: string) =>
  Number((await app.superuser.query<{ n: string }>(`select count(*) n from ${table}`)).rows[0]?.n);

/** How often the company's log says that somebody was asked to confirm (AUTH-7). */
const asked = () => count(`audit.entry where action = 'session.confirmation-asked'`);

type Case = { name: string; page: () => string; has: string; typed: () => Fields; table: string };
const cases: Case[] = [
  {
    name: 'an invitation to the company',
    page: () => `/o/${org}/team`,
    has: 'email',
    typed: () => ({ email: `${randomUUID()}@example.jp`, role: 'viewer' }),
    table: 'ctx.invitation',
  },
  {
    name: 'an invitation to a consultant',
    page: () => `/o/${org}/sharing`,
    has: 'days',
    typed: () => ({
      email: `${randomUUID()}@example.jp`,
      scope: 'read',
      questionnaires: ['facility'],
      days: '30',
    }),
    table: 'ctx.invitation',
  },
];

async function sendStale({ page, has, typed }: Case) {
  const form = formWith((await sato.visitor.get(page())).text, has);
  const typedNow = typed();
  const answer = await sato.visitor.post(page(), { ...form.fields, ...typedNow });
  return { answer, email: String(typedNow['email']) };
}

const confirmForm = (answer: Answer) => formWith(answer.text, 'password');

test.each(cases)('$name waits for the confirmation and is sent with it', async (one) => {
  const [before, askedBefore] = [await count(one.table), await asked()];
  const { answer, email } = await sendStale(one);
  expect(answer.status).toBe(403);
  expect(await asked()).toBe(askedBefore + 1);
  expect(plain(answer.text)).toContain(t.confirm.lead);
  expect(plain(answer.text)).toContain(email);
  expect(await count(one.table)).toBe(before);

  const { fields, action } = confirmForm(answer);
  const wrong = await sato.visitor.post(action, { ...fields, password: 'not this one' });
  expect(wrong.status).toBe(422);
  expect(plain(wrong.text)).toContain(email);
  expect(await count(one.table)).toBe(before);

  const again = confirmForm(wrong);
  const sent = await sato.visitor.post(action, { ...again.fields, password });
  expect([sent.status, sent.location]).toEqual([303, `${one.page()}?done=invited`]);
  expect(await count(one.table)).toBe(before + 1);
  expect(await asked()).toBe(askedBefore + 1);
});

test('with a fresh confirmation the same form is sent at once (the control)', async () => {
  await app.superuser.query('update auth.session set confirmed_at = now()');
  const askedBefore = await asked();
  for (const one of cases) expect((await sendStale(one)).answer.status).toBe(303);
  expect(await asked()).toBe(askedBefore);
});

test('what is carried is not sent for another person who confirms', async () => {
  const [one] = cases;
  if (!one) throw new Error('There is no case.');
  const before = await count(one.table);
  const { answer } = await sendStale(one);
  const { fields, action } = confirmForm(answer);
  const own = formWith((await tanaka.visitor.get('/confirm')).text, 'password').fields;
  const sent = await tanaka.visitor.post(action, { ...fields, ...own, password });
  expect(sent.status).toBe(409);
  expect(plain(sent.text)).toContain(t.otherPerson.title);
  expect(await count(one.table)).toBe(before);
});

test('what cannot be sent is refused before anybody is asked to confirm', async () => {
  const form = formWith((await sato.visitor.get(`/o/${org}/team`)).text, 'email');
  const refused = await sato.visitor.post(`/o/${org}/team`, { ...form.fields, email: 'x' });
  expect(refused.status).toBe(422);
});

test('an offer of a consultancy is taken after the confirmation', async () => {
  const hara = await signUp(app, '原 さくら');
  await reachLevel2(app, hara);
  await app.superuser.query('update auth.session set confirmed_at = now()');
  const consultancy = await foundOrganisation(hara, 'consultancies', 'みちのり経営事務所');
  const offer = { intent: 'offer', email: sato.email };
  const link = await inviteFrom(app, hara, `/c/${consultancy}?index`, offer);
  hara.visitor.close();
  await app.superuser.query(`update auth.session set confirmed_at = now() - interval '6 minutes'`);
  const form = formWith((await sato.visitor.get(link)).text, 'days');
  const held = await sato.visitor.post(link, { ...form.fields, target: org });
  expect([held.status, await count('ctx.engagement')]).toEqual([403, 0]);
  const { fields, action } = confirmForm(held);
  const taken = await sato.visitor.post(action, { ...fields, password });
  expect([taken.status, taken.location]).toEqual([303, `/o/${org}/sharing`]);
  expect(await count('ctx.engagement')).toBe(1);
});
