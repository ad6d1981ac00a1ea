import { afterAll, beforeAll, expect, test } from 'vitest';
import { cellsOf } from '#assessments/disclosure/lattice.ts';
import { standardLattice } from '#assessments/disclosure/standard-groups.ts';
import { association as texts } from '#app/messages/association.ts';
import { figures } from '#app/messages/figures.ts';
import { openApp, type App } from '../setup/app.ts';
import { plain } from '../setup/form.ts';
import { foundOrganisation, reachLevel2, signUp, type Person } from '../setup/people.ts';
import { publishFigures } from '../setup/published-figures.ts';

// What an association is shown: what was published, cell by cell, and nothing else.

const t = figures.ja;
let app: App;
let officer: Person;
let association: string;
beforeAll(async () => {
  app = await openApp();
  officer = await signUp(app, '関 直人');
  await reachLevel2(app, officer);
  association = await foundOrganisation(officer, 'associations', '見本工業会');
});
afterAll(async () => {
  officer.visitor.close();
  await app.close();
});

const at = (page: string) => `/a/${association}/${page}`;

test('before anything is published the page says how it comes to be, and there is no file', async () => {
  const { text } = await officer.visitor.get(at('figures'));
  expect(plain(text)).toContain(t.noneTitle);
  expect((await officer.visitor.get(at('figures.csv'))).status).toBe(404);
});

test('each cell of the lattice stands in the file, every hidden one in the same words', async () => {
  await publishFigures(app, association);
  const file = await officer.visitor.get(at('figures.csv?period=2026-Q2'));
  expect(file.text.slice(0, 20)).toBe('period,edition,as_of');
  const lines = file.text.trimEnd().split('\r\n').slice(1);
  const ids = lines.map((line) => line.split(',')[3]);
  expect(ids).toEqual(cellsOf(standardLattice(association)).map(({ id }) => id));
  const hidden = lines.filter((line) => line.includes(',hidden,'));
  expect(hidden.length).toBeGreaterThan(20);
  for (const line of hidden)
    expect(line.split(',').slice(7)).toEqual(['hidden', '', '', '', '', '', '', '', 'false']);
  expect((await officer.visitor.get(at('figures.csv?period=2026-Q2'))).text).toBe(file.text);
  expect((await officer.visitor.get(at('figures.csv'))).text).toBe(file.text);
});

test('the page shows the newest quarter or the one that was chosen, and what was carried', async () => {
  const newest = plain((await officer.visitor.get(at('figures'))).text);
  expect(newest).toContain(t.quarter('2026', '2'));
  expect(newest).toContain(t.carried);
  expect(newest).toContain(t.hidden);
  expect(newest).toContain(t.rules);
  const before = plain((await officer.visitor.get(at('figures?period=2026-Q1'))).text);
  expect(before).toContain('2026年3月31日時点');
  expect(before).not.toContain(t.carriedNote);
});

test('an officer of another association finds neither page nor file', async () => {
  const other = await signUp(app, '別の 人');
  await reachLevel2(app, other);
  await foundOrganisation(other, 'associations', '別の工業会');
  for (const page of ['figures', 'figures.csv'])
    expect((await other.visitor.get(at(page))).status).toBe(404);
  other.visitor.close();
});

test('the page of members tells how many take part as it was published, and lists fifty at a time', async () => {
  const { rows } = await app.superuser.query<{ id: string }>(
    'insert into ctx.tenant (company_id) select gen_random_uuid() from generate_series(1, 55) returning company_id as id',
  );
  const ids = rows.map(({ id }) => id);
  await app.superuser.query(
    `insert into ctx.association_company (association_id, company_id, joined_by_name)
     select $1, unnest($2::uuid[]), '見本'`,
    [association, ids],
  );
  await app.superuser.query(
    `insert into junbi.company (company_id, name, created_by, created_by_name)
     select id, '会員' || lpad(at::text, 2, '0') || '号', id, '見本' from unnest($1::uuid[]) with ordinality c (id, at)`,
    [ids],
  );
  const page = async (query = '') =>
    plain((await officer.visitor.get(`/a/${association}${query}`)).text);
  const first = await page();
  expect(first).toContain(texts.ja.contributing(t.quarter('2026', '2'), t.more));
  expect(first.match(/会員\d\d号\d/g)).toHaveLength(50);
  expect((await page('?from=50')).match(/会員\d\d号\d/g)).toHaveLength(5);
  expect((await page('?from=x')).match(/会員\d\d号\d/g)).toHaveLength(50);
});
