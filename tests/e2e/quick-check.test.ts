import type { Browser, Page, Request } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { check } from '#app/messages/check.ts';
import type { Answer } from '#assessments/answer.ts';
import { quickCheck, quickQuestions } from '#assessments/quick-check.ts';
import { newestEdition } from '../setup/newest-edition.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser } from '../setup/browser.ts';

// The quick check: answered by keyboard alone, worked out in the page, and no answer leaves it.

const t = check.ja;
const edition = newestEdition;
let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await openApp();
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

const levels = [0, 1, 2, 3, 4] as const;

function answerOf(value: string): Answer {
  const level = levels.find((one) => String(one) === value);
  return level === undefined ? { unknown: true } : { level };
}

async function openCheck(javaScriptEnabled = true) {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: app.origin });
  context.setDefaultTimeout(10_000);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto('/check', { waitUntil: 'networkidle' });
  return { page, complaints };
}

/** Everything that leaves the page from now on. */
function requestsOf(page: Page): string[] {
  const sent: string[] = [];
  page.on('request', (request: Request) => {
    // Some versions of the browser ask for the sign of the site again at each step; it says nothing.
    if (request.url() === `${app.origin}/favicon.svg`) return;
    sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`);
  });
  return sent;
}

/** Answers all steps with the keyboard; what was said, for the engine. */
async function answerByKeyboard(page: Page) {
  const facts: Record<string, boolean> = {};
  const answers: Record<string, Answer> = {};
  await page.locator('.check-with-script button').focus();
  await page.keyboard.press('Enter');
  for (let step = 0; !(await page.locator('#answers').isVisible()); step += 1) {
    const progress = await page.locator('#check-progress').innerText();
    await page.waitForFunction(() => document.activeElement?.closest('legend') !== null);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Space');
    for (let down = 0; down < (step * 3) % 6; down += 1) await page.keyboard.press('ArrowDown');
    const chosen = page.locator('main form input:checked');
    const name = (await chosen.getAttribute('name')) ?? '';
    const value = (await chosen.getAttribute('value')) ?? '';
    if (value === 'yes' || value === 'no') facts[name] = value === 'yes';
    else if (/^[A-L]-\d\d$/.test(name)) {
      answers[`${name}.level`] = answerOf(value);
    }
    await page.keyboard.press('Enter');
    await page.waitForFunction(
      (before) => document.querySelector('#check-progress')?.textContent !== before,
      progress,
    );
  }
  return { facts, answers };
}

test('answered by keyboard, the result is the engine’s, and no answer leaves the page', async () => {
  const { page, complaints } = await openCheck();
  const sent = requestsOf(page);
  const { facts, answers } = await answerByKeyboard(page);
  expect(Object.keys(answers)).toEqual(quickQuestions(edition, facts));

  const found = quickCheck(edition, facts, answers);
  const below = found.below.length + found.waiting.length;
  const all = below + found.toExplain.length + found.open.length + found.met.length;
  expect(await page.locator('.state--display').innerText()).toBe(t.result.states[found.status]);
  const main = await page.locator('main').innerText();
  expect(main).toContain(t.result.counts(all, below, found.open.length, found.met.length));
  for (const { requirement } of found.open) {
    expect(await page.locator('#find-out').innerText()).toContain(requirement.id);
  }
  for (const { id } of found.below) expect(await page.locator('#below').innerText()).toContain(id);

  expect(sent).toEqual([]);
  expect(new URL(page.url()).search).toBe('');
  expect(new URL(page.url()).hash).toBe('#result');
  expect(await storedIn(page)).toEqual({ local: [], session: [], cookies: '', databases: [] });
  expect(complaints).toEqual([]);
});

test('a request that carries an answer would be seen (the control)', async () => {
  const { page } = await openCheck();
  const sent = requestsOf(page);
  await page.evaluate(() => fetch('/livez?answer=3'));
  expect(sent).toHaveLength(1);
});

test('after a reload nothing is left of the answers', async () => {
  const { page } = await openCheck();
  await answerByKeyboard(page);
  page.on('dialog', (dialog) => void dialog.accept());
  await page.reload();
  await page.locator('.check-with-script button').waitFor();
  expect(await page.locator('#answers').count()).toBe(0);
});

test('without JavaScript it is a sheet to print, with its own counting instructions', async () => {
  const { page, complaints } = await openCheck(false);
  expect(await page.locator('.check-with-script').isVisible()).toBe(false);
  expect(await page.getByText(t.withoutScript).isVisible()).toBe(true);
  expect(await page.locator('#paper ol li li, #paper > ol > li').count()).toBeGreaterThanOrEqual(
    25,
  );
  const paper = await page.locator('#paper').innerText();
  for (const sentence of t.sheet.how) expect(paper).toContain(sentence);
  await page.emulateMedia({ media: 'print' });
  expect(await page.locator('#paper').isVisible()).toBe(true);
  expect(await page.locator('.site-header__who').isVisible()).toBe(false);
  expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
  expect(complaints).toEqual([]);
});

/** Scroll positions of the router apart, which say nothing of an answer. */
async function storedIn(page: Page) {
  return page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.entries(sessionStorage)
      .filter(([name, value]) => name !== 'positions' || /[A-L]-\d\d|level|unknown/.test(value))
      .map(([name]) => name),
    cookies: document.cookie,
    databases: await indexedDB.databases(),
  }));
}
