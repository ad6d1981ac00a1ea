import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { home as homeTexts } from '#app/messages/home.ts';
import { plan as planTexts } from '#app/messages/plan.ts';
import { scenarios as texts } from '#app/messages/scenarios.ts';
import { versions } from '#app/messages/versions.ts';
import { questionPath, save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { carryOn, dateBack } from '../setup/carried.ts';
import { formWith, plain } from '../setup/form.ts';
import {
  expectStatus,
  fillProfile,
  foundCompany,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';
import { promotePlan } from '../setup/promoted-plan.ts';
import { visitor } from '../setup/visitor.ts';

// A plan under way on 2026-11, and where it shows once its assessment is carried into 2026-12, which has no
// M084 and asks J-05 no more.

let app: App;
let person: Person;
let old: Place;
let next: Place;
/** The actions of the plan, in the order of its pages. */
let planned: string[];

const inside = ({ org, assessment }: Place, page: string) =>
  `/o/${org}/assessments/${assessment}/${page}`;
const get = async (place: Place, page: string) => {
  const answer = await person.visitor.get(inside(place, page));
  expectStatus(answer, 200);
  return answer.text;
};
const itemsIn = (html: string) =>
  [...new Set(html.match(/plan\/items\/M\d+/g))].map((path) => path.slice(-4));

async function saveItem(place: Place, action: string, more: Record<string, string>) {
  const page = inside(place, `plan/items/${action}`);
  const { fields } = formWith((await person.visitor.get(page)).text, 'base');
  return person.visitor.post(page, { ...fields, ...more });
}

beforeAll(async () => {
  app = await openApp();
  person = await signUp(app);
  const org = await foundCompany(person);
  await fillProfile(person, org, {});
  old = { org, assessment: await startAssessment(person, org, { mode: 'full' }) };
  await dateBack(app, old);
  await save(person, old, 'A-02.level', { level: '1' });
  await save(person, old, 'A-01.level', { level: '3' });
  await promotePlan(person, old, '?goal=best-within&capacity=20');
  planned = itemsIn(await get(old, 'plan/progress'));
  const evidence = `${questionPath(old, 'J-05.level')}/evidence`;
  const { fields } = formWith((await person.visitor.get(evidence)).text, 'owner');
  const noted = await person.visitor.post(evidence, {
    ...fields,
    title: 'other',
    other: '訓練の記録',
    dated: '2026-09-01',
    owner: 'general-affairs',
    location: 'file-server',
  });
  expectStatus(noted, 303);
  // An action of both editions is shown by a reference of a question that only the first one asks.
  const options = (await get(old, 'plan/items/M084')).split('name="evidence"')[1] ?? '';
  const [, reference = ''] = /<option value="([0-9a-f-]{36})"/.exec(options) ?? [];
  expectStatus(await saveItem(old, 'M024', { state: 'done', evidence: reference }), 303);
  expectStatus(await saveItem(old, 'M003', { state: 'doing' }), 303);
}, 120_000);
afterAll(async () => {
  person.visitor.close();
  await app.close();
});

test('the preview says what comes along and what does not, in both languages', async () => {
  expect(planned).toContain('M084');
  const english = visitor(app.origin, 'en');
  for (const [name, value] of person.visitor.cookies) english.cookies.set(name, value);
  const sentences = (language: 'ja' | 'en') => {
    const t = versions[language].carry;
    return [t.plan(planned.length - 1), t.left(1, 'M084'), t.scenarios(1)].join(
      language === 'ja' ? '' : ' ',
    );
  };
  expect(plain(await get(old, 'next-edition'))).toContain(sentences('ja'));
  const page = await english.get(inside(old, 'next-edition'));
  expect(plain(page.text)).toContain(sentences('en'));
  english.close();
});

test('and says nothing of a plan where there is none', async () => {
  const without = { org: old.org, assessment: await startAssessment(person, old.org) };
  await dateBack(app, without);
  expect(await get(without, 'next-edition')).not.toContain(versions.ja.carry.planTitle);
});

test('the pages of the plan show it in the new edition, as it stands', async () => {
  next = await carryOn(person, old);
  const progress = await get(next, 'plan/progress');
  expect(itemsIn(progress).toSorted()).toEqual(planned.filter((id) => id !== 'M084').toSorted());
  expect(progress).not.toContain('M084');
  expect(progress.split('id="board-done"')[1]).toContain('plan/items/M024');
  expect(progress.split('id="board-doing"')[1]?.split('id="board-done"')[0]).toContain(
    'plan/items/M003',
  );
  const plan = await get(next, 'plan');
  expect(plan).toContain(texts.ja.inForce);
  expect(plan).toContain(planTexts.ja.reckoned(2));
  expect(await get(next, 'scenarios')).toContain('早く整える');
  const home = await person.visitor.get(`/o/${next.org}`);
  expect(home.text).toContain(homeTexts.ja.workReckoned(2));
  const { text } = await person.visitor.get(inside(next, 'plan/calendar'));
  const entries = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent');
  expect(entries).toHaveLength(planned.length - 2);
  expectStatus(await person.visitor.get(inside(next, 'plan/items/M084')), 404);
});

test('what was done is shown by the earlier reference, and a save keeps it', async () => {
  const item = await get(next, 'plan/items/M024');
  expect(item).toContain(texts.ja.item.earlier('訓練の記録'));
  const [reference] = formWith(item, 'base').fields['evidence'] ?? [];
  expect(reference).toMatch(/^[0-9a-f-]{36}$/);
  expectStatus(await saveItem(next, 'M024', { due: '2027-03-31' }), 303);
  expect(formWith(await get(next, 'plan/items/M024'), 'base').fields).toMatchObject({
    due: ['2027-03-31'],
    evidence: [reference],
  });
});

test('the old plan is still to be read; a form of it says where the plan goes on', async () => {
  expect(itemsIn(await get(old, 'plan/progress')).toSorted()).toEqual(planned.toSorted());
  const page = await get(old, 'plan/items/M003');
  expect(page).toContain(texts.ja.item.problems['elsewhere']);
  expect(page).toContain(inside(next, 'plan/progress'));
  const late = await saveItem(old, 'M003', { state: 'done', reason: '済み' });
  expectStatus(late, 422);
  expect(late.text).toContain(texts.ja.item.problems['elsewhere']);
  expect(formWith(late.text, 'base').fields).toMatchObject({ reason: ['済み'] });
});
