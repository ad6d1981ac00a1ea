import { readFile } from 'node:fs/promises';
import ICAL from 'ical.js';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { company } from '#app/messages/company.ts';
import { plan as planTexts } from '#app/messages/plan.ts';
import { scenarios as texts } from '#app/messages/scenarios.ts';
import { support } from '#app/messages/support.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser } from '../setup/browser.ts';
import { sidewaysFindings } from './looking.ts';

// From the gaps of the demo company to a plan that waits for support, by keyboard alone: on a desktop,
// and on a narrow screen without JavaScript.

const { nav } = company.ja;
const SUPPORT = 'サイバーセキュリティ対策促進助成金（東京都）';

let app: App;
let browser: Browser;
beforeAll(async () => {
  app = await openApp('127.0.0.1', { JUNBI_DEMO: '1' });
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Presses Tab until the focus is on what a person looks for. */
async function tabTo(
  page: Page,
  name: string | RegExp,
  role: 'link' | 'button' | 'textbox',
): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: typeof name === 'string' });
  for (let press = 0; press < 400; press += 1) {
    await page.keyboard.press('Tab');
    for (const one of await wanted.all())
      if (await one.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab does not come to the ${role} ${String(name)} of ${page.url()}.`);
}

/** Follows a link or presses a button, and waits for the page that it leads to. */
async function enter(page: Page, name: string | RegExp, role: 'link' | 'button', to: RegExp) {
  await tabTo(page, name, role);
  await page.keyboard.press('Enter');
  await page.waitForURL(to);
  // React takes a page over in a moment; keys within it make it complain (error 345), and the page stays as sent.
  await page.waitForLoadState('networkidle');
}

async function signInByKeyboard(page: Page): Promise<void> {
  await page.goto('/signin', { waitUntil: 'networkidle' });
  await tabTo(page, /メール/, 'textbox');
  await page.keyboard.type('sato@example.jp');
  await page.keyboard.press('Tab');
  await page.keyboard.type('junbi-demo-nagano');
  await page.keyboard.press('Enter');
  await page.waitForURL(/\/companies$|\/o\//);
  await page.waitForLoadState('networkidle');
  if (page.url().endsWith('/companies')) await enter(page, /見本精機/, 'link', /\/o\/[^/]+$/);
}

test.each([
  { width: 1280, javaScriptEnabled: true, name: '早く、補助を待って' },
  { width: 375, javaScriptEnabled: false, name: '補助を待つ、狭い画面' },
])(
  'from gaps to a plan with support by keyboard, $width px',
  async ({ width, javaScriptEnabled, name }) => {
    const context = await browser.newContext({
      javaScriptEnabled,
      locale: 'ja-JP',
      baseURL: app.origin,
      viewport: { width, height: 800 },
    });
    context.setDefaultTimeout(15_000);
    const page = await context.newPage();
    const complaints = complaintsOf(page);
    await signInByKeyboard(page);
    await enter(page, nav.gaps, 'link', /\/gaps$/);
    await enter(page, nav.subsidies, 'link', /\/subsidies$/);
    expect(await page.locator('#waiting').innerText()).toContain(SUPPORT);
    await enter(page, support.ja.waitPlan, 'link', /\/plan\?wait=P\d\d$/);
    expect(await page.getByLabel(SUPPORT).isChecked()).toBe(true);
    await tabTo(page, planTexts.ja.keepName, 'textbox');
    await page.keyboard.type(name);
    await enter(page, planTexts.ja.keepSubmit, 'button', /\/scenarios$/);
    // The names stand in the order of a dictionary: each row has its own button.
    const row = page.getByRole('row').filter({ hasText: name });
    expect(await row.innerText()).toContain(SUPPORT);
    await tabTo(page, name, 'link');
    await enter(page, texts.ja.promote, 'button', /\/plan\/progress$/);

    expect(await page.locator('main').innerText()).toContain(texts.ja.boardWaits(SUPPORT));
    await expectEqualTable(page);
    await expectCalendar(page);
    expect(await sidewaysFindings(page, width)).toEqual([]);
    expect(complaints).toEqual([]);
    await context.close();
  },
);

/** What the drawing says of each action, the table says too. */
async function expectEqualTable(page: Page): Promise<void> {
  const drawn = await page.locator('.gantt ol .code').allInnerTexts();
  const listed = await page.locator('#actions tbody .code').allInnerTexts();
  expect(listed).toEqual(drawn);
  expect(listed.length).toBeGreaterThan(20);
}

/** A parser of others reads the calendar: an entry of whole days for each action that is not done. */
async function expectCalendar(page: Page): Promise<void> {
  await tabTo(page, texts.ja.progress.calendar, 'link');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.keyboard.press('Enter'),
  ]);
  const calendar = new ICAL.Component(ICAL.parse(await readFile(await download.path(), 'utf8')));
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one));
  const listed = await page.locator('#actions tbody .code').allInnerTexts();
  expect(events.map(({ summary }) => summary.slice(0, 4))).toEqual(listed);
  for (const { startDate, endDate } of events) {
    expect(startDate.isDate).toBe(true);
    expect(endDate.compare(startDate)).toBeGreaterThan(0);
  }
}
