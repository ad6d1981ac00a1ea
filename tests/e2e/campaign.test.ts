import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { campaignLink } from '#app/messages/campaign-link.ts';
import { openApp, type App } from '../setup/app.ts';
import { openBrowser, signInAs } from '../setup/browser.ts';
import { campaignFields } from '../setup/campaign.ts';
import { foundOrganisation, linkSentTo, reachLevel2, signUp } from '../setup/people.ts';

// A campaign from its form to the opt-out in a browser that runs no script, as programs for mail have it.

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

test('a campaign is written, looked at and sent, and opted out of, without JavaScript', async () => {
  const owner = await signUp(app, '会長');
  await reachLevel2(app, owner);
  const association = await foundOrganisation(owner, 'associations', '見本工業会');
  const context = await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false });
  await signInAs(context, owner.visitor);
  const page = await context.newPage();
  await page.goto(`/a/${association}/campaign`);
  const emails = [`${randomUUID()}@example.jp`, `${randomUUID()}@example.jp`];
  const { permission, ...typed } = { ...campaignFields, addresses: emails.join('\n') };
  for (const [name, value] of Object.entries(typed)) await page.locator(`#${name}`).fill(value);
  await page.locator('#permission').selectOption(permission);
  await page.locator('#write form button').click();
  await page.locator('#preview form button').click();
  await page.locator('.note--ok').waitFor();
  for (const email of emails) {
    const { rows } = await app.superuser.query<{ body: string }>(
      'select body_text as body from auth.outbox where to_address = $1',
      [email],
    );
    expect(rows[0]?.body).toContain(`\n${campaignFields.message}\n`);
  }

  const reader = await browser.newContext({ baseURL: app.origin, javaScriptEnabled: false });
  const opened = await reader.newPage();
  await opened.goto(await linkSentTo(app, emails[0] ?? ''));
  await opened.locator('#ask form button').click();
  expect(await opened.locator('.note--ok').innerText()).toBe(campaignLink.ja.asked);
  await opened.locator('#opt-out form button').click();
  expect(await opened.locator('#opt-out .note--ok').innerText()).toContain(
    campaignLink.ja.optedOut('見本工業会'),
  );
  expect(await opened.locator('#ask').count()).toBe(0);
  for (const one of [context, reader]) await one.close();
  owner.visitor.close();
});
