import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answering } from '#app/messages/answering.ts';
import { questionPath, save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import { foundCompany, letIn, signUp, startAssessment, type Person } from '../setup/people.ts';

// The page saves by itself: what it shows agrees with what is stored, and nothing that is typed is lost.

const t = answering.ja;
/** Only the full mode asks it. */
const NOT_ASKED = 'A-05.level';
let app: App;
let browser: Browser;
let sato: Person;
let tanaka: Person;
let place: Place;
beforeAll(async () => {
  app = await openApp();
  browser = await openBrowser();
  sato = await signUp(app, '佐藤 美咲');
  tanaka = await signUp(app, '田中 誠');
  const org = await foundCompany(sato);
  place = { org, assessment: await startAssessment(sato, org) };
  await letIn(app, org, tanaka);
});
afterAll(async () => {
  await browser.close();
  await app.close();
});

async function open(path: string) {
  const context = await browser.newContext({ baseURL: app.origin });
  context.setDefaultTimeout(10_000);
  await signInAs(context, sato.visitor);
  const page = await context.newPage();
  const complaints = complaintsOf(page);
  await page.goto(path, { waitUntil: 'networkidle' });
  return { page, context, complaints };
}

const choice = (page: Page, value: string) => page.locator(`[name="level"][value="${value}"]`);
const saved = (page: Page) =>
  page.locator('output', { hasText: /^保存しました \d\d:\d\d/ }).waitFor();

async function stored(question: string): Promise<unknown[]> {
  const { rows } = await app.superuser.query<{ answer: unknown }>(
    `select answer from junbi.answer_event
      where assessment_id = $1 and question_id = $2 order by version`,
    [place.assessment, question],
  );
  return rows.map(({ answer }) => answer);
}

/** What stands round a form: progress, counts of the list, domains, history, the next unanswered. */
async function around(page: Page) {
  const textsOf = (selector: string) =>
    page.locator(selector).evaluateAll((all) => all.map((one) => one.textContent));
  return {
    progress: await textsOf('.answer-progress'),
    rail: await textsOf('.rail a'),
    history: await textsOf('.answer-aside li'),
    links: await textsOf('nav a[href*="/questions/"]'),
  };
}

/** Holds the saves of the page until they are let go. */
async function holdSaves(page: Page): Promise<() => void> {
  let letGo: (() => void) | undefined;
  const held = new Promise<void>((resolve) => (letGo = resolve));
  await page.route(/[?&]by=/, async (route) => {
    await held;
    await route.continue();
  });
  return () => letGo?.();
}

describe('after the page has saved', () => {
  test.each([
    ['a question', 'A-01.level', 'questions/A-01.level', `${t.unknownWord} → 3`],
    ['a section', 'B-01.level', 'sections/B', ''],
  ])('all that stands round %s is what a reload shows', async (_name, question, path, history) => {
    const { page, context, complaints } = await open(
      `/o/${place.org}/assessments/${place.assessment}/${path}`,
    );
    const before = await around(page);
    const first = (value: string) => page.locator(`[name="level"][value="${value}"]`).first();
    await first('unknown').check();
    await saved(page);
    await first('3').check();
    await expect.poll(() => stored(question)).toEqual([{ unknown: true }, { level: 3 }]);
    await expect
      .poll(async () => (await around(page)).rail.join())
      .not.toContain(`${t.filters.unknown}1`);
    const after = await around(page);
    expect(after.progress).not.toEqual(before.progress);
    expect(after.rail).not.toEqual(before.rail);
    await page.reload({ waitUntil: 'networkidle' });
    expect(await around(page)).toEqual(after);
    expect(after.history.join()).toContain(history);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test('a question that the scope does not ask leaves the progress as it is', async () => {
    const { page, context } = await open(questionPath(place, NOT_ASKED));
    await page.getByText(t.notAsked).waitFor();
    const before = await around(page);
    await choice(page, '2').check();
    await saved(page);
    expect(await stored(NOT_ASKED)).toEqual([{ level: 2 }]);
    expect((await around(page)).progress).toEqual(before.progress);
    await context.close();
  });

  test('a connection that goes leaves the page, its counts and what is typed as they are', async () => {
    const question = 'A-03.level';
    const { page, context } = await open(questionPath(place, question));
    await choice(page, '2').check();
    await saved(page);
    const before = await around(page);
    await context.setOffline(true);
    await page.locator('summary', { hasText: t.noteSummary }).click();
    await page.locator('[name="note"]').fill('通信が切れているあいだに書いた');
    await page.getByText(t.waiting).waitFor();
    expect(await around(page)).toEqual(before);
    expect(await page.locator('[name="note"]').inputValue()).toBe('通信が切れているあいだに書いた');
    await context.setOffline(false);
    await saved(page);
    expect((await around(page)).history.join()).toContain('通信が切れているあいだに書いた');
    await context.close();
  });
});

test('該当しない is saved by the page once its reason is written, and not before', async () => {
  const question = 'C-10.level';
  const { page, context, complaints } = await open(questionPath(place, question));
  await choice(page, 'na').check();
  await page.getByText(t.reasonFirst).waitFor();
  expect(await stored(question)).toEqual([]);
  await page.locator('[name="reason"]').fill('国外の拠点がないため');
  await saved(page);
  expect(await stored(question)).toEqual([{ notApplicable: '国外の拠点がないため' }]);
  await page.reload();
  expect(await choice(page, 'na').isChecked()).toBe(true);
  expect(await page.locator('[name="reason"]').inputValue()).toBe('国外の拠点がないため');
  expect(complaints).toEqual([]);
  await context.close();
});

test('“save and next” pressed while the page is still saving leads on, and saves once', async () => {
  const question = 'A-08.level';
  const { page, context, complaints } = await open(questionPath(place, question));
  const letGo = await holdSaves(page);
  await choice(page, '3').check();
  await page.getByRole('button', { name: t.saveNext }).click();
  expect(page.url()).toContain(question);
  letGo();
  await page.waitForURL(/saved=A-08\.level/);
  expect(page.url()).not.toContain(`/questions/${question}`);
  await page.getByText(/A-08を保存しました/).waitFor();
  expect(await stored(question)).toEqual([{ level: 3 }]);
  expect(complaints).toEqual([]);
  await context.close();
});

test('a conflict shows as mine what was chosen while the save was under way', async () => {
  const question = 'A-07.level';
  const { page, context } = await open(questionPath(place, question));
  const letGo = await holdSaves(page);
  await choice(page, '2').check();
  await save(tanaka, place, question, { level: '1' });
  await choice(page, '4').check();
  letGo();
  await page.getByRole('alert').filter({ hasText: '田中 誠' }).waitFor();
  const main = await page.locator('main').innerText();
  expect(main).toContain(`1 ${t.levels[1]}`);
  expect(main).toContain(`4 ${t.levels[4]}`);
  expect(main).not.toContain(`2 ${t.levels[2]}`);
  await page.locator('[name="choice"][value="mine"]').check();
  await page.getByRole('button', { name: t.conflict.submit }).click();
  await page.waitForURL(/saved=/);
  expect(await stored(question)).toEqual([{ level: 1 }, { level: 4 }]);
  await context.close();
});

test('a note without an answer is not left without a warning; an untouched page is', async () => {
  const { page, context } = await open(questionPath(place, 'B-06.level'));
  const asked: string[] = [];
  page.on('dialog', (dialog) => {
    asked.push(dialog.type());
    void dialog.dismiss();
  });
  await page.locator('summary', { hasText: t.noteSummary }).click();
  await page.locator('[name="note"]').fill('まだ答えを選んでいない');
  await page.locator('.rail a').last().click();
  await expect.poll(() => asked).toEqual(['beforeunload']);
  expect(await page.locator('[name="note"]').inputValue()).toBe('まだ答えを選んでいない');
  await choice(page, '1').check();
  await saved(page);
  await page.locator('.rail a').last().click();
  await page.waitForURL(/sections\//);
  expect(asked).toHaveLength(1);
  await context.close();
});

test('after the session has ended, 該当しない without its reason does not hide the way back in', async () => {
  const { page, context } = await open(questionPath(place, 'B-08.level'));
  const wayIn = page.getByRole('link', { name: t.signInAgain });
  await context.clearCookies({ name: 'sid' });
  await choice(page, '2').check();
  await wayIn.waitFor();
  await choice(page, 'na').check();
  await page.locator('[name="reason"]').waitFor();
  expect(await wayIn.isVisible()).toBe(true);
  await context.close();
});
