import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { main } from '#assessments/cli.ts';
import { answering } from '#app/messages/answering.ts';
import { changes } from '#app/messages/changes.ts';
import { signOff } from '#app/messages/sign-off.ts';
import { steps } from '#app/messages/steps.ts';
import { together } from '#app/messages/together.ts';
import { versions } from '#app/messages/versions.ts';
import { folder } from '../cli/run.ts';
import { questionPath, save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import { dateBack } from '../setup/carried.ts';
import {
  foundCompany,
  joinCompany,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

// Four people and four browsers: from the first answer to a signature, a correction, and a new edition.

const [t, s, v, w] = [signOff.ja, steps.ja, versions.ja, together.ja];
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

async function browserOf(person: Person, javaScriptEnabled = true): Promise<Page> {
  const context = await browser.newContext({
    baseURL: app.origin,
    javaScriptEnabled,
    acceptDownloads: true,
  });
  context.setDefaultTimeout(10_000);
  await signInAs(context, person.visitor);
  return context.newPage();
}

/** Chooses a level and waits until it is saved. */
async function answer(page: Page, place: Place, question: string, level: number): Promise<void> {
  await page.goto(questionPath(place, question));
  await page.locator(`[name="level"][value="${level}"]`).check();
  await page
    .getByText(/保存しました/)
    .first()
    .waitFor();
}

async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
}

test('owner, respondent, preparer and declarer bring an assessment to a signature and into the next edition', async () => {
  const [owner, respondent, preparer, declarer] = await Promise.all(
    ['佐藤 美咲', '高橋 恵', '田中 誠', '森 健'].map((name) => signUp(app, name)),
  );
  if (!owner || !respondent || !preparer || !declarer) throw new Error('There are four people.');
  const org = await foundCompany(owner);
  const place = { org, assessment: await startAssessment(owner, org) };
  await dateBack(app, place);
  const at = (page: string) => `/o/${org}/assessments/${place.assessment}/${page}`;
  // The owner assigns: section C is the respondent's.
  await joinCompany(app, { owner, org }, respondent, { role: 'respondent', sections: ['C'] });
  await joinCompany(app, { owner, org }, preparer, { role: 'preparer' });
  await joinCompany(app, { owner, org }, declarer, { role: 'declarer' });
  const [theirs, hers, his] = [
    await browserOf(respondent),
    await browserOf(preparer),
    await browserOf(declarer),
  ];
  const complaints = [theirs, hers, his].map(complaintsOf);

  // With a date, on the page for it; and asks something. Both stand on the respondent's home page.
  const theOwners = await browserOf(owner);
  await theOwners.goto(at('owners'));
  const row = theOwners.locator('main li').filter({ has: theOwners.locator('#owner-C') });
  await row.locator('#owner-C').selectOption({ label: respondent.name });
  await row.locator('#due-C').fill('2027-01-29');
  await row.getByRole('button').click();
  await theOwners.getByText(w.tasks.saved).waitFor();
  expect(await row.innerText()).toContain(w.tasks.assigned(respondent.name));
  // Who answers in other sections alone cannot be chosen for this one.
  expect(await theOwners.locator('#owner-A').innerText()).not.toContain(respondent.name);
  await theOwners.goto(`${questionPath(place, 'C-01.level')}/comments`);
  await theOwners.locator('[name="body"]').fill('取扱場所の図面を見て答えてください。');
  await theOwners.getByLabel(respondent.name).check();
  await press(theOwners, w.comments.add);
  await theOwners.getByText(w.comments.added).waitFor();
  await theirs.goto(`/o/${org}`);
  const waiting = theirs.locator('#yours');
  expect(await waiting.innerText()).toMatch(/C [\s\S]*2027年1月29日まで[\s\S]*図面を見て/);
  await waiting.getByRole('link', { name: w.yours.mention(owner.name, 'C-01') }).click();
  await press(theirs, w.comments.settle);
  await theirs.getByText(w.comments.settled(respondent.name)).waitFor();

  // The respondent answers their section, and is shown no other.
  await answer(theirs, place, 'C-01.level', 0);
  await answer(theirs, place, 'C-05.level', 3);
  expect((await theirs.goto(questionPath(place, 'A-01.level')))?.status()).toBe(404);
  await theirs.goto(at('sign-off'));
  await theirs.getByText(t.readOnly).waitFor();

  // The preparer answers the rest and submits; from then on nobody's page saves.
  await answer(hers, place, 'D-03.level', 3);
  await theirs.goto(questionPath(place, 'C-02.level'));
  await hers.goto(at('sign-off'));
  await press(hers, t.submit);
  await hers.getByText(t.states.submitted).waitFor();
  await theirs.locator('[name="level"][value="2"]').check();
  await theirs
    .getByText(answering.ja.problems['closed-submitted'] ?? '')
    .first()
    .waitFor();
  expect(await theirs.locator('[name="level"][value="2"]').isChecked()).toBe(true);

  // The declarer returns it with a reason, and signs once it was corrected.
  await his.goto(at('sign-off'));
  await his.locator('#return [name="reason"]').fill('C-02 に答えてください');
  await press(his, t.return);
  await his.getByText('C-02 に答えてください').waitFor();
  await answer(theirs, place, 'C-02.level', 2);
  await hers.goto(at('sign-off'));
  await hers.getByText('C-02 に答えてください').waitFor();
  await press(hers, t.submit);
  await hers.getByText(t.states.submitted).waitFor();
  await his.goto(at('sign-off'));
  await press(his, t.sign);
  await his.getByText(t.result(1)).waitFor();

  // What was signed can be checked by anybody who has the file and the key.
  const [download] = await Promise.all([
    his.waitForEvent('download'),
    his.getByRole('link', { name: t.download }).click(),
  ]);
  const keys = join(folder(), 'keys.json');
  writeFileSync(keys, (await owner.visitor.get('/keys')).text);
  const out: string[] = [];
  const code = await main(['verify', await download.path(), '--key', keys], {
    out: (text) => out.push(text),
    err: (text) => out.push(text),
  });
  expect([code, JSON.parse(out.join(''))]).toMatchObject([
    0,
    { verdict: { ja: '一致' }, key: { from: 'given' } },
  ]);

  // A later edit shows exactly what is otherwise now, and the signed result stays.
  await hers.goto(at('sign-off'));
  await hers.locator('#reopen [name="reason"]').fill('取扱場所を決めたため');
  await press(hers, t.reopen);
  await hers.getByText(t.same).waitFor();
  await answer(hers, place, 'C-01.level', 2);
  await hers.goto(at('sign-off'));
  await hers.getByText(t.changedTitle).waitFor();
  const rows = hers.locator('#changed tbody tr');
  expect(await rows.count()).toBe(1);
  expect(await rows.first().innerText()).toMatch(/C-01[\s\S]*0[\s\S]*2/);
  await hers.getByText(t.result(1)).waitFor();

  // The new edition: home says so, the page says what becomes of every answer, and it is carried.
  await hers.goto(`/o/${org}`);
  await hers.getByRole('link', { name: s.next('2026年12月版') }).click();
  await hers.getByText(v.carry.counts.confirm(1)).waitFor();
  await press(hers, v.carry.submit);
  await hers.getByText(v.confirm.left(1)).waitFor();
  // The earlier answer stands beside the question on its own page, and says that it does not count yet.
  await hers.locator('#pending').getByRole('link', { name: v.confirm.answer }).click();
  const beside = hers
    .locator('.answer-aside section')
    .filter({ hasText: answering.ja.earlier.title });
  expect(await beside.innerText()).toMatch(/D-03[\s\S]*前の答え：3/);
  await beside.getByRole('link', { name: answering.ja.earlier.confirm }).click();
  await press(hers, v.confirm.keep('D-03'));
  await hers.getByText(v.confirm.doneTitle).waitFor();

  // The bridge explains the change from the signed result to the new assessment.
  await hers.goto(`/o/${org}`);
  await hers.getByRole('link', { name: s.changes }).click();
  await hers.getByRole('heading', { name: changes.ja.lo }).waitFor();
  const points = await hers.locator('#lo tbody tr td:nth-of-type(1)').allInnerTexts();
  const tenths = points.map((text) =>
    Math.round(10 * Number(text.replace('−', '-').replace('±', ''))),
  );
  expect(tenths).toHaveLength(5);
  const [first = 0, a = 0, b = 0, c = 0, last = 0] = tenths;
  expect(first + a + b + c).toBe(last);
  expect(complaints.flat()).toEqual([]);
});

test.each([true, false])(
  'an upgrade while a colleague is answering loses nothing (JavaScript %s)',
  async (javaScript) => {
    const [owner, colleague] = [await signUp(app, '佐藤 美咲'), await signUp(app, '田中 誠')];
    const org = await foundCompany(owner);
    const place = { org, assessment: await startAssessment(owner, org) };
    await dateBack(app, place);
    await joinCompany(app, { owner, org }, colleague, { role: 'preparer' });
    await save(owner, place, 'A-02.level', { level: '1' });
    const [hers, his] = [await browserOf(owner), await browserOf(colleague, javaScript)];

    // His page is open with a note half written while she carries the assessment on.
    await his.goto(questionPath(place, 'A-03.level'));
    await his.locator('details:has([name="note"]) > summary').click();
    await his.locator('[name="note"]').fill('代行者を決めるところ');
    await hers.goto(`/o/${org}/assessments/${place.assessment}/next-edition`);
    await press(hers, v.carry.submit);
    await hers.waitForURL(/\/confirm$/);

    // His answer is not written into the closed assessment, and is still on his page, word for word.
    await his.locator('[name="level"][value="3"]').check();
    if (!javaScript)
      await his.getByRole('button', { name: answering.ja.save, exact: true }).click();
    await his
      .getByText(answering.ja.problems['closed-carried'] ?? '')
      .first()
      .waitFor();
    expect(await his.locator('[name="note"]').inputValue()).toBe('代行者を決めるところ');
    expect(await his.locator('[name="level"][value="3"]').isChecked()).toBe(true);
    const stored = await app.superuser.query(
      'select question_id from junbi.answer_event where assessment_id = $1',
      [place.assessment],
    );
    expect(stored.rows).toEqual([{ question_id: 'A-02.level' }]);

    // He goes on in the new one, where her answer stands as it was.
    await his.goto(`/o/${org}`);
    const [, assessment = ''] =
      /assessments\/([^/]+)\//.exec((await his.content()).replace(place.assessment, '')) ?? [];
    const next = { org, assessment };
    expect(assessment).not.toBe(place.assessment);
    await his.goto(questionPath(next, 'A-02.level'));
    expect(await his.locator('[name="level"][value="1"]').isChecked()).toBe(true);
    await his.goto(questionPath(next, 'A-03.level'));
    await his.locator('[name="level"][value="3"]').check();
    if (!javaScript)
      await his.getByRole('button', { name: answering.ja.save, exact: true }).click();
    await his
      .getByText(/保存しました/)
      .first()
      .waitFor();
  },
);
