import { randomBytes, randomUUID } from 'node:crypto';
import * as fc from 'fast-check';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { indexEdition } from '#assessments/edition-index.ts';
import { assessmentsOf } from '#assessments/oracle/assessments.ts';
import { SEED } from '#assessments/oracle/seed.ts';
import { resultJson } from '#assessments/result-json.ts';
import { score, type Assessment } from '#assessments/score.ts';
import { asAdministrator, withDatabase, withLogin } from '#db/administrator.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { publishContent } from '#db/content.ts';
import { migrate, migrationFiles } from '#db/migrate.ts';
import { withCompany, withOwner, type Member } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { freshDatabase, type FreshDatabase } from '../setup/postgres.ts';
import { editions } from './versioned.ts';
import { companyOf, signedIn } from './world.ts';

// A database as it was before the edition 2026-12 and its tables: its answers on 2026-11 and what they come
// to stay as they are when it is migrated and the new edition is published.

const LAST_BEFORE = '0012_plans.sql';

let given: FreshDatabase;
let superuser: Client;
let ownerUrl: string;
beforeAll(async () => {
  given = await freshDatabase();
  const name = `${given.name}_${randomBytes(4).toString('hex')}`;
  await asAdministrator(given.adminUrl, async (client) => {
    await client.query(`create database ${name}`);
  });
  ownerUrl = withDatabase(given.adminUrl, name);
  superuser = new Client({ connectionString: ownerUrl });
  await superuser.connect();
});
afterAll(async () => {
  await closePools();
  await superuser.end();
  await asAdministrator(given.adminUrl, async (client) => {
    await client.query(`drop database ${new URL(ownerUrl).pathname.slice(1)} with (force)`);
  });
  await given.drop();
});

const passwordOf = (url: string) => decodeURIComponent(new URL(url).password);

it('answers on 2026-11 come to the same after the migration, and can be gone on with', async () => {
  const [before, after] = editions;
  if (!before || !after) throw new Error('There are two editions.');
  const passwords = {
    appPassword: passwordOf(given.appUrl),
    authPassword: passwordOf(given.authUrl),
    workerPassword: passwordOf(given.workerUrl),
    assocPassword: passwordOf(given.assocUrl),
    aggPassword: passwordOf(given.aggUrl),
  };
  const files = await migrationFiles();
  const old = files.filter(({ name }) => name <= LAST_BEFORE);
  expect(files.length).toBeGreaterThan(old.length);
  await migrate(ownerUrl, passwords, old);
  await withOwner(ownerUrl, (tx) => publishContent(tx, [before]));
  openPools({
    appUrl: withLogin(ownerUrl, 'app', passwords.appPassword),
    authUrl: withLogin(ownerUrl, 'auth', passwords.authPassword),
  });
  const member = await companyOf(await signedIn());
  const samples = fc.sample(assessmentsOf(before), { numRuns: 10, seed: SEED });
  const kept = [];
  for (const said of samples) kept.push({ said, assessmentId: await asBefore(member, said) });
  const stored = await rows();

  const { applied } = await migrate(ownerUrl, passwords);
  expect(applied.filter(({ fresh }) => fresh).length).toBe(files.length - old.length);
  const { fresh } = await withOwner(ownerUrl, (tx) => publishContent(tx, [before, after]));
  expect(fresh).toContain('2026-12');
  expect(fresh).not.toContain('2026-11');

  expect(await rows()).toEqual(stored);
  for (const { said, assessmentId } of kept) {
    const sheet = await withCompany(member, (tx) => readWorksheet(tx, assessmentId));
    if (!sheet) throw new Error('An assessment was lost.');
    const { edition, assessment, answers } = sheet;
    expect(assessment).toMatchObject({ editionId: '2026-11', state: 'open', overlays: [] });
    const scope = { mode: said.mode, stage: said.stage, facts: {} };
    expect(resultJson(score(edition, { ...scope, answers }))).toEqual(
      resultJson(score(before, { ...scope, answers: said.answers })),
    );
  }
});

const rows = async () =>
  (
    await superuser.query<{ row: string }>(
      'select e::text as row from junbi.answer_event e order by 1',
    )
  ).rows;

/** Written as the version before wrote it: the verbs of today know columns that are not there yet. */
async function asBefore({ companyId }: Member, said: Assessment): Promise<string> {
  const assessmentId = randomUUID();
  const [edition] = editions;
  if (!edition) throw new Error('There are two editions.');
  const { questionById } = indexEdition(edition);
  const actor = '00000000-0000-4000-8000-0000000000ff';
  await superuser.query(
    `insert into junbi.assessment (company_id, assessment_id, edition_id, mode, stage, title, created_by, created_by_name)
     values ($1, $2, '2026-11', $3, $4, '2026年度の自己点検', $5, '佐藤')`,
    [companyId, assessmentId, said.mode, said.stage, actor],
  );
  for (const [id, answer] of Object.entries(said.answers))
    await superuser.query(
      `insert into junbi.answer_event (company_id, assessment_id, question_id, version, questionnaire, answer, request_id, actor, actor_name)
       values ($1, $2, $3, 1, $4, $5, gen_random_uuid(), $6, '佐藤')`,
      [
        companyId,
        assessmentId,
        id,
        questionById.get(id)?.questionnaire,
        JSON.stringify(answer),
        actor,
      ],
    );
  return assessmentId;
}
