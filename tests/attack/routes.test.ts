import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyTables } from '../setup/company-tables.ts';
import { withoutRequestMarks } from '../setup/alike.ts';
import { questionPath } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { openAgain } from '../setup/carried.ts';
import type { PageForm } from '../setup/form.ts';
import type { Answer, Fields } from '../setup/visitor.ts';
import { addressOf, allRoutes, parametersOf, type Route } from './all-routes.ts';
import {
  confirmNow,
  furnish,
  hasOwnPage,
  ownForms,
  pageWithForm,
  parametersFor,
  signInElsewhere,
  type Furnished,
} from './furnished.ts';
import { isFull } from './random.ts';
import { spelledOut } from './streamed.ts';

// Every route of the build, with an id of another company in each parameter, each value of the query and
// each field of each form: the answer is the same, byte for byte, as for an id that nobody has.

let app: App;
let mine: Furnished;
let theirs: Furnished;
let routes: Route[];

beforeAll(async () => {
  app = await openApp();
  mine = await furnish(app, '佐藤 美咲');
  theirs = await furnish(app, '九十九 静');
  routes = (await allRoutes()).filter(({ isLayout }) => !isLayout);
});
afterAll(async () => {
  mine.person.visitor.close();
  theirs.person.visitor.close();
  await app.close();
});

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** An answer without what differs from request to request: nonce, reference number, ids, times. */
function comparable({ status, headers, location, text }: Answer, given: readonly string[]): string {
  const kind = headers['content-type'] ?? '';
  const cookies = [headers['set-cookie'] ?? []].flat().map((line) => line.split('=')[0]);
  const page = given.reduce(
    (rest, one) => rest.replaceAll(one, 'ID'),
    [location, spelledOut(text)].join(),
  );
  const named = withoutRequestMarks(page)
    .replaceAll(UUID, 'ID')
    .replaceAll(/(?:%2F)?[\w-]{43}(?![\w-])/g, 'TOKEN')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z|\b\d{13}\b|\b\d\d:\d\d\b/g, 'TIME');
  return JSON.stringify([status, kind, cookies, named]);
}

type Difference = { what: string; theirs: string; nobodys: string };

async function difference(
  what: string,
  foreign: Record<string, string>,
  ask: (given: Record<string, string>) => Promise<Answer>,
): Promise<Difference[]> {
  const random = Object.fromEntries(Object.keys(foreign).map((name) => [name, randomUUID()]));
  const [a, b] = [await ask(foreign), await ask(random)];
  const given = [Object.values(foreign), Object.values(random)] as const;
  const [one, other] = [comparable(a, given[0]), comparable(b, given[1])];
  // Where mails do not leave this machine, a page shows all of them to whoever works on it.
  const isNamed = a.text.includes('九十九 静') && !what.startsWith('routes/dev.outbox');
  if (one === other && !isNamed) return [];
  // The server does something of its own once a minute: then the foreign id is answered so, too, from there on.
  const again = comparable(await ask(foreign), given[0]);
  if (again === other && !isNamed) return [];
  let at = 0;
  while (at < one.length && one[at] === other[at]) at += 1;
  return [
    { what, theirs: one.slice(Math.max(0, at - 60), at + 120), nobodys: other.slice(at, at + 120) },
  ];
}

/** Each id by itself, and all of them together. */
const choices = (names: readonly string[]): string[][] =>
  names.length < 2 ? names.map((name) => [name]) : [...names.map((name) => [name]), [...names]];

const foreignParameters = (): Record<string, string> => ({
  org: theirs.org,
  assessment: theirs.assessment,
  question: theirs.assessment,
  domain: theirs.org,
  action: theirs.org,
  result: theirs.result,
  consultancy: theirs.consultancy,
  association: theirs.association,
  token: theirs.account,
});

const only = (values: Record<string, string>, names: readonly string[]) =>
  Object.fromEntries(names.map((name) => [name, values[name] ?? '']));

let turn = 0;

/** Ids of theirs to put in: all of them, or in turn one that is of this route's kind and one that is not. */
const things = (route: Route): string[] => {
  const { evidence, org, account, consultancy, association } = theirs;
  const { colleague, invitation, engagement, membership, session } = theirs;
  const assessment = route.id.includes('assessments.new') ? theirs.spare : theirs.assessment;
  const all = [
    evidence,
    org,
    assessment,
    account,
    consultancy,
    association,
    colleague,
    invitation,
    engagement,
    membership,
    session,
    theirs.signed,
    theirs.result,
  ];
  return isFull
    ? all
    : all.filter((_, nth) => nth === turn % all.length).concat(all[turn++ % 2] ?? []);
};

const fingerprint = async () => {
  const { rows } = await app.superuser.query<{ hash: string }>(
    `select md5(string_agg(t, '|' order by t)) as hash from (
       ${companyTables.map((table) => `select e::text as t from ${table} e where company_id = $1`).join(' union all ')}
       union all select e::text from erase.request e where company_id = $1
       union all select e::text from ctx.access e where company_id = $1
       union all select e::text from ctx.engagement e where company_id = $1
       union all select e::text from ctx.association_company e where company_id = $1
       union all select e::text from ctx.consultancy_member e where consultancy_id = $2
       union all select e::text from ctx.association_member e where association_id = $3
       union all select e::text from ctx.campaign e where association_id = $3
       union all select e::text from ctx.campaign_recipient e where association_id = $3
       union all select e::text from ctx.campaign_opt_out e where association_id = $3
       union all select e::text from ctx.invitation e where organisation_id in ($1, $2, $3)) x`,
    [theirs.org, theirs.consultancy, theirs.association],
  );
  return rows[0]?.hash;
};

/** A route inside an organisation. */
const ownParameter = /:(?:org|consultancy|association)\b/;

test('one’s own pages are all there (the control)', async () => {
  for (const { id, path } of routes.filter((one) => ownParameter.test(one.path))) {
    const values = await parametersFor(app, mine, path);
    const answer = await mine.person.visitor.get(addressOf(path, values));
    expect([id, answer.status]).toEqual([id, hasOwnPage({ id }) ? 200 : 303]);
  }
});

test('every parameter of every route', async () => {
  const found: Difference[] = [];
  let asked = 0;
  for (const { id, path } of routes) {
    const values = await parametersFor(app, mine, path);
    for (const names of choices(parametersOf(path))) {
      for (const end of ['', '.data']) {
        asked += 1;
        const ask = (given: Record<string, string>) =>
          mine.person.visitor.get(addressOf(path, { ...values, ...given }) + end);
        found.push(
          ...(await difference(
            `${id}${end} ${names.join()}`,
            only(foreignParameters(), names),
            ask,
          )),
        );
      }
    }
  }
  console.log(`Parameters of ${routes.length} routes: ${asked} pairs, ${found.length} differ.`);
  expect(asked).toBeGreaterThan(routes.length);
  expect(found).toEqual([]);
});

test('every value of the query of every route', async () => {
  const found: Difference[] = [];
  let asked = 0;
  const names = await queryNames();
  for (const { id, path } of routes) {
    const address = addressOf(path, await parametersFor(app, mine, path));
    for (const name of names) {
      const all = things({ id, path, hasAction: false, isLayout: false });
      // Most routes read none of these names: a tenth of the pairs is one thing for each.
      for (const thing of isFull ? all : all.slice(0, 1)) {
        asked += 1;
        const ask = (given: Record<string, string>) =>
          mine.person.visitor.get(`${address}?${new URLSearchParams(given).toString()}`);
        found.push(...(await difference(`${id}?${name}`, { [name]: thing }, ask)));
      }
    }
  }
  console.log(`Queries (${[...names].join()}): ${asked} pairs, ${found.length} differ.`);
  expect(found).toEqual([]);
});

/** Every name that a link or a search form of a page puts into a query. */
async function queryNames(): Promise<Set<string>> {
  const names = new Set(['back', 'by', 'question', 'assessment', 'org', 'id']);
  for (const { path } of routes.filter((one) => ownParameter.test(one.path))) {
    const values = await parametersFor(app, mine, path);
    const { text } = await mine.person.visitor.get(addressOf(path, values));
    for (const [, query = ''] of text.matchAll(/href="[^"?]*\?([^"#]*)/g))
      for (const name of new URLSearchParams(query.replaceAll('&amp;', '&')).keys())
        names.add(name);
    for (const [, form = ''] of text.matchAll(/<form\b[^>]*method="get"[^>]*>([\s\S]*?)<\/form>/g))
      for (const [, name = ''] of form.matchAll(/name="([^"]+)"/g)) names.add(name);
  }
  return names;
}

/** An id of theirs under which an earlier form began an assessment of ours is ours then: it is given back. */
async function giveIdsBack(): Promise<void> {
  const tables = await app.superuser.query<{ name: string }>(
    `select a.attrelid::regclass::text as name from pg_attribute a
       join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'junbi'::regnamespace
      where a.attname in ('company_id', 'assessment_id') group by 1 having count(*) = 2`,
  );
  const kept = [mine.assessment, mine.spare, mine.signed].map((id) => `'${id}'`).join(', ');
  const gone = tables.rows.map(
    ({ name }) =>
      `delete from ${name} where company_id = '${mine.org}' and assessment_id not in (${kept})`,
  );
  // Nothing of it may be deleted otherwise: the triggers that say so are put aside.
  await app.superuser.query(
    ['begin', 'set local session_replication_role = replica', ...gone, 'commit'].join(';'),
  );
}

type Page = { address: string; query: string; form: PageForm };

/** The nth form of the page of a route as it stands now; routes without a page have no fields. */
async function formOf(route: Route, nth: number): Promise<Page | undefined> {
  await openAgain(app, mine);
  await giveIdsBack();
  const values = await parametersFor(app, mine, route.path);
  const address = addressOf(route.path, values);
  const { text } = await mine.person.visitor.get(addressOf(pageWithForm(route), values));
  // A section shows the forms of its questions and takes one of them, named in the query.
  const isSection = route.id.endsWith('.section');
  const forms = ownForms(text, isSection ? questionPath(mine, 'A-01.level') : address);
  const form = forms[nth];
  if (!form) return undefined;
  const query = isSection ? '?question=A-01.level' : (/\?.*$/.exec(form.action)?.[0] ?? '');
  return { address, query, form };
}

/** Their actions are posted to by every page, or by a script. */
const withoutPage = ['routes/signout', 'routes/language', 'routes/passkey-options'];

async function send(address: string, fields: Fields): Promise<Answer> {
  await app.superuser.query('delete from auth.attempt');
  await confirmNow(app, mine.person);
  return mine.person.visitor.post(address, fields);
}

test('every form has its fields and its address filled with ids of others', async () => {
  const before = await fingerprint();
  const found: Difference[] = [];
  const unseen: string[] = [];
  let asked = 0;
  for (const route of routes.filter((one) => one.hasAction)) {
    if (withoutPage.includes(route.id)) continue;
    // Other sessions have ended with the changes of factors; without one this page has no form.
    if (route.id === 'routes/security') await signInElsewhere(app, mine.person);
    const first = await formOf(route, 0);
    if (!first) unseen.push(route.id);
    for (let nth = 0; nth < 4; nth += 1) {
      const page = await formOf(route, nth);
      if (!page) break;
      for (const names of choices(parametersOf(route.path))) {
        asked += 1;
        const values = await parametersFor(app, mine, route.path);
        const ask = (given: Record<string, string>) =>
          send(addressOf(route.path, { ...values, ...given }) + page.query, filled(page.form));
        found.push(
          ...(await difference(
            `${route.id} ${names.join()}`,
            only(foreignParameters(), names),
            ask,
          )),
        );
      }
      const fields = new Set([
        ...Object.keys(page.form.fields),
        ...page.form.buttons.map(({ name }) => name),
      ]);
      for (const field of fields) {
        for (const thing of things(route)) {
          asked += 1;
          const ask = async (given: Record<string, string>) => {
            const fresh = await formOf(route, nth);
            if (!fresh) throw new Error(`The form ${nth} of ${route.id} is gone.`);
            return send(fresh.address + fresh.query, { ...filled(fresh.form), ...given });
          };
          found.push(...(await difference(`${route.id} ${field}`, { [field]: thing }, ask)));
        }
      }
    }
  }
  console.log(`Forms: ${asked} pairs, ${found.length} differ.`);
  expect(found).toEqual([]);
  expect(unseen).toEqual([]);
  expect(await fingerprint()).toBe(before);
});

/** As a person would send it, with the first of its buttons. */
function filled({ fields, buttons }: PageForm): Fields {
  const button = buttons[0];
  return button ? { ...fields, [button.name]: button.value } : fields;
}

test('a page that answers otherwise to the ids of others is found (the control)', async () => {
  const ask = async ({ id = '' }: Record<string, string>) => {
    const page = await mine.person.visitor.get('/glossary');
    return id === theirs.org ? { ...page, text: `${page.text}!` } : page;
  };
  expect(await difference('planted', { id: theirs.org }, ask)).toHaveLength(1);
  expect(await difference('sound', { id: theirs.account }, ask)).toEqual([]);
});

test('a route with a parameter that nobody knows is found (the control)', () => {
  expect(() => addressOf('/o/:org/:planted', { org: mine.org })).toThrow(/planted/);
});
