import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { loadEdition } from '#assessments/library.ts';
import { factFields, questionPath, saveAll, variedAnswers, type Place } from '../setup/answers.ts';
import type { App } from '../setup/app.ts';
import { formWith } from '../setup/form.ts';
import {
  expectStatus,
  fillProfile,
  foundCompany,
  linkSentTo,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

/** Those who look at the pages, and what they have. */
export type World = {
  /** Nothing but an account. */
  newcomer: Person;
  /** A company with a half of everything: answers of every kind, evidence, a history. */
  member: Person;
  place: Place;
  /** A company without an assessment. */
  bare: string;
  /** A company whose assessment has no answer. */
  fresh: Place;
  signUpLink: string;
  resetLink: string;
};

type Who = 'nobody' | 'newcomer' | 'member';

/** How a state of a page is reached with a browser. */
export type Reach = {
  who: Who;
  path: (world: World) => string;
  status?: number;
  /** What a person does there until the state shows. */
  act?: (page: Page) => Promise<void>;
};

/** A page's three states; a sentence where it has no such state. */
export type States = Record<'empty' | 'full' | 'error', Reach | string>;

const nobody = (path: string, more: Partial<Reach> = {}): Reach => ({
  who: 'nobody',
  path: () => path,
  ...more,
});
const inFull = (page: string, more: Partial<Reach> = {}): Reach => ({
  who: 'member',
  path: ({ place }) => `/o/${place.org}/assessments/${place.assessment}/${page}`,
  ...more,
});
const inFresh = (page: string, more: Partial<Reach> = {}): Reach => ({
  who: 'member',
  path: ({ fresh }) => `/o/${fresh.org}/assessments/${fresh.assessment}/${page}`,
  ...more,
});
const nowhere = (page: string): Reach => ({
  who: 'member',
  path: ({ place }) => `/o/${place.org}/assessments/${randomUUID()}/${page}`,
  status: 404,
});

/** Sends the form of the page as it stands after these changes; waits for the refusal. */
function refused(changes: Record<string, string> = {}) {
  return async (page: Page) => {
    for (const [name, value] of Object.entries(changes)) {
      await page.locator(`main [name="${name}"]`).first().fill(value);
    }
    await page.locator('main form[method="post"] button:not([type="button"])').first().click();
    await page.locator('.error-summary, .field__error').first().waitFor();
  };
}

const noInput = 'The page takes no input and shows the same to everybody.';
const alwaysFull = 'The page has no content that could be missing.';

async function throughTheCheck(page: Page): Promise<void> {
  await page.locator('.check-with-script button').click();
  while (!(await page.locator('#answers').isVisible())) {
    const progress = await page.locator('#check-progress').innerText();
    const choices = page.locator('main form input[type="radio"]');
    await choices.nth(progress.length % 3).check();
    await page.locator('main form button').last().click();
    await page.waitForFunction(
      (before) => document.querySelector('#check-progress')?.textContent !== before,
      progress,
    );
  }
}

/** Every page by the id of its route. */
export const manifest: Record<string, States> = {
  'routes/start': { empty: nobody('/'), full: { who: 'member', path: () => '/' }, error: noInput },
  'routes/check': {
    empty: nobody('/check'),
    full: nobody('/check', { act: throughTheCheck }),
    error: nobody('/check#result', { act: (page) => page.locator('h1').first().waitFor() }),
  },
  'routes/signup': {
    empty: nobody('/signup'),
    full: nobody('/signup', {
      act: async (page) => {
        await page.locator('#email').fill(`${randomUUID()}@example.jp`);
        await page.locator('main form button').click();
        await page.locator('.note--ok').waitFor();
      },
    }),
    error: nobody('/signup', { act: refused({ email: 'x' }) }),
  },
  'routes/signup.$token': {
    empty: nobody('/signup/used-or-never-sent'),
    full: { who: 'nobody', path: ({ signUpLink }) => signUpLink },
    error: {
      who: 'nobody',
      path: ({ signUpLink }) => signUpLink,
      act: refused({ password: 'short' }),
    },
  },
  'routes/signin': {
    empty: nobody('/signin'),
    full: nobody('/signin?back=%2Fcompanies'),
    error: nobody('/signin', { act: refused() }),
  },
  'routes/password': {
    empty: nobody('/password'),
    full: nobody('/password', {
      act: async (page) => {
        await page.locator('#email').fill('nobody@example.jp');
        await page.locator('main form button').click();
        await page.locator('.note--ok').waitFor();
      },
    }),
    error: nobody('/password', { act: refused() }),
  },
  'routes/password.$token': {
    empty: nobody('/password/used-or-never-sent'),
    full: { who: 'nobody', path: ({ resetLink }) => resetLink },
    error: {
      who: 'nobody',
      path: ({ resetLink }) => resetLink,
      act: refused({ password: 'short' }),
    },
  },
  'routes/privacy': {
    empty: nobody('/privacy'),
    full: 'Its text is the operator’s own.',
    error: noInput,
  },
  'routes/terms': {
    empty: nobody('/terms'),
    full: 'Its text is the operator’s own.',
    error: noInput,
  },
  'routes/contact': {
    empty: nobody('/contact'),
    full: 'Its text is the operator’s own.',
    error: noInput,
  },
  'routes/method': { empty: alwaysFull, full: nobody('/method'), error: noInput },
  'routes/glossary': { empty: alwaysFull, full: nobody('/glossary'), error: noInput },
  'routes/dev.outbox': {
    empty: 'The world of this test has sent messages.',
    full: nobody('/dev/outbox'),
    error: noInput,
  },
  'routes/companies': {
    empty: { who: 'newcomer', path: () => '/companies' },
    full: { who: 'member', path: () => '/companies' },
    error: nobody('/companies', { act: (page) => page.locator('#password').waitFor() }),
  },
  'routes/companies.new': {
    empty: { who: 'newcomer', path: () => '/companies/new' },
    full: alwaysFull,
    error: { who: 'newcomer', path: () => '/companies/new', act: refused() },
  },
  'routes/not-found': {
    empty: alwaysFull,
    full: alwaysFull,
    error: nobody('/no/such/page', { status: 404 }),
  },
  'routes/o.$org.home': {
    empty: { who: 'member', path: ({ bare }) => `/o/${bare}` },
    full: { who: 'member', path: ({ place }) => `/o/${place.org}` },
    error: { who: 'member', path: () => `/o/${randomUUID()}`, status: 404 },
  },
  'routes/o.$org.profile': {
    empty: { who: 'member', path: ({ bare }) => `/o/${bare}/profile` },
    full: { who: 'member', path: ({ place }) => `/o/${place.org}/profile` },
    error: {
      who: 'member',
      path: ({ place }) => `/o/${place.org}/profile`,
      act: refused({ employees: 'many', handlingPlaces: '-1' }),
    },
  },
  'routes/o.$org.log': {
    empty: {
      who: 'member',
      path: ({ bare }) => `/o/${bare}/log?since=2000-01-01&until=2000-01-02`,
    },
    full: { who: 'member', path: ({ place }) => `/o/${place.org}/log` },
    error: { who: 'member', path: () => `/o/${randomUUID()}/log`, status: 404 },
  },
  'routes/o.$org.leaving': {
    empty: { who: 'member', path: ({ bare }) => `/o/${bare}/leaving` },
    full: {
      who: 'member',
      path: ({ fresh }) => `/o/${fresh.org}/leaving`,
      act: async (page) => {
        const box = page.locator('#confirm');
        if ((await box.count()) === 0) return;
        await box.check();
        await page.locator('#erase form button').click();
        await page.locator('#erase .note--open').waitFor();
      },
    },
    error: {
      who: 'member',
      path: ({ bare }) => `/o/${bare}/leaving`,
      act: async (page) => {
        await page.locator('#erase form button').click();
        await page.locator('.error-summary, .field__error').first().waitFor();
      },
    },
  },
  'routes/o.$org.assessments.new': {
    empty: { who: 'member', path: ({ bare }) => `/o/${bare}/assessments/new` },
    full: { who: 'member', path: ({ place }) => `/o/${place.org}/assessments/new` },
    error: {
      who: 'member',
      path: ({ bare }) => `/o/${bare}/assessments/new`,
      act: refused({ title: '' }),
    },
  },
  'routes/o.$org.scope': {
    empty: inFresh('scope'),
    full: inFull('scope'),
    error: nowhere('scope'),
  },
  'routes/o.$org.questions': {
    empty: inFresh('questions'),
    full: inFull('questions'),
    error: inFull('questions?q=%E3%81%82%E3%82%8A%E3%81%88%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89'),
  },
  'routes/o.$org.question': {
    empty: inFresh('questions/A-01.level'),
    full: inFull('questions/C-10.level'),
    error: inFresh('questions/A-02.level', { act: refused() }),
  },
  'routes/o.$org.evidence': {
    empty: inFresh('questions/A-02.level/evidence'),
    full: inFull('questions/A-02.level/evidence'),
    error: inFresh('questions/A-02.level/evidence', { act: refused() }),
  },
  'routes/o.$org.section': {
    empty: inFresh('sections/C'),
    full: inFull('sections/C'),
    error: nowhere('sections/C'),
  },
  'routes/o.$org.gaps': {
    empty: inFresh('gaps'),
    full: inFull('gaps?open=A-03'),
    error: inFull('gaps?q=%E3%81%82%E3%82%8A%E3%81%88%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89'),
  },
  'routes/o.$org.actions': {
    empty: inFresh('actions'),
    full: inFull('actions'),
    error: nowhere('actions'),
  },
  'routes/o.$org.report': {
    empty: inFresh('report'),
    full: inFull('report'),
    error: nowhere('report'),
  },
};

/** Routes that answer with a redirect and have no page. */
export const redirects = ['routes/signout', 'routes/language', 'routes/o.$org.export'];

export const edition = loadEdition('2026-11');

/** Makes the world through the forms alone. */
export async function makeWorld(app: App): Promise<World> {
  const newcomer = await signUp(app, '唐沢 空');
  const member = await signUp(app);
  const org = await foundCompany(member);
  await fillProfile(member, org, factFields);
  const place = { org, assessment: await startAssessment(member, org) };
  await saveAll(member, place, variedAnswers(edition, 'standard'));
  await noteEvidence(member, place, 'A-02.level');
  const bare = await foundCompany(member, '空見工業株式会社');
  const second = await foundCompany(member, '白紙製作所');
  const fresh = { org: second, assessment: await startAssessment(member, second) };
  const other = `${randomUUID()}@example.jp`;
  await member.visitor.post('/signup', { email: other });
  const signUpLink = await linkSentTo(app, other);
  await member.visitor.post('/password', { email: newcomer.email });
  const resetLink = await linkSentTo(app, newcomer.email);
  return { newcomer, member, place, bare, fresh, signUpLink, resetLink };
}

async function noteEvidence({ visitor }: Person, place: Place, question: string): Promise<void> {
  const path = `${questionPath(place, question)}/evidence`;
  const form = formWith((await visitor.get(path)).text, 'owner');
  const fields = {
    title: '0',
    dated: '2026-09-01',
    owner: 'general-affairs',
    location: 'file-server',
  };
  expectStatus(await visitor.post(path, { ...form.fields, ...fields }), 303);
}
