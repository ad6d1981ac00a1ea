import { dayInJapan } from '#assessments/japanese-day.ts';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { home as homeTexts } from '#app/messages/home.ts';
import { plan as planTexts } from '#app/messages/plan.ts';
import { report as reportTexts } from '#app/messages/report.ts';
import { dateText } from '#app/print.ts';
import { scenarios as texts } from '#app/messages/scenarios.ts';
import { newestEdition } from '../setup/newest-edition.ts';
import { saveAll, variedAnswers, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { formWith } from '../setup/form.ts';
import {
  expectStatus,
  fillProfile,
  foundCompany,
  letIn,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';
import { promotePlan } from '../setup/promoted-plan.ts';

// From conditions that were tried to a plan whose actions live, with forms alone.

let app: App;
let person: Person;
let viewer: Person;
let place: Place;

beforeAll(async () => {
  app = await openApp();
  person = await signUp(app);
  viewer = await signUp(app, '見学 透');
  const org = await foundCompany(person);
  await fillProfile(person, org, {});
  place = { org, assessment: await startAssessment(person, org) };
  await saveAll(person, place, variedAnswers(newestEdition, 'standard'));
  await letIn(app, org, viewer, { canWrite: false });
}, 120_000);
afterAll(async () => {
  for (const { visitor } of [person, viewer]) visitor.close();
  await app.close();
});

const at = () => `/o/${place.org}/assessments/${place.assessment}`;
const get = async (page: string, who = person) => {
  const answer = await who.visitor.get(`${at()}/${page}`);
  expectStatus(answer, 200);
  return answer.text;
};
const keepForm = async (search = '') => formWith(await get(`plan${search}`), 'intent').fields;
const keep = async (name: string, search = '') =>
  person.visitor.post(`${at()}/scenarios`, { ...(await keepForm(search)), name });

test('conditions are kept under a name and stand beside each other, each solved anew', async () => {
  expectStatus(await keep('早く整える'), 303);
  expectStatus(await keep('予算なし', '?budget=0&capacity=6'), 303);
  expectStatus(await keep('一つ外す', '?leave=M004&wait=P11'), 303);
  const html = await get('scenarios');
  for (const name of ['早く整える', '予算なし', '一つ外す']) expect(html).toContain(name);
  expect(html).toContain(texts.ja.infeasible);
  expect(html).toContain(texts.ja.leave('M004'));
  // What cannot be done cannot be made the plan.
  expect(html.match(/value="promote"/g)?.length).toBe(2);
});

test('a name that may not be kept is refused, and nothing typed is lost', async () => {
  const page = await keep('適性評価に落ちた田中さんの案');
  expectStatus(page, 422);
  expect(formWith(page.text, 'goal').fields['name']).toEqual(['適性評価に落ちた田中さんの案']);
  expectStatus(await keep(''), 422);
});

test('a scenario that is promoted is the plan, and its actions have their own pages', async () => {
  await promotePlan(person, place);
  const plan = await get('plan/progress');
  expect(plan).toContain(
    texts.ja.inForceNote('早く整える', dateText(dayInJapan(new Date()), 'ja')),
  );
  const [, action = ''] = /plan\/items\/(M\d+)/.exec(plan) ?? [];
  const item = await get(`plan/items/${action}`);
  const { fields } = formWith(item, 'base');
  const refused = await person.visitor.post(`${at()}/plan/items/${action}`, {
    ...fields,
    state: 'done',
  });
  expectStatus(refused, 422);
  expect(refused.text).toContain(texts.ja.item.problems['not-shown']);
  const done = { ...fields, state: 'done', reason: '規程を定め、周知した' };
  expectStatus(await person.visitor.post(`${at()}/plan/items/${action}`, done), 303);
  const after = await get(`plan/items/${action}`);
  expect(after).toContain(texts.ja.item.proposeTitle);
  // An old page is told that somebody was there before.
  const late = await person.visitor.post(`${at()}/plan/items/${action}`, {
    ...fields,
    state: 'doing',
    request: '8c8ef2a8-4a3b-4d5e-9f10-1a2b3c4d5e6f',
  });
  expectStatus(late, 422);
  expect(late.text).toContain(texts.ja.item.problems['stale']);
});

test('what is done is reckoned with in every plan and on home, and changes no answer', async () => {
  const plan = await get('plan');
  const home = await person.visitor.get(`/o/${place.org}`);
  for (const html of [plan, await get('plan', viewer)])
    expect(html).toContain(planTexts.ja.reckoned(1));
  expect(home.text).toContain(homeTexts.ja.workReckoned(1));
  // Its row in a plan that is solved now is gone; on the board it stands as done.
  const board = (await get('plan/progress')).split('id="board-done"')[1] ?? '';
  const done = /plan\/items\/(M\d+)/.exec(board)?.[1] ?? '';
  expect(done).toMatch(/^M\d+$/);
  expect(plan.split('id="actions"')[1]).not.toContain(`>${done}<`);
  const report = (await get('report')).replaceAll(/<[^>]+>/g, '');
  expect(report).toContain(reportTexts.ja.readyNote('4'));
});

test('the calendar file without conditions is that of the plan that holds, without what is done', async () => {
  const { text } = await person.visitor.get(`${at()}/plan/calendar`);
  const progress = await get('plan/progress');
  const open = new Set(progress.split('id="board-done"')[0]?.match(/plan\/items\/M\d+/g));
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(entries.length).toBe(open.size);
  expect(entries.length).toBeGreaterThan(5);
});

test('who only reads sees all of it and is offered no form', async () => {
  for (const page of ['scenarios', 'plan', 'plan/progress'])
    expect(await get(page, viewer)).not.toContain('name="intent"');
  const answer = await viewer.visitor.post(`${at()}/scenarios`, {
    ...(await keepForm()),
    name: '案',
    person: '',
  });
  expectStatus(answer, 422);
});

test('a scenario is taken away for good', async () => {
  const before = (await get('scenarios')).match(/value="remove"/g)?.length ?? 0;
  const html = await get('scenarios');
  const [form = ''] =
    html.match(/<form(?:(?!<\/form>)[\s\S])*?value="remove"[\s\S]*?<\/form>/) ?? [];
  const id = /name="id" value="([^"]+)"/.exec(form)?.[1] ?? '';
  expectStatus(await person.visitor.post(`${at()}/scenarios`, { intent: 'remove', id }), 303);
  expect((await get('scenarios')).match(/value="remove"/g)?.length ?? 0).toBe(before - 1);
});
