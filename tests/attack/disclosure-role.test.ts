import { afterAll, beforeAll, expect, test } from 'vitest';
import { openApp, type App } from '../setup/app.ts';
import type { PageForm } from '../setup/form.ts';
import {
  expectStatus,
  foundOrganisation,
  inviteFrom,
  joinAssociation,
  reachLevel2,
  signUp,
  type Person,
} from '../setup/people.ts';
import { publishFigures } from '../setup/published-figures.ts';
import type { Answer, Fields } from '../setup/visitor.ts';
import { addressOf, allRoutes, type Route } from './all-routes.ts';
import { canariesOf } from './company-canaries.ts';
import {
  confirmNow,
  fingerprintOf,
  furnish,
  hasOwnPage,
  ownForms,
  pageWithForm,
  parametersFor,
  type Furnished,
} from './furnished.ts';

// SDC-10 of security.md 5.4, on every route: officers of an association ask for every address of a company that
// is its member and has released its band, with every form; they see nothing that stands in a row of it.

let app: App;
let member: Furnished;
/** An owner of the association and an officer without that role. */
let officers: Person[];
let association: string;
let routes: Route[];
let canaries: Set<string>;

beforeAll(async () => {
  app = await openApp();
  member = await furnish(app, '九十九 静');
  const [chair, clerk] = [await signUp(app, '関 直人'), await signUp(app, '事務 一')];
  officers = [chair, clerk];
  for (const officer of officers) await reachLevel2(app, officer);
  association = await foundOrganisation(chair, 'associations', '山手の会');
  const offer = { intent: 'invite', email: clerk.email, role: 'member' };
  const link = await inviteFrom(app, chair, `/a/${association}?index`, offer);
  expectStatus(await clerk.visitor.post(link, { intent: 'accept' }), 303);
  const company = { owner: member.person, org: member.org };
  await joinAssociation(app, { officer: chair, association }, company);
  await release();
  await publishFigures(app, association);
  routes = (await allRoutes()).filter(({ isLayout }) => !isLayout);
  // The members' page names the company; the app shows messages on the machine that it runs on.
  const { rows } = await app.superuser.query<{ name: string }>(
    'select name from junbi.company where company_id = $1',
    [member.org],
  );
  canaries = await canariesOf(app, member.org, [member.org, rows[0]?.name ?? '', association]);
});
afterAll(async () => {
  for (const { visitor } of [...officers, member.person]) visitor.close();
  await app.close();
});

/** What a company does in two steps on its page, past them. */
const release = () =>
  app.superuser.query(
    `insert into assoc.contribution (association_id, company_id, number, edition_id, result_id, industry, region, size,
                                     overall, holding, batch, at_least_half, released_by_name)
     values ($1, $2, 1, '2026-11', $3, 'machining', 'kanto', 'below-50', 'mid', $4, $5, true, '九十九 静')`,
    [association, member.org, member.result, 'c0ffee'.padEnd(64, '0'), 'facade'.padEnd(64, '0')],
  );

const isOfTenant = ({ path }: Route) => /^\/[oc]\//.test(path);
/** Where mails do not leave this machine, a page shows all of them to whoever works on it. */
const isOutbox = ({ id }: Route) => id === 'routes/dev.outbox';

/** The page of a layout's own address takes its forms under another one. */
const toPost = ({ path }: Route, address: string) =>
  /^\/[ca]\/:[a-z]+$/.test(path) ? `${address}?index` : address;

/** The address of a route for the member company, with the association of the officers. */
async function addressFor({ path }: Route, own = association): Promise<string> {
  const token = 'used-or-never-sent';
  const values = path.includes(':token') ? {} : await parametersFor(app, member, path);
  return addressOf(path, { ...values, token, association: own });
}

/** What of the company an answer tells that was not in the question. */
function toldBy({ text, headers }: Answer, question: string): string[] {
  const all = `${JSON.stringify(headers)}${text}`;
  return [...canaries].filter((canary) => all.includes(canary) && !question.includes(canary));
}
const accountOf = async ({ email }: Person) => {
  const { rows } = await app.superuser.query<{ id: string }>(
    'select id from auth.account where email = $1',
    [email],
  );
  return rows[0]?.id ?? '';
};

/** The forms of a route as the company's owner has them, and one that nobody has. */
async function formsFor(route: Route): Promise<PageForm[]> {
  const address = addressOf(pageWithForm(route), await parametersFor(app, member, route.path));
  const { text } = await member.person.visitor.get(address);
  return ownForms(text, await addressFor(route));
}

const filled = ({ fields, buttons: [button] }: PageForm): Fields =>
  button ? { ...fields, [button.name]: button.value } : fields;

interface Asked {
  status: number;
  told: string[];
}

const gets = async ({ visitor }: Person, address: string): Promise<Asked> => {
  const answer = await visitor.get(address);
  return { status: answer.status, told: toldBy(answer, address) };
};
const posts = async ({ visitor }: Person, address: string, fields: Fields): Promise<Asked> => {
  const answer = await visitor.post(address, fields);
  return { status: answer.status, told: toldBy(answer, address + JSON.stringify(fields)) };
};

test('no address of a company or a consultancy is there for officers, by page or by form', async () => {
  const before = await fingerprintOf(app, member);
  let asked = 0;
  for (const route of routes.filter(isOfTenant)) {
    const address = await addressFor(route);
    const forms = route.hasAction ? (await formsFor(route)).map(filled) : [];
    for (const officer of officers) {
      const person = await accountOf(officer);
      for (const end of ['', '.data']) {
        asked += 1;
        const page = await gets(officer, address + end);
        expect([address + end, page]).toEqual([address + end, { status: 404, told: [] }]);
      }
      for (const fields of [{}, ...forms, ...forms.map((one) => ({ ...one, person }))]) {
        asked += 1;
        const status = route.hasAction ? 404 : 405;
        const answer = await posts(officer, toPost(route, address), fields);
        expect([address, fields, answer]).toEqual([address, fields, { status, told: [] }]);
      }
    }
  }
  console.log(
    `SDC-10: ${asked} requests of officers, all refused; ${canaries.size} words, ids and hashes.`,
  );
  expect(await fingerprintOf(app, member)).toBe(before);
});

/** No field, and fields of the forms of an association. */
const TYPED: readonly Fields[] = [
  {},
  { intent: 'ask', period: '2025-Q4' },
  { intent: 'release', period: '2026-Q2' },
  { intent: 'invite-company', email: 'x' },
  { intent: 'invite', email: 'x', role: 'owner' },
];

/** The officers' association, and one that is not theirs. */
const associationsFor = ({ path }: Route) =>
  path.includes(':association') ? [association, member.association] : [association];

test('every other address tells officers nothing of a company, and another association is not there', async () => {
  const before = await fingerprintOf(app, member);
  const statuses = new Map<number, number>();
  for (const route of routes.filter((one) => !isOfTenant(one) && !isOutbox(one)))
    for (const own of associationsFor(route))
      for (const officer of officers) {
        const address = await addressFor(route, own);
        const person = await accountOf(officer);
        await confirmNow(app, officer);
        const answers = [await gets(officer, address), await gets(officer, dataOf(address))];
        for (const fields of postedTo(route))
          answers.push(await posts(officer, toPost(route, address), { ...fields, person }));
        for (const { status, told } of answers) {
          statuses.set(status, (statuses.get(status) ?? 0) + 1);
          expect([address, told]).toEqual([address, []]);
        }
        const [page] = answers;
        const theirs = own === association ? 200 : 404;
        const expected = route.path.includes(':association') ? theirs : page?.status;
        expect([address, page?.status]).toEqual([address, expected]);
      }
  const counted = [...statuses].map(([status, count]) => `${count} × ${status}`);
  console.log(`SDC-10: other requests of officers tell nothing of it (${counted.join(', ')}).`);
  expect(await fingerprintOf(app, member)).toBe(before);
});

const dataOf = (address: string) => `${address === '/' ? '/_root' : address}.data`;
/** Signing out would end the attack. */
const postedTo = ({ id, hasAction }: Route) => (hasAction && id !== 'routes/signout' ? TYPED : []);

test('the company’s owner is told all of it at the same addresses (the control)', async () => {
  const told = new Set<string>();
  for (const route of routes.filter(isOfTenant)) {
    const page = await gets(member.person, await addressFor(route));
    expect([route.id, page.status]).toEqual([route.id, hasOwnPage(route) ? 200 : 303]);
    for (const one of page.told) told.add(one);
  }
  console.log(`SDC-10, the control: the owner is told ${told.size} of ${canaries.size}.`);
  expect(told.size).toBeGreaterThan(canaries.size / 4);
});
