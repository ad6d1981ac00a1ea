import { promotePlan } from '../setup/promoted-plan.ts';
import { publishFigures } from '../setup/published-figures.ts';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { companyTables } from '../setup/company-tables.ts';
import { withoutRequestMarks } from '../setup/alike.ts';
import { factFields, questionPath, save, type Place as Assessed } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { builtRoutes, patternOf, type BuiltRoute } from '../setup/built-routes.ts';
import { campaignFields } from '../setup/campaign.ts';
import { formWith } from '../setup/form.ts';
import {
  expectStatus,
  fillProfile,
  foundCompany,
  foundOrganisation,
  joinAssociation,
  password,
  reachLevel2,
  signUp,
  type Person,
} from '../setup/people.ts';
import { openAgain, signedAndOn } from '../setup/carried.ts';
import { contributeThrough } from '../setup/contributed.ts';
import { visitor, type Fields } from '../setup/visitor.ts';

// Who may open and post what, for every route that was built: one that is added is asked here, too.

/** What one person has: a company with an assessment, a consultancy and an association. */
type Place = Assessed & {
  consultancy: string;
  association: string;
  /** The run before, which was signed; the assessment goes on from it. */
  signed: string;
  result: string;
};

let app: App;
let mine: Person;
let stranger: Person;
let place: Place;
let theirs: Place;
let routes: BuiltRoute[];

beforeAll(async () => {
  routes = await builtRoutes();
  app = await openApp();
  mine = await signUp(app);
  stranger = await signUp(app, '田中 誠');
  place = await filledPlace(mine);
  theirs = await filledPlace(stranger);
  // Some pages ask for a fresh confirmation, and the machine may be slow.
  await app.superuser.query(`update auth.session set confirmed_at = now() + interval '1 day'`);
});
afterAll(async () => {
  mine.visitor.close();
  stranger.visitor.close();
  await app.close();
});

async function filledPlace(person: Person): Promise<Place> {
  await signInElsewhere(person);
  await reachLevel2(app, person);
  const org = await foundCompany(person);
  await fillProfile(person, org, factFields);
  const made = await signedAndOn(app, person, org);
  await save(person, made, 'A-02.level', { level: '2', note: '内々のメモ' });
  const path = `${questionPath(made, 'A-02.level')}/evidence`;
  const form = formWith((await person.visitor.get(path)).text, 'owner');
  await person.visitor.post(path, { ...form.fields, ...posts['routes/o.$org.evidence']?.typed });
  await promotePlan(person, made);
  const consultancy = await foundOrganisation(person, 'consultancies', '内々の事務所');
  const association = await foundOrganisation(person, 'associations', '内々の工業会');
  await joinAssociation(app, { officer: person, association }, { owner: person, org });
  await contributeThrough(person, { org, association });
  await publishFigures(app, association);
  return { ...made, consultancy, association };
}

/** A second session, so that the settings have one to end. */
async function signInElsewhere({ email }: Person): Promise<void> {
  const other = visitor(app.origin);
  expectStatus(await other.post('/signin', { email, password }), 303);
  other.close();
}

/** Addresses that nobody has to sign in for. */
const OPEN = new Set([
  '/',
  '/*',
  '/campaigns/:token',
  '/check',
  '/contact',
  '/dev/outbox',
  '/glossary',
  '/invitations/:token',
  '/language',
  '/method',
  '/passkey-options',
  '/password',
  '/password/:token',
  '/privacy',
  '/recovery/:token',
  '/recovery/:token/cancel',
  '/signin',
  '/signout',
  '/signup',
  '/signup/:token',
  '/terms',
]);

/** What a form of each route posts; a route with an action and without an entry fails below. */
const posts: Record<
  string,
  { has: string; typed: Fields; query?: string; onPage?: string; answers?: number }
> = {
  // Its form stands on another page, and it answers with a file.
  'routes/o.$org.export': { has: 'person', typed: {}, onPage: '/o/:org/leaving', answers: 200 },
  'routes/o.$org.leaving': { has: 'confirm', typed: { confirm: 'yes' } },
  'routes/companies.new': { has: 'name', typed: { name: '盗み見工業' } },
  'routes/consultancies.new': { has: 'name', typed: { name: '盗み見事務所' } },
  'routes/associations.new': { has: 'name', typed: { name: '盗み見工業会' } },
  'routes/confirm': { has: 'password', typed: { password } },
  'routes/security': { has: 'session', typed: {} },
  'routes/security.passkey': { has: 'passkey', typed: { name: '盗み見の鍵', passkey: '{}' } },
  'routes/security.one-time-codes': { has: 'intent', typed: {} },
  'routes/security.recovery-codes': { has: 'person', typed: {} },
  'routes/security.password': { has: 'password', typed: { password: 'another tram lantern 77' } },
  'routes/o.$org.team': { has: 'email', typed: { email: 'spy@example.jp', role: 'viewer' } },
  'routes/o.$org.sharing': { has: 'email', typed: { email: 'spy@example.jp' } },
  'routes/c.$consultancy.clients': {
    has: 'email',
    typed: { email: 'spy@example.jp' },
    query: '?index',
  },
  'routes/c.$consultancy.team': { has: 'email', typed: { email: 'spy@example.jp' } },
  'routes/a.$association.members': {
    has: 'email',
    typed: { email: 'spy@example.jp' },
    query: '?index',
  },
  'routes/a.$association.publications': { has: 'period', typed: {} },
  // The first form of a company that takes part is the way out.
  'routes/o.$org.contribution': { has: 'intent', typed: {} },
  'routes/a.$association.campaign': {
    has: 'addresses',
    typed: { ...campaignFields, intent: 'send', id: randomUUID() },
  },
  'routes/o.$org.profile': { has: 'base', typed: { employees: '666' } },
  'routes/o.$org.scenarios': { has: 'plan', typed: {} },
  'routes/o.$org.plan-item': { has: 'base', typed: { state: 'doing' } },
  'routes/o.$org.section-tasks': { has: 'section', typed: { due: '2027-01-31' } },
  'routes/o.$org.comments': { has: 'body', typed: { body: '盗み見のコメント' } },
  'routes/o.$org.next-edition': { has: 'edition', typed: {} },
  'routes/o.$org.confirm-answers': { has: 'intent', typed: { intent: 'undo' } },
  'routes/o.$org.sign-off': { has: 'intent', typed: { intent: 'submit' } },
  'routes/o.$org.facts': { has: 'base', typed: { salesLastYear: '666' } },
  'routes/o.$org.assessments.new': {
    has: 'mode',
    typed: { title: '盗み見の点検', mode: 'full', stage: 'holding' },
  },
  'routes/o.$org.scope': { has: 'mode', typed: { mode: 'full', stage: 'holding' } },
  'routes/o.$org.question': { has: 'level', typed: { intent: 'save', level: '4' } },
  'routes/o.$org.section': {
    has: 'level',
    typed: { intent: 'save', level: '4' },
    query: '?question=A-01.level',
  },
  'routes/o.$org.evidence': {
    has: 'owner',
    typed: {
      title: '0',
      dated: '2026-09-01',
      owner: 'general-affairs',
      location: 'file-server',
    },
  },
};

const patterns = () =>
  routes
    .filter(({ id }) => !routes.some(({ parentId }) => parentId === id))
    .map((route) => ({ route, pattern: patternOf(routes, route) || '/' }));

/** Inside a company, a consultancy or an association, by its route. */
const inside = () => patterns().filter(({ pattern }) => /^\/[oca]\//.test(pattern));

function addressOf(pattern: string, at: Place): string {
  const values: Record<string, string> = {
    ...at,
    question: 'A-02.level',
    domain: 'A',
    action: 'M005',
    // A signed result is one of the run before.
    ...(pattern.includes(':result') && { assessment: at.signed }),
  };
  return pattern.replaceAll(/:(\w+)/g, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`No value for :${name} of ${pattern} is known here.`);
    return value;
  });
}

/** Everything that a company and its person’s organisations hold, as the database has it. */
async function holdings({ org, consultancy, association }: Place): Promise<string> {
  const parts = [];
  for (const table of companyTables) {
    const sql = `select to_jsonb(t) as row from ${table} t where company_id = $1 order by 1`;
    parts.push((await app.superuser.query(sql, [org])).rows);
  }
  const invited = `select to_jsonb(t) as row from ctx.invitation t
    where organisation_id in ($1, $2, $3) order by 1`;
  // An export leaves nothing but its entry.
  const left = `select seq, action from audit.entry
    where company_id = $1 and action in ('export.made', 'erasure.asked') order by seq`;
  parts.push((await app.superuser.query(left, [org])).rows);
  const released = `select to_jsonb(t) as row from assoc.contribution t where company_id = $1 order by 1`;
  parts.push((await app.superuser.query(released, [org])).rows);
  const figures = `select to_jsonb(t) as row from assoc.draft t where association_id = $1 order by 1`;
  parts.push((await app.superuser.query(figures, [association])).rows);
  const campaigns = `select to_jsonb(t) as row from ctx.campaign t where association_id = $1 order by 1`;
  parts.push((await app.superuser.query(campaigns, [association])).rows);
  parts.push((await app.superuser.query(invited, [org, consultancy, association])).rows);
  return JSON.stringify(parts);
}

test('every route is open to all, or known to this matrix', () => {
  const closed = patterns().filter(({ pattern }) => !OPEN.has(pattern));
  expect(closed.length).toBeGreaterThan(12);
  const outside = closed.filter((one) => !inside().some(({ route }) => route === one.route));
  expect(outside.map(({ pattern }) => pattern)).toEqual([
    '/confirm',
    '/settings/security',
    '/settings/security/passkey',
    '/settings/security/one-time-codes',
    '/settings/security/recovery-codes',
    '/settings/security/password',
    '/companies',
    '/companies/new',
    '/consultancies/new',
    '/associations/new',
  ]);
  const acting = closed.filter(({ route }) => route.module.action !== undefined);
  expect(acting.map(({ route }) => route.id).sort()).toEqual(Object.keys(posts).sort());
});

test('a route that nobody has thought of is found (the control)', () => {
  const planted = {
    id: 'routes/o.$org.planted',
    parentId: 'routes/o.$org',
    path: 'planted/:thing',
  };
  const pattern = patternOf(routes, { ...planted, module: {} });
  expect(pattern).toBe('/o/:org/planted/:thing');
  expect(() => addressOf(pattern, place)).toThrow(':thing');
  expect(OPEN.has(pattern)).toBe(false);
});

test('a member opens every page of the company and the organisations (the control)', async () => {
  for (const { route, pattern } of inside()) {
    const address = addressOf(pattern, place);
    const expected = posts[route.id]?.onPage ? 303 : 200;
    expect([address, (await mine.visitor.get(address)).status]).toEqual([address, expected]);
  }
});

test('nobody opens a page without signing in, and nobody posts to one', async () => {
  const nobody = visitor(app.origin);
  const before = await holdings(place);
  for (const { route, pattern } of patterns().filter((one) => !OPEN.has(one.pattern))) {
    const address = addressOf(pattern, place);
    const page = await nobody.get(address);
    const back = encodeURIComponent(address);
    expect([page.status, page.location]).toEqual([303, `/signin?back=${back}`]);
    const data = await nobody.get(`${address === '/' ? '/_root' : address}.data`);
    expect([address, data.status, data.text.includes('内々')]).toEqual([address, 202, false]);
    if (!route.module.action) continue;
    const form = await formOf(mine, route, pattern);
    const answer = await nobody.post(address + form.query, form.fields);
    // A file has no page of its own that could ask for the sign-in.
    expect([address, answer.status]).toEqual([address, posts[route.id]?.onPage ? 303 : 401]);
  }
  expect(await holdings(place)).toBe(before);
  nobody.close();
});

/** A form of one's own page, filled. */
async function formOf(person: Person, { id }: BuiltRoute, pattern: string) {
  const { has = '', typed = {}, query = '', onPage = pattern } = posts[id] ?? {};
  const at = person === mine ? place : theirs;
  const form = formWith((await person.visitor.get(addressOf(onPage, at))).text, has);
  return { query, fields: { ...form.fields, ...typed } };
}

const bare = (html: string, ids: readonly string[]) =>
  ids.reduce((text, id) => text.replaceAll(id, 'ID'), withoutRequestMarks(html));

test('another company’s address answers page and post alike, as a made-up one does', async () => {
  const before = await holdings(theirs);
  const madeUp = {
    org: randomUUID(),
    assessment: randomUUID(),
    consultancy: randomUUID(),
    association: randomUUID(),
    signed: randomUUID(),
    result: randomUUID(),
  };
  const pairs = [
    { foreign: theirs, unknown: madeUp },
    // Their assessment inside one's own company.
    {
      foreign: { ...place, assessment: theirs.assessment, signed: theirs.signed },
      unknown: { ...place, assessment: madeUp.assessment, signed: madeUp.signed },
    },
  ];
  for (const { foreign, unknown } of pairs) {
    for (const { route, pattern } of inside()) {
      const address = addressOf(pattern, foreign);
      if (!Object.values(theirs).some((id) => address.includes(id))) continue;
      const ids = [...Object.values(theirs), ...Object.values(madeUp)];
      const twin = addressOf(pattern, unknown);
      const [one, other] = [await mine.visitor.get(address), await mine.visitor.get(twin)];
      expect([address, one.status, other.status]).toEqual([address, 404, 404]);
      expect(bare(one.text, ids)).toBe(bare(other.text, ids));
      if (!route.module.action) continue;
      const { query, fields } = await formOf(mine, route, pattern);
      const posted = await mine.visitor.post(address + query, fields);
      const elsewhere = await mine.visitor.post(twin + query, fields);
      expect([address, posted.status, elsewhere.status]).toEqual([address, 404, 404]);
      expect(bare(posted.text, ids)).toBe(bare(elsewhere.text, ids));
    }
  }
  expect(await holdings(theirs)).toBe(before);
});

test('a form that their page was made for is not taken from me, in my company or theirs', async () => {
  const before = [await holdings(theirs), await holdings(place)];
  for (const { route, pattern } of inside().filter(({ route }) => route.module.action)) {
    const { query, fields } = await formOf(stranger, route, pattern);
    for (const at of [theirs, place]) {
      const address = addressOf(pattern, at);
      const { status } = await mine.visitor.post(address + query, fields);
      expect([address, status]).toEqual([address, at === theirs ? 404 : 422]);
    }
  }
  expect([await holdings(theirs), await holdings(place)]).toEqual(before);
});

test('the same forms are saved for their own person (the control)', async () => {
  const before = await holdings(place);
  for (const { route, pattern } of inside().filter(({ route }) => route.module.action)) {
    // What is carried on or submitted takes no other form.
    await openAgain(app, place);
    const { query, fields } = await formOf(mine, route, pattern);
    const had = await holdings(place);
    const answer = await mine.visitor.post(addressOf(pattern, place) + query, fields);
    expect([pattern, answer.status]).toEqual([pattern, posts[route.id]?.answers ?? 303]);
    expect([pattern, (await holdings(place)) === had]).toEqual([pattern, false]);
  }
  expect(await holdings(place)).not.toBe(before);
});

const evidenceOf = (at: Place) => `${questionPath(at, 'A-02.level')}/evidence`;

test('what is withdrawn is one’s own', async () => {
  const form = formWith((await stranger.visitor.get(evidenceOf(theirs))).text, 'evidence');
  const before = await holdings(theirs);
  const { evidence = [] } = form.fields;
  const person = formWith((await mine.visitor.get(evidenceOf(place))).text, 'evidence').fields[
    'person'
  ];
  const fields = { ...form.fields, evidence, person: person ?? [] };
  for (const at of [theirs, place, { ...place, assessment: theirs.assessment }])
    expect((await mine.visitor.post(evidenceOf(at), fields)).status).toBe(404);
  expect(await holdings(theirs)).toBe(before);
  // The control.
  expect((await stranger.visitor.post(evidenceOf(theirs), form.fields)).status).toBe(303);
  expect(await holdings(theirs)).not.toBe(before);
});

const SECURITY = '/settings/security/password';

test('a form of another person’s that belongs to no company changes nothing of mine', async () => {
  const mineNow = async () => {
    const { rows } = await app.superuser.query<{ row: unknown }>(
      `select to_jsonb(a) || jsonb_build_object(
                'companies', (select count(*) from ctx.access where account_id = a.id),
                'sessions', (select count(*) from auth.session where account_id = a.id and ended_at is null)
              ) as row
         from auth.account a where email = $1`,
      [mine.email],
    );
    return rows;
  };
  const before = await mineNow();
  const outside = patterns().filter(
    ({ route, pattern }) =>
      route.module.action && !OPEN.has(pattern) && !inside().some((one) => one.route === route),
  );
  expect(outside.length).toBeGreaterThan(6);
  for (const { route, pattern } of outside) {
    const { query, fields } = await formOf(stranger, route, pattern);
    const { status } = await mine.visitor.post(pattern + query, fields);
    expect([pattern, status]).toEqual([pattern, 422]);
  }
  expect(await mineNow()).toEqual(before);
  // The control: taken from its own person, the same form changes how they sign in.
  const form = await formOf(mine, { id: 'routes/security.password', module: {} }, SECURITY);
  expect((await mine.visitor.post(SECURITY, form.fields)).status).toBe(303);
  expect(await mineNow()).not.toEqual(before);
});
