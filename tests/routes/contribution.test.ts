import { afterAll, beforeAll, expect, test } from 'vitest';
import { contribution } from '#app/messages/contribution.ts';
import { figures } from '#app/messages/figures.ts';
import { sharing } from '#app/messages/sharing.ts';
import { openApp, type App } from '../setup/app.ts';
import { signedAndOn } from '../setup/carried.ts';
import { contributeThrough, groupFields } from '../setup/contributed.ts';
import { formWith, plain } from '../setup/form.ts';
import {
  foundCompany,
  foundOrganisation,
  joinAssociation,
  reachLevel2,
  signUp,
  type Person,
} from '../setup/people.ts';
import { publishFigures } from '../setup/published-figures.ts';
import type { Fields } from '../setup/visitor.ts';

// A company sees exactly what would leave it, lets it leave by its own act, and takes it back.

const t = contribution.ja;
let app: App;
let owner: Person;
let officer: Person;
let org: string;
let association: string;
let page: string;
beforeAll(async () => {
  app = await openApp();
  [owner, officer] = [await signUp(app, '佐藤 美咲'), await signUp(app, '関 直人')];
  await reachLevel2(app, officer);
  org = await foundCompany(owner);
  association = await foundOrganisation(officer, 'associations', '見本工業会');
  await joinAssociation(app, { officer, association }, { owner, org });
  page = `/o/${org}/associations/${association}`;
});
afterAll(async () => {
  for (const { visitor } of [owner, officer]) visitor.close();
  await app.close();
});

const shown = async (path = page) => plain((await owner.visitor.get(path)).text);
const sent = (fields: Fields) => owner.visitor.post(page, { ...groupFields, ...fields });
const stored = async () =>
  (
    await app.superuser.query<Record<string, string>>(
      'select * from assoc.contribution where company_id = $1 and withdrawn_at is null order by number desc',
      [org],
    )
  ).rows;

test('without a signed result there is nothing to send, and the page says what is needed', async () => {
  expect(await shown()).toContain(t.noResult);
  const answer = await sent({ intent: 'preview' });
  expect([answer.status, plain(answer.text)]).toEqual([
    422,
    expect.stringContaining(t.problems['no-result'] ?? ''),
  ]);
  expect(await stored()).toEqual([]);
});

test('a number that is none, and groups that were not chosen, are said at their fields and stay typed', async () => {
  await signedAndOn(app, owner, org);
  const answer = await sent({
    intent: 'preview',
    industry: '',
    number: '7000012050003',
    parent: '12',
  });
  expect(answer.status).toBe(422);
  for (const problem of ['industry', 'number'])
    expect(plain(answer.text)).toContain(t.problems[problem]);
  const { fields } = formWith(answer.text, 'number');
  expect(fields).toMatchObject({ number: ['7000012050003'], parent: ['12'], region: ['kanto'] });
});

test('the preview lists everything that leaves, and nothing has left by then', async () => {
  const preview = await sent({
    intent: 'preview',
    number: '７０００-０１２０-５０００２',
    parent: '4000012090001',
  });
  expect(preview.status).toBe(200);
  const text = plain(preview.text);
  for (const line of ['機械加工・金属', '関東', '49人以下', figures.ja.bands.low, t.alone, t.no])
    expect(text).toContain(line);
  expect(await stored()).toEqual([]);
  expect(await shown()).toContain(t.standsNot);
  await owner.visitor.post(page, formWith(preview.text, 'expected').fields);
  const [row] = await stored();
  expect(row).toMatchObject({
    industry: 'machining',
    region: 'kanto',
    size: 'below-50',
    overall: 'low',
    at_least_half: false,
    released_by_name: '佐藤 美咲',
  });
  // Both codes that the preview showed; neither number stands anywhere.
  for (const code of [row?.['holding'], row?.['batch']]) expect(text).toContain(code);
  expect(JSON.stringify(row)).not.toMatch(/7000012050002|4000012090001/);
});

test('what differs from the preview is not sent', async () => {
  const preview = await sent({ intent: 'preview' });
  const { fields } = formWith(preview.text, 'expected');
  const before = await stored();
  for (const changed of [
    { industry: 'materials' },
    { number: '4000012090001' },
    { expected: '0'.repeat(64) },
  ]) {
    const answer = await owner.visitor.post(page, { ...fields, ...changed });
    expect([answer.status, plain(answer.text)]).toEqual([
      422,
      expect.stringContaining(t.problems['changed'] ?? ''),
    ]);
  }
  expect(await stored()).toEqual(before);
  // The control: the very same, unchanged.
  expect((await owner.visitor.post(page, fields)).status).toBe(303);
  expect(await stored()).toHaveLength(before.length + 1);
});

test('companies of one parent share a code, in this association and not in another one', async () => {
  const holdingWith = async (fields: Fields) => {
    await contributeThrough(owner, { org, association }, fields);
    return (await stored())[0]?.['holding'];
  };
  const ofParent = await holdingWith({ number: '4000012090001', parent: '7000012050002' });
  expect(await holdingWith({ number: '7000012050002' })).toBe(ofParent);
  expect(await holdingWith({ number: '4000012090001' })).not.toBe(ofParent);
  const other = await foundOrganisation(officer, 'associations', '別の工業会');
  await joinAssociation(app, { officer, association: other }, { owner, org });
  await contributeThrough(owner, { org, association: other });
  const all = await stored();
  expect(all.find((row) => row['association_id'] === other)?.['holding']).not.toBe(ofParent);
});

test('the company’s band stands beside what was published, and beside nothing of another edition', async () => {
  expect(await shown()).toContain(t.positionNone);
  await publishFigures(app, association);
  const text = await shown();
  expect(text).toContain(t.positionLead(figures.ja.bands.low));
  expect(text).toContain(figures.ja.quarter('2026', '2'));
  expect(text).toContain('機械加工・金属');
  await app.superuser.query(
    `update assoc.contribution set edition_id = '2026-12' where company_id = $1`,
    [org],
  );
  expect(await shown()).toContain(t.otherEdition('2026-12'));
  await app.superuser.query(
    `update assoc.contribution set edition_id = '2026-11' where company_id = $1`,
    [org],
  );
});

test('what others see says whether the company takes part; the officers’ page does not', async () => {
  expect(await shown(`/o/${org}/sharing`)).toContain(sharing.ja.takesPart);
  const members = plain((await officer.visitor.get(`/a/${association}`)).text);
  expect(members).toContain('見本精機株式会社');
  await owner.visitor.post(page, { intent: 'withdraw' });
  expect(await shown(`/o/${org}/sharing`)).toContain(sharing.ja.takesNoPart);
  expect(plain((await officer.visitor.get(`/a/${association}`)).text)).toBe(members);
});

test('withdrawing ends every release to that association, and is said', async () => {
  await contributeThrough(owner, { org, association });
  const gone = await owner.visitor.post(page, { intent: 'withdraw' });
  expect([gone.status, gone.location]).toEqual([303, `${page}?done=withdrawn`]);
  expect(await shown(`${page}?done=withdrawn`)).toContain(t.done.withdrawn);
  expect((await stored()).filter((row) => row['association_id'] === association)).toEqual([]);
  const again = await owner.visitor.post(page, { intent: 'withdraw' });
  expect([again.status, plain(again.text)]).toEqual([
    422,
    expect.stringContaining(t.problems['not-found'] ?? ''),
  ]);
});

test('of an association that the company does not belong to there is no page', async () => {
  const other = await foundOrganisation(officer, 'associations', 'よその工業会');
  const answer = await owner.visitor.get(`/o/${org}/associations/${other}`);
  expect(answer.status).toBe(404);
});
