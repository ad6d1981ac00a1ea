import { afterAll, beforeAll, expect, test } from 'vitest';
import { catalogueIds, loadCatalogue } from '#assessments/library.ts';
import { hintDisclaimer } from '#assessments/subsidies/texts.ts';
import { support as texts } from '#app/messages/support.ts';
import { newestEdition } from '../setup/newest-edition.ts';
import { saveAll, variedAnswers, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import {
  expectStatus,
  fillProfile,
  foundCompany,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

// What a company is told about public support.

const catalogue = loadCatalogue(catalogueIds().at(-1) ?? '');

let app: App;
let person: Person;
let place: Place;

beforeAll(async () => {
  app = await openApp();
  person = await signUp(app);
  const org = await foundCompany(person);
  await fillProfile(person, org, { employees: '48', capital: '30000000', prefecture: 'tokyo' });
  place = { org, assessment: await startAssessment(person, org) };
  await saveAll(person, place, variedAnswers(newestEdition, 'standard'));
}, 120_000);
afterAll(async () => {
  person.visitor.close();
  await app.close();
});

const at = () => `/o/${place.org}/assessments/${place.assessment}/subsidies`;
const page = async () => {
  const answer = await person.visitor.get(at());
  expectStatus(answer, 200);
  return answer.text;
};

test('every programme of the catalogue stands on the page, each marked as unverified', async () => {
  const html = await page();
  const articles = html.split('<article class="programme"').slice(1);
  expect(articles).toHaveLength(20);
  const names = catalogue.programmes.map(({ document }) => document.names.ja);
  for (const name of names) expect(html).toContain(name);
  for (const article of articles) expect(article).toContain(texts.ja.modifiers.UNVERIFIED);
});

test('no verdict is stronger than a possibility, and none is given while nothing is verified', async () => {
  const html = await page();
  const verdicts = [...html.matchAll(/<p class="programme__verdict">([^<]+)</g)].map(
    ([, text]) => text,
  );
  expect(verdicts).toHaveLength(20);
  const { LIKELY, NOT_ELIGIBLE, ...others } = texts.ja.verdicts;
  expect(verdicts.filter((one) => one === LIKELY || one === NOT_ELIGIBLE)).toEqual([]);
  expect(
    [...new Set(verdicts)].every((one) => Object.values(others).some((text) => text === one)),
  ).toBe(true);
});

test('the page says what was not looked at, what comes first, and that nothing is promised', async () => {
  const html = await page();
  for (const { ja } of catalogue.notChecked) expect(html).toContain(ja);
  expect(html).toContain(texts.ja.orderTitle);
  expect(html).toContain(hintDisclaimer(catalogue.id).ja);
  expect(html).not.toMatch(/受けられます|もらえます|必ず受/);
});

test('at most three questions are asked, and at most two packages are shown', async () => {
  const html = await page();
  const part = (id: string) =>
    html.slice(html.indexOf(`id="${id}"`), html.indexOf('</section>', html.indexOf(`id="${id}"`)));
  expect(part('next').match(/<li/g)?.length).toBeLessThanOrEqual(3);
  expect(part('packages').match(/<h3/g)?.length ?? 0).toBeLessThanOrEqual(2);
});

test('the page of another company does not exist', async () => {
  const stranger = await signUp(app, '別の 会社');
  expect((await stranger.visitor.get(at())).status).toBe(404);
  stranger.visitor.close();
});
