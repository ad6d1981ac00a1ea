import { promotePlan } from '../setup/promoted-plan.ts';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { factFields, questionPath, save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { checkout } from '../setup/checkout.ts';
import { carryOn, dateBack, submit } from '../setup/carried.ts';
import { setReview } from '../setup/review.ts';
import { formWith } from '../setup/form.ts';
import {
  expectStatus,
  fillProfile,
  foundCompany,
  linkSentTo,
  password,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';
import { accessActions, accountActions, type Recorded } from './recorded.ts';

// AUD-2 over HTTP: every action of every route, and what each of them writes into access logs. A route
// whose action has no line here fails the first test.

let app: App;
let owner: Person;
let hara: Person;
let person: Person;
let place: Place;
/** An assessment that is carried. */
let old: Place;
beforeAll(async () => {
  app = await openApp();
  owner = await signUp(app);
  const org = await foundCompany(owner);
  place = { org, assessment: await startAssessment(owner, org) };
  [hara, person] = [await signUp(app, '原'), await signUp(app, '小林')];
  await foundCompany(person);
});
afterAll(async () => {
  for (const { visitor } of [owner, hara, person]) visitor.close();
  await app.close();
});

const post = async (path: string, fields: Record<string, string>, status = 303) =>
  expectStatus(await owner.visitor.post(path, fields), status);

/** The form of a page with these changes, sent. */
async function sendForm(page: string, field: string, changes: Record<string, string>, to = page) {
  const { fields } = formWith((await owner.visitor.get(page)).text, field);
  return owner.visitor.post(to, { ...fields, ...changes });
}

const inside = (page: string) => `/o/${place.org}/assessments/${place.assessment}/${page}`;
const question = () => questionPath(place, 'A-02.level');
const evidence = {
  title: '0',
  dated: '2026-09-01',
  owner: 'general-affairs',
  location: 'file-server',
};

/** By route: what is sent, and the entries that it writes, all companies together. In this order. */
const actions: Record<string, Recorded> = {
  'routes/signup': {
    send: () => post('/signup', { email: `${randomUUID()}@example.jp` }, 200),
    entries: [],
  },
  'routes/signup.$token': { send: () => signUp(app, '別の人'), entries: [] },
  'routes/companies.new': { send: () => foundCompany(owner), entries: ['company.founded'] },
  'routes/o.$org.profile': {
    send: () => fillProfile(owner, place.org, factFields),
    entries: ['profile.saved'],
  },
  'routes/o.$org.facts': {
    send: async () => {
      const form = formWith((await owner.visitor.get(`/o/${place.org}/facts`)).text, 'base');
      const sent = { ...form.fields, salesLastYear: '100' };
      expectStatus(await owner.visitor.post(`/o/${place.org}/facts`, sent), 303);
    },
    entries: ['support-facts.saved'],
  },
  'routes/o.$org.assessments.new': {
    send: () => startAssessment(owner, place.org),
    entries: ['assessment.started'],
  },
  'routes/o.$org.scope': {
    send: () => sendForm(inside('scope'), 'mode', { mode: 'full' }),
    entries: ['assessment.scope-changed'],
  },
  'routes/o.$org.question': {
    send: () => save(owner, place, 'A-02.level', { level: '2' }),
    entries: ['answer.saved'],
  },
  'routes/o.$org.section': {
    send: () =>
      sendForm(
        question(),
        'base',
        { intent: 'save', level: '3' },
        `${inside('sections/A')}?question=A-02.level`,
      ),
    entries: ['answer.saved'],
  },
  'routes/o.$org.evidence': {
    send: () => sendForm(`${question()}/evidence`, 'owner', evidence),
    entries: ['evidence.noted'],
  },
  'routes/o.$org.scenarios': {
    send: async () => {
      const page = await owner.visitor.get(inside('plan'));
      const { fields } = formWith(page.text, 'intent');
      return post(inside('scenarios'), { ...fields, name: '早く整える' });
    },
    entries: ['scenario.added'],
  },
  'routes/o.$org.plan-item': {
    send: async () => {
      await promotePlan(owner, place);
      return sendForm(inside('plan/items/M005'), 'base', { state: 'doing' });
    },
    entries: ['plan-item.saved', 'plan.promoted', 'scenario.added'],
  },
  'routes/o.$org.section-tasks': {
    send: () => sendForm(inside('owners'), 'section', { due: '2027-01-31' }),
    entries: ['section.assigned'],
  },
  'routes/o.$org.comments': {
    send: async () => {
      await sendForm(`${question()}/comments`, 'body', { body: '版を確かめてください' });
      return sendForm(`${question()}/comments`, 'id', {});
    },
    entries: ['comment.added', 'comment.settled'],
  },
  'routes/o.$org.next-edition': {
    send: async () => {
      old = { org: place.org, assessment: await startAssessment(owner, place.org) };
      await save(owner, old, 'D-03.level', { level: '3' });
      await dateBack(app, old);
      old = await carryOn(owner, old);
    },
    entries: ['answer.saved', 'assessment.carried', 'assessment.started'],
  },
  'routes/o.$org.confirm-answers': {
    send: async () => {
      const page = `/o/${old.org}/assessments/${old.assessment}/confirm`;
      return sendForm(page, 'question', {});
    },
    entries: ['answer.saved'],
  },
  'routes/o.$org.sign-off': {
    send: async () => {
      await submit(owner, old);
      await setReview(owner, old, 20);
    },
    entries: ['assessment.submitted', 'review.set'],
  },
  ...accessActions(() => ({ app, owner, org: place.org, hara })),
  ...accountActions(() => ({ app, person })),
  'routes/o.$org.export': {
    send: () => post(`/o/${place.org}/export`, {}, 200),
    entries: ['export.made'],
  },
  'routes/o.$org.leaving': {
    send: () => post(`/o/${place.org}/leaving`, { intent: 'ask', confirm: 'yes' }),
    entries: ['erasure.asked'],
  },
  // The owner has two companies by now; each is told.
  'routes/signout': {
    send: () => post('/signout', {}),
    entries: ['session.ended', 'session.ended'],
  },
  'routes/signin': {
    send: () => post('/signin', { email: owner.email, password }),
    entries: ['sign-in.succeeded', 'sign-in.succeeded'],
  },
  'routes/password': { send: () => post('/password', { email: owner.email }, 200), entries: [] },
  'routes/password.$token': {
    send: async () => {
      const link = await linkSentTo(app, owner.email);
      return post(link, { password: 'another horse, another battery' });
    },
    entries: [
      'password.changed',
      'password.changed',
      'session.ended',
      'session.ended',
      'sign-in.succeeded',
      'sign-in.succeeded',
    ],
  },
};

type BuiltRoute = { id: string; module: { action?: unknown } };

async function withAction(): Promise<string[]> {
  const file = pathToFileURL(join(checkout, 'build/server/index.js')).href;
  const build: { routes: Record<string, BuiltRoute> } = await import(/* @vite-ignore */ file);
  return Object.values(build.routes)
    .filter(({ module }) => module.action !== undefined)
    .map(({ id }) => id);
}

test('every action of a route stands in the list', async () => {
  expect(Object.keys(actions).toSorted()).toEqual((await withAction()).toSorted());
});

const logged = async () =>
  (
    await app.superuser.query<{ key: string; action: string }>(
      `select company_id || ' ' || seq as key, action from audit.entry`,
    )
  ).rows;

test.each(Object.entries(actions))('%s writes its entries, and no other', async (_, one) => {
  const before = new Set((await logged()).map(({ key }) => key));
  await one.send();
  const fresh = (await logged()).filter(({ key }) => !before.has(key));
  expect(fresh.map(({ action }) => action).toSorted()).toEqual(one.entries);
});
