import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { profile } from '#app/messages/profile.ts';
import { signIn } from '#app/messages/sign-in.ts';
import { unsent } from '#app/messages/unsent.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import { foundCompany, letIn, password, signUp, type Person } from '../setup/people.ts';
import { axeFindings, keyboardFindings, sidewaysFindings } from './looking.ts';

// A session that ends while somebody fills a form: signed in again in place, and saved.

let app: App;
let browser: Browser;
let sato: Person;
let tanaka: Person;
let org: string;
beforeAll(async () => {
  app = await openApp();
  browser = await openBrowser();
  sato = await signUp(app, '佐藤 美咲');
  tanaka = await signUp(app, '田中 誠');
  org = await foundCompany(sato);
  await letIn(app, org, tanaka);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

/** Sato's profile, filled, whose session has ended when it is sent. */
async function sentTooLate(javaScriptEnabled: boolean, employees: string): Promise<Page> {
  sato.visitor.cookies.clear();
  await sato.visitor.post('/signin', { email: sato.email, password });
  const context = await browser.newContext({ javaScriptEnabled, baseURL: app.origin });
  context.setDefaultTimeout(20_000);
  await signInAs(context, sato.visitor);
  const page = await context.newPage();
  await page.goto(`/o/${org}/profile`);
  await page.locator('[name="employees"]').fill(employees);
  await app.superuser.query(`update auth.session set last_seen_at = now() - interval '31 minutes'`);
  await page.getByRole('button', { name: profile.ja.save, exact: true }).click();
  await page.getByRole('heading', { name: unsent.ja.title }).waitFor();
  return page;
}

/** What is to find on the page as it stands; needs scripts. */
async function looked(page: Page, javaScript: boolean): Promise<string[]> {
  if (!javaScript) return [];
  const found = [...(await axeFindings(page)), ...(await sidewaysFindings(page, 320))];
  return [...found, ...(await keyboardFindings(page))];
}

async function signInOn(page: Page, email: string): Promise<void> {
  await page.locator('#email').fill(email);
  await page.locator('#password').fill(password);
  await page.getByRole('button', { name: signIn.ja.signIn.submit }).click();
}

async function stored(): Promise<string | undefined> {
  const { rows } = await app.superuser.query<{ employees: string }>(
    `select facts ->> 'employees' as employees from junbi.profile_version
      where company_id = $1 order by version desc limit 1`,
    [org],
  );
  return rows[0]?.employees;
}

describe.each([
  ['with JavaScript', true, '515151'],
  ['without JavaScript', false, '525252'],
] as const)('%s', (_name, javaScript, employees) => {
  test('what was typed is shown, and saved when the same person signs in', async () => {
    const page = await sentTooLate(javaScript, employees);
    const complaints = complaintsOf(page);
    expect(await page.locator('main').innerText()).toContain(employees);
    expect(page.url()).not.toContain(employees);
    expect(await stored()).not.toBe(employees);
    expect(await looked(page, javaScript)).toEqual([]);
    await signInOn(page, sato.email);
    await page.waitForURL(`**/o/${org}/profile?saved=1`);
    expect(await page.locator('[name="employees"]').inputValue()).toBe(employees);
    expect(await stored()).toBe(employees);
    expect(complaints).toEqual([]);
    await page.context().close();
  });

  test('nothing is saved when somebody else signs in, and the text stays', async () => {
    const before = await stored();
    const page = await sentTooLate(javaScript, '777777');
    await signInOn(page, tanaka.email);
    await page.getByRole('heading', { name: unsent.ja.otherPerson.title }).waitFor();
    expect(await page.locator('main').innerText()).toContain('777777');
    expect(await page.locator('header').innerText()).toContain(tanaka.name);
    expect(await stored()).toBe(before);
    expect(await looked(page, javaScript)).toEqual([]);
    await page.context().close();
  });
});
