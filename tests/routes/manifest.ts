import { randomUUID } from 'node:crypto';
import type { Page } from 'playwright-core';
import { questionPath, save } from '../setup/answers.ts';
import { campaignFields } from '../setup/campaign.ts';
import { formWith } from '../setup/form.ts';
import { expectStatus, fillProfile } from '../setup/people.ts';
import { noteEvidence, type World } from './looked-world.ts';

type Who =
  | 'nobody'
  | 'newcomer'
  | 'member'
  | 'viewer'
  | 'consultant'
  | 'officer'
  | 'respondent'
  | 'tired'
  | 'declarer';

/** How a state of a page is reached with a browser. */
export type Reach = {
  who: Who;
  path: (world: World) => string;
  status?: number;
  /** What a person does there until the state shows. */
  act?: (page: Page, world: World) => Promise<void>;
};

/** A page's three states; a sentence where it has no such state. `more`: what else can go wrong there. */
export type States = Record<'empty' | 'full' | 'error', Reach | string> & {
  more?: Record<string, Reach>;
};

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
/** One of the assessments of which each stands otherwise. */
function inOwn(
  which: 'earlier' | 'carried' | 'submitted' | 'signed',
  page: string,
  more: Partial<Reach> = {},
): Reach {
  return {
    who: 'member',
    path: ({ [which]: { org, assessment } }) => `/o/${org}/assessments/${assessment}/${page}`,
    ...more,
  };
}
/** Only read: what the page says to one who may not write. */
const toViewer = (page: string): Reach => ({ ...inFull(page), who: 'viewer' });

/** Waits until what was refused is shown: a page is taken over late, and only then puts the focus there. */
async function refusal(page: Page): Promise<void> {
  await page.locator('.error-summary, .field__error').first().waitFor();
  if ((await page.locator('.error-summary li').count()) > 0)
    await page.locator('.error-summary:focus').waitFor();
}

/** Sends the form of the page as it stands after these changes; waits for the refusal. */
function refused(changes: Record<string, string> = {}) {
  return async (page: Page) => {
    for (const [name, value] of Object.entries(changes)) {
      await page.locator(`main [name="${name}"]`).first().fill(value);
    }
    await page.locator('main form[method="post"] button:not([type="button"])').first().click();
    await refusal(page);
  };
}

let turn = 0;

/** A colleague answers the question of this form meanwhile; then the page saves another answer. */
async function overtaken(page: Page, { colleague, place }: World, question: string): Promise<void> {
  await save(colleague, place, question, { level: '2', note: `${(turn += 1)}回目の確認` });
  const form = page.locator(`main form[action="${questionPath(place, question)}"]`);
  await form.locator('[name="level"]:not(:checked)').first().check();
  await page.locator('[name="choice"]').first().waitFor();
}

/** No save arrives; the page's own next try would change what is looked at. */
async function cutOff(page: Page): Promise<void> {
  await page.route(/[?&]by=/, (route) => route.abort('aborted'));
  await page.evaluate(() => {
    const later = window.setTimeout;
    const soon = (run: TimerHandler, ms?: number) => (ms === 2_000 ? 0 : later(run, ms));
    Object.assign(window, { setTimeout: soon });
  });
  await page.locator('[name="level"]:not(:checked)').first().check();
  await page.locator('.saved--waiting').waitFor();
}

/** The session ends; one answer is refused, and another is begun without its reason. */
async function signedOut(page: Page): Promise<void> {
  await page.context().clearCookies({ name: 'sid' });
  await page.locator('[name="level"]').first().check();
  await page.locator('main a[target="_blank"]').waitFor();
  await page.locator('[name="level"][value="na"]').check();
}

async function notApplicable(page: Page): Promise<void> {
  await page.locator('[name="level"][value="na"]').check();
  await refused({ reason: '' })(page);
}

/** The first form of the page is the one for passkeys. */
async function signInRefused(page: Page): Promise<void> {
  await page.locator('main form:has(#email) button').click();
  await refusal(page);
}

/** The same for one of several forms of a page. */
function refusedIn(section: string, changes: Record<string, string>) {
  return async (page: Page) => {
    for (const [name, value] of Object.entries(changes))
      await page.locator(`${section} [name="${name}"]`).first().fill(value);
    await page.locator(`${section} form button`).last().click();
    await refusal(page);
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
    error: 'It takes no text; an answer that is missing keeps its step.',
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
    error: nobody('/signin', { act: signInRefused }),
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
  'routes/confirm': {
    empty: alwaysFull,
    full: { who: 'newcomer', path: () => '/confirm?back=%2Fcompanies' },
    error: { who: 'newcomer', path: () => '/confirm?back=%2Fcompanies', act: refused() },
  },
  'routes/recovery.$token': {
    empty: nobody('/recovery/used-or-never-sent'),
    full: 'It opens 24 hours after the operator has started it; tests/routes/second-step.test.ts goes there.',
    error: 'The same form and sentences as for a new password after a link.',
  },
  'routes/recovery.$token.cancel': {
    empty: nobody('/recovery/used-or-never-sent/cancel'),
    full: 'It needs a recovery that the operator has started; tests/routes/second-step.test.ts goes there.',
    error: noInput,
  },
  'routes/security': {
    empty: { who: 'newcomer', path: () => '/settings/security?needed=%2Fcompanies' },
    full: { who: 'member', path: () => '/settings/security?done=password-changed' },
    error: nobody('/settings/security', { act: (page) => page.locator('#password').waitFor() }),
  },
  'routes/security.passkey': {
    empty: alwaysFull,
    full: { who: 'newcomer', path: () => '/settings/security/passkey' },
    error: 'What the server refuses needs an authenticator: tests/attack/sign-in-commands.ts.',
  },
  'routes/security.one-time-codes': {
    empty: { who: 'newcomer', path: () => '/settings/security/one-time-codes' },
    full: { who: 'member', path: () => '/settings/security/one-time-codes' },
    error: { who: 'member', path: () => '/settings/security/one-time-codes', act: refused() },
  },
  'routes/security.recovery-codes': {
    empty: { who: 'newcomer', path: () => '/settings/security/recovery-codes' },
    full: 'Making codes gives the browser another session, and the world of this test shares one.',
    error: noInput,
  },
  'routes/security.password': {
    empty: alwaysFull,
    full: { who: 'newcomer', path: () => '/settings/security/password' },
    error: {
      who: 'newcomer',
      path: () => '/settings/security/password',
      act: refused({ password: 'short' }),
    },
  },
  'routes/companies': {
    empty: { who: 'newcomer', path: () => '/companies' },
    full: { who: 'member', path: () => '/companies' },
    error: 'Who is signed out is led to the sign-in page, which has its own states.',
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
    more: {
      conflict: {
        who: 'member',
        path: ({ place }) => `/o/${place.org}/profile`,
        act: async (page, { colleague, place }) => {
          await fillProfile(colleague, place.org, { employees: String(50 + (turn += 1)) });
          await page.locator('main form button').first().click();
          await page.locator('.note[role="alert"]').waitFor();
        },
      },
      'read only': { who: 'viewer', path: ({ place }) => `/o/${place.org}/profile` },
    },
  },
  'routes/o.$org.facts': {
    empty: { who: 'member', path: ({ bare }) => `/o/${bare}/facts` },
    full: { who: 'member', path: ({ place }) => `/o/${place.org}/facts` },
    error: {
      who: 'member',
      path: ({ place }) => `/o/${place.org}/facts`,
      act: refused({ salesLastYear: 'much', 'owners-1-share': '101' }),
    },
    more: { 'read only': { who: 'viewer', path: ({ place }) => `/o/${place.org}/facts` } },
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
        await refusal(page);
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
    error: inFull('scope', {
      act: async (page, { colleague: { visitor }, place }) => {
        const path = `/o/${place.org}/assessments/${place.assessment}/scope`;
        const form = formWith((await visitor.get(path)).text, 'mode');
        expectStatus(await visitor.post(path, form.fields), 303);
        await page.locator('main form button').first().click();
        await page.locator('.note[role="alert"]').waitFor();
      },
    }),
    more: { 'read only': toViewer('scope') },
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
    more: {
      conflict: inFull('questions/A-02.level', {
        act: (page, world) => overtaken(page, world, 'A-02.level'),
      }),
      'not applicable without a reason': inFresh('questions/C-10.level', { act: notApplicable }),
      'waiting to be sent': inFull('questions/A-03.level', { act: cutOff }),
      'signed out': inFresh('questions/B-08.level', { act: signedOut }),
      'read only': toViewer('questions/A-02.level'),
    },
  },
  'routes/o.$org.evidence': {
    empty: inFresh('questions/A-02.level/evidence'),
    full: inFull('questions/A-02.level/evidence'),
    error: inFresh('questions/A-02.level/evidence', { act: refused() }),
    more: {
      withdrawn: inFull('questions/A-04.level/evidence', {
        act: async (page, { colleague, place }) => {
          await noteEvidence(colleague, place, 'A-04.level');
          await noteEvidence(colleague, place, 'A-04.level');
          await page.reload();
          await page.locator('[name="intent"][value="withdraw"] ~ button').first().click();
          await page.waitForURL(/#h-evidence$/);
        },
      }),
    },
  },
  'routes/o.$org.section': {
    empty: inFresh('sections/C'),
    full: inFull('sections/C'),
    error: inFull('sections/A', { act: (page, world) => overtaken(page, world, 'A-04.level') }),
    more: { 'read only': toViewer('sections/B') },
  },
  'routes/o.$org.gaps': {
    empty: inFresh('gaps'),
    full: inFull('gaps?open=A-03'),
    error: inFull('gaps?q=%E3%81%82%E3%82%8A%E3%81%88%E3%81%AA%E3%81%84%E8%A8%80%E8%91%89'),
  },
  'routes/o.$org.actions': {
    empty: inFresh('actions'),
    full: inFull('actions'),
    error: noInput,
  },
  'routes/o.$org.plan': {
    empty: inFresh('plan'),
    full: inFull('plan'),
    error: inFull('plan?goal=best-within&budget=much&capacity=0&by=soon', { status: 422 }),
    more: {
      'not possible': inFull('plan?budget=0'),
      'within a budget': inFull('plan?goal=best-within&budget=3,000,000&by=2027-06-30'),
    },
  },
  'routes/o.$org.scenarios': {
    empty: inFresh('scenarios'),
    full: inFull('scenarios'),
    error: inFull('plan', {
      act: async (page) => {
        await page.locator('#keep form button').last().click();
        await refusal(page);
      },
    }),
  },
  'routes/o.$org.plan-progress': {
    empty: inFresh('plan/progress'),
    full: inFull('plan/progress'),
    error: noInput,
  },
  'routes/o.$org.plan-item': {
    empty: 'An item of a plan is never empty.',
    full: inFull('plan/items/M003'),
    error: inFull('plan/items/M003', {
      act: async (page) => {
        await page.locator('[name="state"][value="done"]').check();
        await refused()(page);
      },
    }),
  },
  'routes/o.$org.subsidies': {
    empty: inFresh('subsidies'),
    full: inFull('subsidies'),
    error: noInput,
  },
  'routes/o.$org.report': {
    empty: inFresh('report'),
    full: inFull('report'),
    error: noInput,
  },
  'routes/o.$org.section-tasks': {
    empty: inFresh('owners'),
    full: inFull('owners'),
    error: inFull('owners', {
      act: async (page) => {
        // As if the person had left meanwhile.
        await page
          .locator('main [name="owner"] option')
          .first()
          .evaluate((option) =>
            option.setAttribute('value', '00000000-0000-4000-8000-000000000000'),
          );
        await page.locator('main [name="owner"]').first().selectOption({ index: 0 });
        await page.locator('main form button').first().click();
        await refusal(page);
      },
    }),
    more: { 'for readers': toViewer('owners') },
  },
  'routes/o.$org.comments': {
    empty: inFresh('questions/A-02.level/comments'),
    full: inFull('questions/A-02.level/comments'),
    error: inFull('questions/A-02.level/comments', { act: refusedIn('#say', { body: '' }) }),
    more: { 'for readers': toViewer('questions/A-02.level/comments') },
  },
  'routes/o.$org.next-edition': {
    empty: inFull('next-edition'),
    full: inOwn('earlier', 'next-edition'),
    error: inOwn('earlier', 'next-edition', { act: refused({ title: '' }) }),
    more: { 'a new run': inOwn('submitted', 'next-edition?again=1') },
  },
  'routes/o.$org.confirm-answers': {
    empty: inFull('confirm'),
    full: inOwn('carried', 'confirm'),
    error: inOwn('carried', 'confirm', {
      act: async (page) => {
        await page
          .locator('[name="from"]')
          .first()
          .evaluate((field) => field.setAttribute('value', 'Z-99.level'));
        await refused()(page);
      },
    }),
  },
  'routes/o.$org.sign-off': {
    empty: inFresh('sign-off'),
    full: inOwn('signed', 'sign-off'),
    error: inOwn('submitted', 'sign-off', {
      who: 'declarer',
      act: refusedIn('#return', { reason: '' }),
    }),
    more: {
      'to be signed': inOwn('submitted', 'sign-off', { who: 'declarer' }),
      'a day of review that is past': inOwn('submitted', 'sign-off', {
        act: refusedIn('#review', { due: '2020-01-31' }),
      }),
      'with a day of review, for readers': toViewer('sign-off'),
    },
  },
  'routes/o.$org.changes': {
    empty: inFresh('changes'),
    full: inOwn('signed', 'changes'),
    error: noInput,
    more: { 'of another edition': inOwn('carried', 'changes') },
  },
  'routes/o.$org.team': {
    empty: { who: 'member', path: ({ bare }) => `/o/${bare}/team` },
    full: { who: 'member', path: ({ place }) => `/o/${place.org}/team` },
    error: {
      who: 'member',
      path: ({ place }) => `/o/${place.org}/team`,
      act: refusedIn('#invite', { email: 'x' }),
    },
    more: {
      'confirm first': {
        who: 'tired',
        path: ({ tiredOrg }) => `/o/${tiredOrg}/team`,
        act: async (page) => {
          await page.locator('#invite [name="email"]').fill(`${randomUUID()}@example.jp`);
          await page.locator('#invite form button').last().click();
          await page.locator('.note[role="alert"]').waitFor();
        },
      },
    },
  },
  'routes/o.$org.sharing': {
    empty: { who: 'member', path: ({ bare }) => `/o/${bare}/sharing` },
    full: { who: 'member', path: ({ place }) => `/o/${place.org}/sharing` },
    error: {
      who: 'member',
      path: ({ place }) => `/o/${place.org}/sharing`,
      act: refusedIn('#invite', { email: 'x', days: '999' }),
    },
  },
  'routes/o.$org.contribution': {
    empty: {
      who: 'member',
      path: ({ place, association }) => `/o/${place.org}/associations/${association}`,
    },
    full: {
      who: 'member',
      path: ({ signed, association }) => `/o/${signed.org}/associations/${association}`,
    },
    error: {
      who: 'member',
      path: ({ signed, association }) => `/o/${signed.org}/associations/${association}`,
      act: refusedIn('#offer', { number: '7000012050003' }),
    },
    more: {
      preview: {
        who: 'member',
        path: ({ signed, association }) => `/o/${signed.org}/associations/${association}`,
        act: async (page) => {
          await page.locator('#offer [name="number"]').fill('7000012050002');
          await page.locator('#offer form button').last().click();
          await page.locator('#preview').waitFor();
        },
      },
    },
  },
  'routes/c.$consultancy.clients': {
    empty: { who: 'consultant', path: ({ bareConsultancy }) => `/c/${bareConsultancy}` },
    full: { who: 'consultant', path: ({ consultancy }) => `/c/${consultancy}` },
    error: { who: 'consultant', path: ({ consultancy }) => `/c/${consultancy}?q=zzz` },
  },
  'routes/c.$consultancy.question': {
    empty: { who: 'consultant', path: ({ bareConsultancy }) => `/c/${bareConsultancy}/question` },
    full: { who: 'consultant', path: ({ consultancy }) => `/c/${consultancy}/question` },
    error: {
      who: 'consultant',
      path: ({ consultancy }) => `/c/${consultancy}/question?question=Z-99.level`,
      status: 404,
    },
  },
  'routes/c.$consultancy.team': {
    empty: alwaysFull,
    full: { who: 'consultant', path: ({ consultancy }) => `/c/${consultancy}/team` },
    error: {
      who: 'consultant',
      path: ({ consultancy }) => `/c/${consultancy}/team`,
      act: refusedIn('#invite', { email: 'x' }),
    },
  },
  'routes/a.$association.members': {
    empty: { who: 'officer', path: ({ bareAssociation }) => `/a/${bareAssociation}` },
    full: { who: 'officer', path: ({ association }) => `/a/${association}` },
    error: {
      who: 'officer',
      path: ({ association }) => `/a/${association}`,
      act: refusedIn('#invite-company', { email: 'x' }),
    },
  },
  'routes/a.$association.figures': {
    empty: { who: 'officer', path: ({ bareAssociation }) => `/a/${bareAssociation}/figures` },
    full: { who: 'officer', path: ({ association }) => `/a/${association}/figures` },
    error: { who: 'officer', path: () => `/a/${randomUUID()}/figures`, status: 404 },
    more: {
      pairs: {
        who: 'officer',
        path: ({ association }) => `/a/${association}/figures?pairs=all`,
      },
    },
  },
  'routes/a.$association.publications': {
    empty: { who: 'officer', path: ({ bareAssociation }) => `/a/${bareAssociation}/publications` },
    full: { who: 'officer', path: ({ association }) => `/a/${association}/publications` },
    error: {
      who: 'officer',
      path: ({ bareAssociation }) => `/a/${bareAssociation}/publications`,
      act: async (page) => {
        await page
          .locator('main [name="period"]')
          .evaluate((field) => field.setAttribute('value', '2099-Q4')); // a page that was left open
        await page.locator('main form[method="post"] button').first().click();
        await refusal(page);
      },
    },
  },
  'routes/a.$association.campaign': {
    empty: { who: 'officer', path: ({ bareAssociation }) => `/a/${bareAssociation}/campaign` },
    full: { who: 'officer', path: ({ association }) => `/a/${association}/campaign?done=sent` },
    error: {
      who: 'officer',
      path: ({ bareAssociation }) => `/a/${bareAssociation}/campaign`,
      act: refusedIn('#write', { addresses: 'kaiin@example.jp\n\nx', since: '2099-01-31' }),
    },
    more: {
      preview: {
        who: 'officer',
        path: ({ bareAssociation }) => `/a/${bareAssociation}/campaign`,
        act: async (page) => {
          const { permission, ...typed } = campaignFields;
          for (const [name, value] of Object.entries(typed))
            await page.locator(`#${name}`).fill(value);
          await page.locator('#permission').selectOption(permission);
          await page.locator('#write form button').last().click();
          await page.locator('#preview').waitFor();
        },
      },
    },
  },
  'routes/campaigns.$token': {
    empty: nobody('/campaigns/used-or-never-sent', { status: 404 }),
    full: { who: 'nobody', path: ({ campaignLink }) => campaignLink },
    error: noInput,
    more: {
      'opted out': {
        who: 'nobody',
        path: ({ campaignLink }) => campaignLink,
        act: async (page) => {
          // Another look came before: then it is said already.
          if ((await page.locator('#ask').count()) > 0)
            await page.locator('#opt-out form button').click();
          await page.locator('#opt-out .note--ok').waitFor();
        },
      },
    },
  },
  'routes/consultancies.new': {
    empty: { who: 'consultant', path: () => '/consultancies/new' },
    full: alwaysFull,
    error: { who: 'consultant', path: () => '/consultancies/new', act: refused() },
  },
  'routes/associations.new': {
    empty: { who: 'officer', path: () => '/associations/new' },
    full: alwaysFull,
    error: { who: 'officer', path: () => '/associations/new', act: refused() },
  },
  'routes/invitations.$token': {
    empty: nobody('/invitations/used-or-never-sent'),
    full: { who: 'newcomer', path: ({ newcomersLink }) => newcomersLink },
    error: {
      who: 'nobody',
      path: ({ invitedLink }) => invitedLink,
      act: refused({ password: 'short' }),
    },
  },
};

/** Pages that show only a part, or say why they show nothing, to who was let in for a part. */
export const partly: readonly { route: string; reach: Reach }[] = [
  { route: 'home as respondent', reach: inPart('respondent', '') },
  { route: 'team as consultant', reach: inPart('consultant', '/team') },
  { route: 'profile as consultant', reach: inPart('consultant', '/profile') },
  { route: 'home as consultant', reach: inPart('consultant', '') },
];

function inPart(who: Who, page: string): Reach {
  return { who, path: ({ place }) => `/o/${place.org}${page}` };
}

/** Routes that answer with a redirect and have no page. */
export const redirects = [
  'routes/signout',
  'routes/language',
  'routes/passkey-options',
  'routes/o.$org.export',
  'routes/a.$association.figures-file',
  'routes/o.$org.plan-calendar',
  'routes/o.$org.signed-result',
];
