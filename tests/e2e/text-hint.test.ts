import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freeText } from '#app/messages/free-text.ts';
import { paths } from '#app/paths.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import { foundCompany, signUp, type Person } from '../setup/people.ts';

// The guard says while one writes what the server would say; nothing has been sent by then.

let app: App;
let browser: Browser;
let person: Person;
let org: string;
beforeAll(async () => {
  app = await openApp();
  browser = await openBrowser();
  person = await signUp(app);
  org = await foundCompany(person);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

test('a text that will not be kept is named while it is written, and no longer once it is mended', async () => {
  const context = await browser.newContext({ baseURL: app.origin });
  context.setDefaultTimeout(20_000);
  await signInAs(context, person.visitor);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  const fetched: string[] = [];
  const posts: string[] = [];
  page.on('request', (request) => {
    if (request.method() === 'POST') posts.push(request.url());
    if (request.url().endsWith('.js')) fetched.push(request.url());
  });
  await page.goto(paths.newAssessment(org));
  await page.waitForLoadState('networkidle');
  const withPage = fetched.length;

  const field = page.locator('#title');
  await field.fill('鈴木さんは前科');
  const hint = page.locator('#title-hint');
  await hint.waitFor();
  expect(await hint.textContent()).toContain(freeText.ja.reasons['vetting-content'].because);
  expect(fetched.length).toBeGreaterThan(withPage);

  await field.fill('規程の見直し');
  await hint.waitFor({ state: 'detached' });
  expect(posts).toEqual([]);
  expect(complaints).toEqual([]);
  await context.close();
});
