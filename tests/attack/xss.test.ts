import { randomUUID } from 'node:crypto';
import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { makeWorld, type World } from '../routes/looked-world.ts';
import { manifest, type Reach } from '../routes/manifest.ts';
import { openApp, type App } from '../setup/app.ts';
import { openBrowser, signInAs } from '../setup/browser.ts';
import { visitor } from '../setup/visitor.ts';
import { isFull, randomOf, seedOf } from './random.ts';
import { corpus } from './xss-corpus.ts';

// Every text that a person can write holds a payload, past every check of a form; a browser then opens
// every page in each of its states and writes payloads into each field and query. Nothing runs, nothing
// asks another site, and the policy has nothing to refuse.

const seed = seedOf(20_261_125);
let app: App;
let world: World;
let browser: Awaited<ReturnType<typeof openBrowser>>;

beforeAll(async () => {
  app = await openApp();
  world = await makeWorld(app);
  await plant();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  world.member.visitor.close();
  world.newcomer.visitor.close();
  await app.close();
});

let used = 0;
const next = (length: number): string => {
  for (let tries = 0; tries < corpus.length; tries += 1) {
    const payload = corpus[used++ % corpus.length] ?? '';
    if (payload.length <= length) return payload;
  }
  throw new Error(`No payload fits ${length} characters.`);
};

/** Payloads in every free text, as if every check of a form had failed. */
async function plant(): Promise<void> {
  const { org, assessment } = world.place;
  const { superuser } = app;
  await superuser.query('update auth.account set name = $1 where email = $2', [
    next(80),
    world.member.email,
  ]);
  for (const company of [org, world.bare, world.fresh.org])
    await superuser.query(
      'update junbi.company set name = $1, created_by_name = $2 where company_id = $3',
      [next(120), next(80), company],
    );
  await superuser.query(
    'update junbi.assessment set title = $1, created_by_name = $2 where company_id = $3',
    [next(120), next(80), org],
  );
  await superuser.query('update junbi.profile_version set actor_name = $1 where company_id = $2', [
    next(80),
    org,
  ]);
  for (const [table, column, length] of organisationTexts)
    await superuser.query(`update ${table} set ${column} = $1`, [next(length)]);
  const { rows } = await superuser.query<{ question: string; level: string | null }>(
    `select question_id as question, answer ->> 'level' as level from junbi.answer_event where assessment_id = $1`,
    [assessment],
  );
  // Answers never change: only without its triggers does the database let even a superuser do this.
  await superuser.query('set session_replication_role = replica');
  for (const { question } of rows)
    await superuser.query(
      'update junbi.answer_event set note = $1, actor_name = $2 where assessment_id = $3 and question_id = $4',
      [next(400), next(80), assessment, question],
    );
  await superuser.query(
    `update junbi.answer_event set answer = jsonb_build_object('notApplicable', $1::text)
      where assessment_id = $2 and answer ? 'notApplicable'`,
    [next(200), assessment],
  );
  await superuser.query('reset session_replication_role');
  while (used < corpus.length)
    await superuser.query(
      `insert into junbi.evidence (company_id, evidence_id, assessment_id, question_id, questionnaire, title,
                                   version_label, owner_role, location, actor, actor_name)
       select company_id, $1, assessment_id, question_id, questionnaire, $2, $3, owner_role, location, actor, $4
         from junbi.evidence where assessment_id = $5 and title not like '%<%' limit 1`,
      [randomUUID(), next(120), next(40), next(80), assessment],
    );
}

/** Free texts around an organisation, with their lengths. */
const organisationTexts = [
  ['junbi.consultancy', 'name', 120],
  ['junbi.association', 'name', 120],
  ['junbi.client_summary', 'client_name', 120],
  ['junbi.comment', 'body', 400],
  ['junbi.comment', 'actor_name', 80],
  ['junbi.section_task', 'owner_name', 80],
  ['junbi.section_task', 'actor_name', 80],
  ['junbi.review_date', 'actor_name', 80],
  ['ctx.engagement', 'granted_by_name', 80],
  ['ctx.engagement', 'revoked_by_name', 80],
  ['ctx.association_company', 'joined_by_name', 80],
  ['ctx.invitation', 'invited_by_name', 80],
  ['ctx.campaign', 'message', 1000],
  ['ctx.campaign', 'sender_name', 80],
  ['ctx.campaign', 'sender_address', 200],
  ['ctx.campaign', 'started_by_name', 80],
  ['auth.session', 'user_agent_family', 40],
] as const;

type Watch = { page: Page; findings: string[]; nonces: string[] };

async function watched(context: BrowserContext): Promise<Watch> {
  const page = await context.newPage();
  const findings: string[] = [];
  const nonces: string[] = [];
  page.on('dialog', (dialog) => {
    findings.push(`dialog ${dialog.message()} at ${page.url()}`);
    dialog.dismiss().catch(() => {});
  });
  page.on('console', (message) => {
    if (/Content Security Policy|Refused to/i.test(message.text()))
      findings.push(`policy: ${message.text().slice(0, 200)} at ${page.url()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(app.origin) && !/^(?:data|about|blob):/.test(url))
      findings.push(`request to ${url}`);
  });
  page.on('response', (response) => {
    if (response.status() >= 500) findings.push(`${response.status()} at ${response.url()}`);
    const policy = response.headers()['content-security-policy'] ?? '';
    if (/unsafe-(?:inline|eval)/.test(policy)) findings.push(`unsafe policy at ${response.url()}`);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    // A file that the browser keeps is answered from there, with the header it came with.
    if (nonce && !response.url().includes('/assets/')) nonces.push(nonce);
  });
  await page.route(
    ({ hostname }) => hostname === 'evil.example',
    (route) => route.abort(),
  );
  return { page, findings, nonces };
}

const ranIn = (page: Page) => page.evaluate(() => Reflect.get(window, 'junbiXss') as unknown);

async function contextFor(who: Reach['who']): Promise<BrowserContext> {
  const context = await browser.newContext();
  if (who !== 'nobody') await signInAs(context, world[who].visitor);
  return context;
}

const reaches = Object.entries(manifest).flatMap(([id, { more, ...states }]) =>
  Object.entries({ ...states, ...more }).flatMap(([state, reach]) =>
    typeof reach === 'string' ? [] : [{ name: `${id} ${state}`, isMain: state === 'full', reach }],
  ),
);

test('a page that forgets that a payload is text is found (the control)', async () => {
  const context = await browser.newContext();
  const { page, findings } = await watched(context);
  await page.goto(`${app.origin}/glossary`);
  await page.evaluate((html) => {
    const main = document.querySelector('main');
    if (main) main.innerHTML = html;
  }, corpus.slice(0, 60).join('\n'));
  await page.waitForTimeout(300);
  expect(findings.some((one) => one.startsWith('policy'))).toBe(true);
  await page.setContent(`<p>x</p>${corpus.slice(9, 60).join('\n')}`);
  await context.close();
});

test('the crawl of every page in every state: no dialog, no violation, no foreign request', async () => {
  const { chance } = randomOf(seed);
  const findings: string[] = [];
  const nonces: string[] = [];
  let pages = 0;
  for (const who of new Set(reaches.map(({ reach }) => reach.who))) {
    for (const { name, isMain, reach } of reaches.filter((one) => one.reach.who === who)) {
      if (!isFull && (reach.act || !isMain) && !chance(0.2)) continue;
      // Some states sign their person out.
      const context = await contextFor(who);
      const watch = await watched(context);
      await watch.page.goto(app.origin + reach.path(world), { waitUntil: 'load' });
      if (reach.act) {
        const act = reach.act(watch.page, world);
        await act.catch((error: unknown) => {
          throw new Error(`${name} was not reached.`, { cause: error });
        });
      }
      pages += 1;
      if ((await ranIn(watch.page)) !== undefined) findings.push(`a script ran: ${name}`);
      await watch.page.close();
      findings.push(...watch.findings);
      nonces.push(...watch.nonces);
      await context.close();
    }
  }
  console.log(
    `XSS: ${corpus.length} payloads stored, ${pages} pages opened, ${nonces.length} nonces, ${findings.length} findings.`,
  );
  expect(corpus.length).toBeGreaterThanOrEqual(500);
  expect(used).toBeGreaterThanOrEqual(corpus.length);
  expect(findings).toEqual([]);
  expect(new Set(nonces).size).toBe(nonces.length);
});

test('payloads written into fields, queries and addresses come back as text', async () => {
  const context = await contextFor('member');
  const { page, findings } = await watched(context);
  const { org, assessment } = world.place;
  const forms = [
    '/companies/new',
    `/o/${org}/profile`,
    `/o/${org}/assessments/new`,
    `/o/${org}/assessments/${assessment}/scope`,
    `/o/${org}/assessments/${assessment}/questions/A-02.level`,
    `/o/${org}/assessments/${assessment}/questions/A-02.level/evidence`,
    '/signup',
    '/password',
  ];
  let written = 0;
  for (const path of forms) {
    for (let round = 0; round < (isFull ? 20 : 1); round += 1) {
      await page.goto(app.origin + path);
      const loaded = page.waitForEvent('load');
      const filled = await page.evaluate(
        (payloads) => {
          const form = document.querySelector<HTMLFormElement>('main form[method="post"]');
          const fields = [...(form?.elements ?? [])].filter(
            (element) =>
              element instanceof HTMLTextAreaElement ||
              (element instanceof HTMLInputElement &&
                ['text', 'email', 'number', 'search', 'date'].includes(element.type)),
          );
          fields.forEach((field, at) => {
            if (field instanceof HTMLInputElement) field.type = 'text';
            if ('value' in field) field.value = payloads[at % payloads.length];
            field.removeAttribute('maxlength');
          });
          form?.setAttribute('novalidate', '');
          if (form) HTMLFormElement.prototype.submit.call(form);
          return fields.length;
        },
        corpus.slice((written * 7) % 400, ((written * 7) % 400) + 60),
      );
      await loaded;
      written += filled;
      if ((await ranIn(page)) !== undefined) findings.push(`a script ran at ${path}`);
    }
  }
  const { pick } = randomOf(seed);
  const addresses = [
    `/o/${org}/assessments/${assessment}/gaps?q=`,
    `/o/${org}/assessments/${assessment}/gaps?open=`,
    `/o/${org}/assessments/${assessment}/questions?q=`,
    `/o/${org}/assessments/${assessment}/questions/`,
    `/o/${org}/assessments/${assessment}/sections/`,
    '/glossary?q=',
    '/signin?back=',
    '/signup/',
    '/o/',
    '/',
  ];
  for (const address of addresses) {
    for (let round = 0; round < (isFull ? 30 : 1); round += 1) {
      await page.goto(app.origin + address + encodeURIComponent(pick(corpus).slice(0, 400)));
      written += 1;
      if ((await ranIn(page)) !== undefined) findings.push(`a script ran at ${address}`);
    }
  }
  console.log(`XSS: ${written} payloads written (seed ${seed}), ${findings.length} findings.`);
  expect(findings).toEqual([]);
  await context.close();
});

test('the nonce of an answer has 128 bits and is never used again', async () => {
  const count = isFull ? 100_000 : 5_000;
  const nobody = visitor(app.origin);
  const seen = new Set<string>();
  for (let nth = 0; nth < count; nth += 1) {
    const { headers } = await nobody.get('/livez');
    const nonce = /'nonce-([^']+)'/.exec(String(headers['content-security-policy']))?.[1] ?? '';
    if (Buffer.from(nonce, 'base64').length < 16) throw new Error(`A short nonce: ${nonce}`);
    seen.add(nonce);
  }
  nobody.close();
  expect(seen.size).toBe(count);
});
