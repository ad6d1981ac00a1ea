import { afterAll, beforeAll, expect, test } from 'vitest';
import { supportFacts as texts } from '#app/messages/support-facts.ts';
import { openApp, type App } from '../setup/app.ts';
import { formWith } from '../setup/form.ts';
import { expectStatus, foundCompany, signUp, type Person } from '../setup/people.ts';
import type { Fields } from '../setup/visitor.ts';

// What a company says about itself for hints, as a form without a script sends it.

let app: App;
let person: Person;
let org: string;

beforeAll(async () => {
  app = await openApp();
  person = await signUp(app);
  org = await foundCompany(person);
});
afterAll(async () => {
  person.visitor.close();
  await app.close();
});

const path = () => `/o/${org}/facts`;
const form = async (): Promise<Fields> =>
  formWith((await person.visitor.get(path())).text, 'base').fields;
const stored = async () =>
  (
    await app.superuser.query<{ version: number; facts: unknown }>(
      'select version, facts from junbi.support_facts_version where company_id = $1 order by version',
      [org],
    )
  ).rows;

const TYPED = {
  legalForm: 'company',
  salesLastYear: '１，２００，０００',
  taxesPaid: 'yes',
  gbizid: 'declined',
  certificates: ['isms', 'tics'],
  branchPrefectures: 'none',
  'owners-1-share': '33.34',
  'owners-1-kind': 'large',
  'owners-2-share': '66.66',
  'owners-2-kind': 'individual',
  'awards-1-programme': 'T1',
  'awards-1-on': '2025-11-10',
  'awards-1-running': 'no',
};

test('every fact stays unknown where nothing is said', async () => {
  expectStatus(await person.visitor.post(path(), await form()), 303);
  expect(await stored()).toEqual([{ version: 1, facts: {} }]);
});

test('what was said is saved, shown again, and used', async () => {
  expectStatus(await person.visitor.post(path(), { ...(await form()), ...TYPED }), 303);
  expect((await stored()).at(-1)).toEqual({
    version: 2,
    facts: {
      legalForm: { value: 'company' },
      salesLastYear: { value: 1_200_000 },
      taxesPaid: { value: true },
      gbizid: { state: 'declined' },
      certificates: { value: ['isms', 'tics'] },
      branchPrefectures: { value: [] },
      owners: {
        owners: [
          { share: 3_334, kind: 'large' },
          { share: 6_666, kind: 'individual' },
        ],
      },
      awards: {
        awards: [
          { programme: 'T1', decidedOn: '2025-11-10', isRunning: false, isReported: 'unknown' },
        ],
      },
    },
  });
  const again = await form();
  expect(again['salesLastYear']).toEqual(['1200000']);
  expect(again['certificates']).toEqual(['isms', 'tics']);
  expect(again['owners-2-share']).toEqual(['66.66']);
  // Saved as it is shown, nothing changes.
  expectStatus(await person.visitor.post(path(), again), 303);
  const [before, after] = (await stored()).slice(-2);
  expect(after?.facts).toEqual(before?.facts);
});

test.each([
  ['a number in words', { salesLastYear: 'much' }, 'not-number'],
  ['an option that is none', { legalForm: 'club' }, 'not-choice'],
  ['a share that is none', { 'owners-1-share': 'half', 'owners-1-kind': 'large' }, 'owner'],
  ['more than all shares', { 'owners-1-share': '80', 'owners-1-kind': 'large' }, 'owners-sum'],
  ['an award without its day', { 'awards-1-on': '' }, 'award'],
] as const)('%s is refused, and nothing that was typed is lost', async (_, wrong, reason) => {
  const before = await stored();
  const sent = { ...(await form()), plannedInvestment: '77', ...wrong };
  const page = await person.visitor.post(path(), sent);
  expectStatus(page, 422);
  expect(page.text).toContain(texts.ja.problems[reason]);
  const shown = formWith(page.text, 'base').fields;
  expect(shown['plannedInvestment']).toEqual(['77']);
  expect(await stored()).toEqual(before);
});

test('a save from an old page shows what differs and keeps both', async () => {
  const old = await form();
  expectStatus(await person.visitor.post(path(), { ...(await form()), officers: '4' }), 303);
  const page = await person.visitor.post(path(), { ...old, officers: '7' });
  expectStatus(page, 409);
  expect(page.text).toContain(texts.ja.staleLead);
  expect(formWith(page.text, 'base').fields['officers']).toEqual(['7']);
});
