import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { common } from '#app/messages/common.ts';
import { people } from '#app/messages/people.ts';
import { security } from '#app/messages/security.ts';
import { paths } from '#app/paths.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import { foundCompany, signUp, type Person } from '../setup/people.ts';
import { attachAuthenticator, type VirtualAuthenticator } from '../setup/virtual-authenticator.ts';

// A real browser with an authenticator of its own. Passkeys work under a name only, so this app
// is at http://localhost.

const t = security.ja;
let app: App;
let browser: Browser;
let person: Person;
let context: BrowserContext;
let page: Page;
let authenticator: VirtualAuthenticator;
let complaints: string[];
beforeAll(async () => {
  app = await openApp('localhost');
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await app.close();
});
beforeEach(async () => {
  person = await signUp(app);
  context = await browser.newContext({ baseURL: app.origin });
  context.setDefaultTimeout(10_000);
  await signInAs(context, person.visitor);
  page = await context.newPage();
  complaints = complaintsOf(page);
  authenticator = await attachAuthenticator(page);
});
afterEach(() => context.close());

// Pressed before React has taken the page over, the button sends no answer of the authenticator, and the
// server says so: a person presses again, and the test waits.
const takenOver = { waitUntil: 'networkidle' } as const;

async function addPasskey(name = '会社のノートパソコン') {
  await page.goto(paths.newPasskey, takenOver);
  await page.locator('[name="name"]').fill(name);
  await page.getByRole('button', { name: t.passkey.add }).click();
  await page.getByText(t.done['passkey-added'] ?? '').waitFor();
}

async function signOut() {
  await page.goto('/companies');
  await page.getByRole('button', { name: common.ja.signOut }).click();
  await page.waitForURL(`${app.origin}/`);
}

async function askToSignIn() {
  await page.goto('/signin', takenOver);
  await page.getByRole('button', { name: t.passkey.signIn }).click();
}

/** As if the last confirmation were ten minutes old. */
async function letConfirmationAge() {
  await app.superuser.query(
    `update auth.session set confirmed_at = confirmed_at - interval '10 minutes'
      where account_id = (select id from auth.account where email = $1)`,
    [person.email],
  );
}

test('a passkey is made, signs in to the second level without an address, and is taken away', async () => {
  await addPasskey();
  await page.getByText('会社のノートパソコン', { exact: true }).waitFor();
  await signOut();
  await askToSignIn();
  await page.waitForURL('**/companies');
  await page.goto(paths.security);
  await page.getByText(t.settings.level[2]).waitFor();
  expect(await authenticator.signatures()).toBeGreaterThan(1);

  await page.getByRole('button', { name: t.passkeys.removeNamed('会社のノートパソコン') }).click();
  await page.getByText(t.done['passkey-removed'] ?? '').waitFor();
  await signOut();
  await askToSignIn();
  await page.getByText(t.problems['passkey-failed'] ?? '').waitFor();
  expect(complaints).toEqual([]);
});

test('whom the authenticator does not recognise is not let in, and may try again', async () => {
  await addPasskey();
  await signOut();
  await authenticator.recognises(false);
  await askToSignIn();
  await page.getByText(t.passkey.failed).waitFor();
  await page.goto('/companies');
  expect(new URL(page.url()).pathname).toBe('/signin');

  await authenticator.recognises(true);
  await page.getByRole('button', { name: t.passkey.signIn }).click();
  await page.waitForURL('**/companies');
  expect(complaints).toEqual([]);
});

test('a form that was held up for a confirmation is sent after the passkey, once', async () => {
  const org = await foundCompany(person);
  await addPasskey();
  await page.goto(`/o/${org}/team`);
  const invited = 'tanaka@example.jp';
  await page.locator('#invite [name="email"]').fill(invited);
  await page.locator('#invite [name="role"]').selectOption('viewer');
  await letConfirmationAge();
  await page.getByRole('button', { name: people.ja.inviteSubmit }).click();
  const confirm = page.getByRole('button', { name: t.passkey.confirm });
  await confirm.waitFor();
  await page.waitForLoadState(takenOver.waitUntil);
  await confirm.click();
  await page.getByText(people.ja.done.invited).waitFor();
  const { rows } = await app.superuser.query(
    'select count(*)::int as sent from auth.outbox where to_address = $1',
    [invited],
  );
  expect(rows).toEqual([{ sent: 1 }]);
  expect(complaints).toEqual([]);
});
