import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answering } from '#app/messages/answering.ts';
import { questionPath, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import { foundCompany, letIn, signUp, startAssessment, type Person } from '../setup/people.ts';

// Two browsers answer the same question: the second sees both answers and nothing is overwritten.

const t = answering.ja;
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

async function pageOf(person: Person, javaScriptEnabled: boolean, question: string) {
  const context = await browser.newContext({ javaScriptEnabled, baseURL: app.origin });
  context.setDefaultTimeout(10_000);
  await signInAs(context, person.visitor);
  const page = await context.newPage();
  await page.goto(questionPath(place, question));
  return page;
}

/** What was saved of a question, oldest first. */
async function stored(question: string): Promise<string[]> {
  const { rows } = await app.superuser.query<{ answer: { level: number }; by: string }>(
    `select answer, actor_name as by from junbi.answer_event
      where assessment_id = $1 and question_id = $2 order by version`,
    [place.assessment, question],
  );
  return rows.map(({ answer, by }) => `${by} ${answer.level}`);
}

async function choose(page: Page, level: number, javaScript: boolean): Promise<void> {
  await page.locator(`[name="level"][value="${level}"]`).check();
  if (!javaScript) await page.getByRole('button', { name: t.save, exact: true }).click();
}

async function keep(page: Page, choice: 'theirs' | 'mine'): Promise<void> {
  await page.locator(`[name="choice"][value="${choice}"]`).check();
  await page.getByRole('button', { name: t.conflict.submit }).click();
  await page.locator('[name="level"]').first().waitFor();
}

describe.each([
  ['with JavaScript', true, ['A-02.level', 'A-03.level']],
  ['without JavaScript', false, ['A-04.level', 'A-05.level']],
] as const)('%s', (_name, javaScript, [first, second]) => {
  /** Sato has answered 2; Tanaka, whose page is older, answers 4 and sees both. */
  async function conflicting(question: string): Promise<Page> {
    const hers = await pageOf(sato, javaScript, question);
    const his = await pageOf(tanaka, javaScript, question);
    const complaints = complaintsOf(his);
    await choose(hers, 2, javaScript);
    await hers.locator('output', { hasText: /^保存しました \d\d:\d\d/ }).waitFor();
    await choose(his, 4, javaScript);
    const alert = his.getByRole('alert').filter({ hasText: '佐藤 美咲' });
    await alert.waitFor();
    expect(await alert.innerText()).toContain(t.conflict.lead);
    const main = await his.locator('main').innerText();
    expect(main).toContain(`2 ${t.levels[2]}`);
    expect(main).toContain(`4 ${t.levels[4]}`);
    expect(await stored(question)).toEqual(['佐藤 美咲 2']);
    expect(complaints).toEqual([]);
    return his;
  }

  test('keeping theirs leaves their answer as the only one', async () => {
    const page = await conflicting(first);
    await keep(page, 'theirs');
    expect(await page.locator('[name="level"]:checked').getAttribute('value')).toBe('2');
    expect(await stored(first)).toEqual(['佐藤 美咲 2']);
  });

  test('using mine follows theirs in the record, and both stand in it', async () => {
    const page = await conflicting(second);
    await keep(page, 'mine');
    expect(await page.locator('[name="level"]:checked').getAttribute('value')).toBe('4');
    expect(await stored(second)).toEqual(['佐藤 美咲 2', '田中 誠 4']);
    const history = await page.locator('main').innerText();
    expect(history).toContain('佐藤 美咲');
    expect(history).toContain('田中 誠');
  });
});

test('a choice that a third save has overtaken is a new conflict, not an overwriting', async () => {
  const question = 'A-07.level';
  const hers = await pageOf(sato, false, question);
  const his = await pageOf(tanaka, false, question);
  await choose(hers, 1, false);
  await choose(his, 4, false);
  await his.getByRole('alert').filter({ hasText: '佐藤 美咲' }).waitFor();
  await choose(hers, 3, false);
  await his.locator('[name="choice"][value="mine"]').check();
  await his.getByRole('button', { name: t.conflict.submit }).click();
  await his.getByText(`3 ${t.levels[3]}`).first().waitFor();
  expect(await stored(question)).toEqual(['佐藤 美咲 1', '佐藤 美咲 3']);
});
