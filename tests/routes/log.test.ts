import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import {
  expectStatus,
  foundCompany,
  password,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

// The access log over HTTP: what people from outside see, who may read it, and sign-ins.

let app: App;
let owner: Person;
let consultant: Person;
let viewer: Person;
let place: Place;

beforeAll(async () => {
  app = await openApp();
  owner = await signUp(app);
  consultant = await signUp(app, '支援 次郎');
  viewer = await signUp(app, '閲覧 花子');
  const org = await foundCompany(owner);
  place = { org, assessment: await startAssessment(owner, org) };
  await save(owner, place, 'A-01.level', { level: '2', note: '内々のメモ' });
  await engage(org, consultant);
  await app.superuser.query(
    `insert into ctx.access (company_id, account_id, role)
     select $1, id, 'viewer' from auth.account where email = $2`,
    [org, viewer.email],
  );
});
afterAll(async () => {
  for (const { visitor } of [owner, consultant, viewer]) visitor.close();
  await app.close();
});

/** Engages a consultancy of that person, and brings the person to level 2. */
async function engage(org: string, { email }: Person): Promise<void> {
  const consultancy = randomUUID();
  await app.superuser.query(
    `insert into ctx.consultancy (consultancy_id) values ('${consultancy}');
     insert into ctx.consultancy_member (consultancy_id, account_id, role)
     select '${consultancy}', id, 'owner' from auth.account where email = '${email}';
     insert into ctx.engagement (company_id, engagement_id, consultancy_id, scope, granted_by, granted_by_name, ends_at)
     values ('${org}', gen_random_uuid(), '${consultancy}', 'answer', gen_random_uuid(), '田中', now() + interval '1 day');
     update auth.session s set level = 2 from auth.account a where a.id = s.account_id and a.email = '${email}'`,
  );
}

const entries = async () =>
  (
    await app.superuser.query<{ action: string; target: string; payload: string }>(
      `select action, target, convert_from(payload, 'UTF8') as payload from audit.entry
        where company_id = $1 order by seq`,
      [place.org],
    )
  ).rows;

async function added(work: () => Promise<unknown>) {
  const before = (await entries()).length;
  await work();
  return (await entries()).slice(before).map(({ action, target }) => `${action} ${target}`);
}

test('each page that a consultant opens is one entry that names the screen; the company’s own are none', async () => {
  const at = `/o/${place.org}/assessments/${place.assessment}`;
  const pages: [string, string][] = [
    [`/o/${place.org}`, 'home'],
    [`/o/${place.org}/profile`, 'profile'],
    [`${at}/scope`, 'scope'],
    [`${at}/questions`, 'questions'],
    [`${at}/questions/A-01.level`, 'questions'],
    [`${at}/questions/A-01.level/evidence`, 'questions/evidence'],
    [`${at}/sections/A`, 'sections'],
    [`${at}/gaps`, 'gaps'],
    [`${at}/actions`, 'actions'],
    [`${at}/report`, 'report'],
  ];
  for (const [page, screen] of pages) {
    expect(await added(async () => expectStatus(await consultant.visitor.get(page), 200))).toEqual([
      `screen.viewed screen/${screen}`,
    ]);
    expect(await added(() => owner.visitor.get(page))).toEqual([]);
  }
});

test('what a consultant saves is one entry, for the consultancy', async () => {
  const before = (await entries()).length;
  await save(consultant, place, 'A-02.level', { level: '1' });
  const actions = (await entries()).slice(before).map(({ action }) => action);
  // The form was opened first.
  expect(actions.filter((action) => action === 'answer.saved')).toHaveLength(1);
  const { rows } = await app.superuser.query(
    `select role, on_behalf_of is not null as acts from audit.entry
      where company_id = $1 and action = 'answer.saved' order by seq desc limit 1`,
    [place.org],
  );
  expect(rows).toEqual([{ role: 'consultant', acts: true }]);
});

test('owner and preparer read the log; for the others it does not exist, and that is logged', async () => {
  const path = `/o/${place.org}/log`;
  const page = await owner.visitor.get(path);
  expect(page.status).toBe(200);
  expect(page.text).toContain('回答を保存しました');
  expect(page.text).not.toContain('内々のメモ');
  for (const { visitor } of [consultant, viewer]) {
    const tried = await added(async () => expectStatus(await visitor.get(path), 404));
    expect(tried).toEqual(['access.refused company/page']);
  }
  expect((await viewer.visitor.get(`/o/${place.org}`)).text).not.toContain(path);
});

test('the log is filtered by kind and by day, and goes on page by page', async () => {
  const path = `/o/${place.org}/log`;
  const only = await owner.visitor.get(`${path}?kind=answer`);
  expect(only.text).toContain('回答を保存しました');
  expect(only.text).not.toContain('<td>画面を見ました');
  expect((await owner.visitor.get(`${path}?until=2001-01-01`)).text).toContain(
    'この条件に合う記録はありません。',
  );
  const junk = '?person=x&kind=%27&since=yesterday&before=-1';
  expect((await owner.visitor.get(path + junk)).status).toBe(200);
  for (let at = 0; at < 50; at += 1) await consultant.visitor.get(`/o/${place.org}/profile`);
  const first = await owner.visitor.get(path);
  const next = /href="([^"]*before=[^"]*)"/.exec(first.text)?.[1]?.replaceAll('&amp;', '&') ?? '';
  expect((await owner.visitor.get(next)).text).toContain('会社を登録しました');
});

test('signing in and out, and failing to, stand in the log with the network alone', async () => {
  const fresh = { email: owner.email, password };
  const { visitor } = consultant;
  const other = viewer.visitor;
  expect(
    await added(async () => expectStatus(await other.post('/signin', { ...fresh }), 303)),
  ).toEqual([
    // Of the viewer, in whose browser the owner signs in.
    expect.stringMatching(/^session\.ended account\//),
    expect.stringMatching(/^sign-in\.succeeded account\//),
  ]);
  const wrong = { email: owner.email, password: 'not the right password at all' };
  expectStatus(await visitor.post('/signin', wrong), 422);
  expectStatus(await visitor.post('/signin', { ...wrong, email: 'nobody@example.jp' }), 422);
  const { rows } = await app.superuser.query<{ email: string; network: string }>(
    'select email, network from audit.failed_sign_in order by at',
  );
  expect(rows).toEqual([
    { email: owner.email, network: '127.0.0.0/24' },
    { email: 'nobody@example.jp', network: '127.0.0.0/24' },
  ]);
});

test('the public keys are served', async () => {
  const answer = await owner.visitor.get('/keys');
  expect(JSON.parse(answer.text)).toMatchObject({
    keys: [
      { use: 'anchor', algorithm: 'Ed25519' },
      { use: 'result', algorithm: 'Ed25519' },
    ],
  });
});
