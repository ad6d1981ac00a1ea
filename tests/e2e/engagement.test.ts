import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { banner } from '#app/messages/banner.ts';
import { failure } from '#app/messages/failure.ts';
import { invitation } from '#app/messages/invitation.ts';
import { people } from '#app/messages/people.ts';
import { sharing } from '#app/messages/sharing.ts';
import { questionPath, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import {
  foundCompany,
  foundOrganisation,
  joinCompany,
  linkSentTo,
  reachLevel2,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

// Three browsers: a company's owner invites a consultant, who answers within the scope and is refused
// outside of it; the owner ends it, and the consultant's next click is refused kindly. The third person,
// who prepares the self-check in the company, sees what the consultant did and keeps everything.

let app: App;
let browser: Browser;
let owner: Person;
let preparer: Person;
let consultant: Person;
let place: Place;
beforeAll(async () => {
  app = await openApp();
  browser = await openBrowser();
  owner = await signUp(app, '佐藤 美咲');
  preparer = await signUp(app, '田中 誠');
  consultant = await signUp(app, '原 さくら');
  await reachLevel2(app, consultant);
  await foundOrganisation(consultant, 'consultancies', 'みちのり経営事務所');
  const org = await foundCompany(owner);
  place = { org, assessment: await startAssessment(owner, org) };
  await joinCompany(app, { owner, org }, preparer, { role: 'preparer' });
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function browserOf(person: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.origin });
  context.setDefaultTimeout(10_000);
  await signInAs(context, person.visitor);
  return context.newPage();
}

test('an engagement from the invitation to its end, in three browsers', async () => {
  const hers = await browserOf(owner);
  const his = await browserOf(preparer);
  const outside = await browserOf(consultant);
  const complaints = [hers, his, outside].map(complaintsOf);

  // The owner invites, for one questionnaire.
  await hers.goto(`/o/${place.org}/sharing`);
  await hers.getByText(sharing.ja.none).waitFor();
  const form = hers.locator('#invite form');
  await form.locator('[name="email"]').fill(consultant.email);
  await form.locator('[name="scope"][value="answer"]').check();
  for (const other of ['governance', 'personnel', 'separation'])
    await form.locator(`[name="questionnaires"][value="${other}"]`).uncheck();
  await form.getByRole('button', { name: people.ja.inviteSubmit }).click();
  await hers.getByText(people.ja.done.invited).waitFor();

  // The consultant takes it, and finds the client in the portfolio.
  await outside.goto(await linkSentTo(app, consultant.email));
  await outside.getByText('施設・設備').waitFor();
  await outside.getByRole('button', { name: invitation.ja.accept }).click();
  await outside.getByRole('link', { name: '見本精機株式会社' }).click();
  const inside = banner.ja.inside('みちのり経営事務所', '見本精機株式会社');
  await outside.getByText(inside).waitFor();
  await outside.locator('.role-banner--inside').waitFor();

  // Within the scope it is saved, under the consultant's name.
  await outside.goto(questionPath(place, 'C-01.level'));
  await outside.locator('[name="level"][value="2"]').check();
  await outside.locator('output', { hasText: /^保存しました \d\d:\d\d/ }).waitFor();

  // Outside of it there is no such page, and a form sent past the page saves nothing.
  const refused = await outside.goto(questionPath(place, 'A-02.level'));
  expect(refused?.status()).toBe(404);
  await outside.getByRole('heading', { name: failure.ja.notFound.title }).waitFor();
  await outside.goto(`/o/${place.org}/sharing`);
  expect(await outside.locator('main').innerText()).not.toContain(owner.email);
  const list = await outside.goto(`/o/${place.org}/assessments/${place.assessment}/questions`);
  expect(list?.status()).toBe(200);
  expect(await outside.locator('main .ledger').innerText()).not.toMatch(/[ABDEGHIJKL]-\d\d/);

  // The preparer sees who answered; the owner sees exactly what is seen, and ends it.
  await his.goto(questionPath(place, 'C-01.level'));
  expect(await his.locator('main').innerText()).toContain('原 さくら');
  await hers.reload();
  const entry = hers.locator('#consultants article');
  expect(await entry.innerText()).toContain('原 さくら');
  expect(await entry.innerText()).toContain('施設・設備');
  await entry.getByRole('button', { name: sharing.ja.endFor('みちのり経営事務所') }).click();
  await hers.getByText(people.ja.done.ended).waitFor();
  await hers.getByText(sharing.ja.none).waitFor();

  // The consultant's next click.
  const next = await outside.goto(`/o/${place.org}`);
  expect(next?.status()).toBe(404);
  const said = await outside.locator('main').innerText();
  expect(said).toContain(failure.ja.notFound.lead);
  await outside.goto('/companies');
  await outside.getByRole('link', { name: 'みちのり経営事務所' }).click();
  expect(await outside.locator('main').innerText()).not.toContain('見本精機株式会社');

  // The company still has everything.
  await his.goto(questionPath(place, 'C-01.level'));
  expect(await his.locator('[name="level"]:checked').getAttribute('value')).toBe('2');
  expect(await his.locator('main').innerText()).toContain('原 さくら');
  await his.locator('[name="level"][value="3"]').check();
  await his.locator('output', { hasText: /^保存しました \d\d:\d\d/ }).waitFor();
  expect(complaints.flat()).toEqual([]);
});
