import { unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readChainFile } from '#assessments/audit-file.ts';
import { verifyChain } from '#assessments/audit-chain.ts';
import { companyExportSchema } from '#db/export-file.ts';
import { save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { formWith } from '../setup/form.ts';
import {
  expectStatus,
  foundCompany,
  letIn,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

// Export and leaving over HTTP.

let app: App;
let owner: Person;
let preparer: Person;
let place: Place;
const paths = () => ({ leaving: `/o/${place.org}/leaving`, export: `/o/${place.org}/export` });

beforeAll(async () => {
  app = await openApp();
  owner = await signUp(app);
  preparer = await signUp(app, '田中 誠');
  const org = await foundCompany(owner);
  await letIn(app, org, preparer);
  place = { org, assessment: await startAssessment(owner, org) };
  await save(owner, place, 'A-01.level', { level: '2', note: '=内々のメモ' });
});
afterAll(async () => {
  owner.visitor.close();
  preparer.visitor.close();
  await app.close();
});

async function confirmed(minutesAgo: number): Promise<void> {
  await app.superuser.query(
    `update auth.session s set confirmed_at = now() - make_interval(mins => $2)
       from auth.account a where a.id = s.account_id and a.email = $1`,
    [owner.email, minutesAgo],
  );
}

/** The bytes of a download; the visitor reads text. */
async function download(): Promise<Uint8Array> {
  const cookie = [...owner.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const answer = await fetch(app.origin + paths().export, {
    method: 'POST',
    headers: { cookie, origin: app.origin },
    body: new URLSearchParams(),
  });
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-disposition')).toMatch(/^attachment; filename="junbi-/);
  return new Uint8Array(await answer.arrayBuffer());
}

test('an owner downloads everything as one file that verifies offline', async () => {
  const zip = await download();
  const { problems, summary } = verifyChain(readChainFile(zip));
  expect(problems).toEqual([]);
  expect(summary.entries).toBeGreaterThan(3);
  const files = unzipSync(zip);
  const text = (name: string) => new TextDecoder().decode(files[name]);
  const data = companyExportSchema.parse(JSON.parse(text('junbi.json')));
  expect(data.answers.map(({ note }) => note)).toEqual(['=内々のメモ']);
  expect(text('csv/answers.csv')).toContain(`"'=内々のメモ"`);
  expect(files['csv/answers.csv']?.slice(0, 3)).toEqual(Uint8Array.of(0xef, 0xbb, 0xbf));
});

test('nobody else exports or deletes, and an owner only just after proving who they are', async () => {
  for (const path of [paths().leaving, paths().export])
    expectStatus(await preparer.visitor.post(path, { intent: 'ask', confirm: 'yes' }), 404);
  expectStatus(await preparer.visitor.get(paths().leaving), 404);
  await confirmed(6);
  const back = new URLSearchParams({ back: paths().export }).toString();
  expect((await owner.visitor.post(paths().export, {})).location).toBe(`/confirm?${back}`);
  const asked = await owner.visitor.post(paths().leaving, { intent: 'ask', confirm: 'yes' });
  expectStatus(asked, 403);
  expect(asked.text).toContain('ご本人であることを確かめると、送ります');
  const { rows } = await app.superuser.query('select 1 from erase.request');
  expect(rows).toEqual([]);
  await confirmed(0);
});

test('the deletion is asked for with a tick, told to the owners, and recalled', async () => {
  const { visitor } = owner;
  const unticked = await visitor.post(paths().leaving, { intent: 'ask' });
  expectStatus(unticked, 422);
  expect(unticked.text).toContain('印を付けてください');
  expectStatus(await visitor.post(paths().leaving, { intent: 'ask', confirm: 'yes' }), 303);
  const page = await visitor.get(paths().leaving);
  expect(page.text).toContain('削除を申し込みました');
  const { fields } = formWith(page.text, 'intent');
  expect(fields['intent']).toEqual(['recall']);
  expectStatus(await visitor.post(paths().leaving, { intent: 'recall' }), 303);
  expect((await visitor.get(paths().leaving)).text).toContain('削除を申し込む');
  const { rows } = await app.superuser.query<{ kind: string }>(
    `select kind from auth.outbox where to_address = $1 and kind like 'erasure-%' order by created_at`,
    [owner.email],
  );
  expect(rows.map(({ kind }) => kind)).toEqual(['erasure-asked', 'erasure-recalled']);
});

test('each form that changes a company is one entry in its log', async () => {
  const { rows } = await app.superuser.query<{ action: string }>(
    'select action from audit.entry where company_id = $1 order by seq',
    [place.org],
  );
  expect(rows.map(({ action }) => action)).toEqual([
    'company.founded',
    'assessment.started',
    'answer.saved',
    'export.made',
    // The preparer tried twice to post and once to look.
    'access.refused',
    'access.refused',
    'access.refused',
    'session.confirmation-asked',
    'session.confirmation-asked',
    'erasure.asked',
    'erasure.recalled',
  ]);
});
