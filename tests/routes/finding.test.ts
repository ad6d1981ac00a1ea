import { afterAll, beforeAll, expect, test } from 'vitest';
import { COMPANIES_PAGE } from '#db/companies.ts';
import { save } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import {
  expectStatus,
  foundCompany,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

// What a person has can be found by following links.

let app: App;
let person: Person;
beforeAll(async () => {
  app = await openApp();
  person = await signUp(app);
});
afterAll(async () => {
  person.visitor.close();
  await app.close();
});

async function linksOf(path: string): Promise<string[]> {
  const page = await person.visitor.get(path);
  expectStatus(page, 200);
  return [...page.text.matchAll(/<a\b[^>]*\shref="([^"]+)"/g)].map(([, href = '']) => href);
}

test('a second self-check can be started from home while there is only one', async () => {
  const org = await foundCompany(person);
  const assessment = await startAssessment(person, org);
  const start = `/o/${org}/assessments/new`;
  expect(await linksOf(`/o/${org}`)).toContain(start);
  await save(person, { org, assessment }, 'A-01.level', { level: '2' });
  expect(await linksOf(`/o/${org}`)).toContain(start);

  await startAssessment(person, org);
  const links = await linksOf(`/o/${org}`);
  expect(links).toContain(start);
  expect(links).toContain(`/o/${org}/assessments/${assessment}/report`);
});

test('each of more companies than a page holds can be reached, and no page is empty', async () => {
  const mine = new Set<string>();
  for (const href of await linksOf('/companies')) if (/^\/o\/[^/]+$/.test(href)) mine.add(href);
  while (mine.size <= COMPANIES_PAGE) mine.add(`/o/${await foundCompany(person)}`);

  const reached = new Set<string>();
  let at: string | undefined = '/companies';
  for (let page = 1; at !== undefined && page <= 3; page += 1) {
    const links = await linksOf(at);
    for (const href of links) if (/^\/o\/[^/]+$/.test(href)) reached.add(href);
    at = links.find((href) => href === `/companies?page=${page + 1}`);
  }
  expect([...reached].sort()).toEqual([...mine].sort());
  expect(await linksOf('/companies?page=2')).toContain('/companies');
  for (const wrong of ['3', '0', '-1', 'x', '99999', '999999']) {
    expect((await person.visitor.get(`/companies?page=${wrong}`)).status).toBe(404);
  }
});
