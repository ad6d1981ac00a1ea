import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { currentAnswers } from '#db/answers.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { assessmentOf, companyOf, openWorld, signedIn, type World } from './world.ts';

// Called for each row, a policy's function makes a table of 10,000 companies slow. So every table is
// filled with other companies' rows, and each plan must use company_id as an index condition.

let world: World;
let member: Member;
let assessmentId: string;
beforeAll(async () => {
  world = await openWorld();
  member = await companyOf(await signedIn());
  assessmentId = await assessmentOf(member);
  await world.superuser.query(
    `insert into junbi.answer_event (company_id, assessment_id, question_id, version, questionnaire, answer, request_id, actor, actor_name)
     select $1, $2, 'A-' || lpad(q::text, 2, '0') || '.level', v, case when q < 40 then 'governance' else 'facility' end, '{"level": 2}', gen_random_uuid(), $3, 'x'
       from generate_series(1, 90) q, generate_series(1, 3) v`,
    [member.companyId, assessmentId, randomUUID()],
  );
  await world.superuser.query(`
    insert into ctx.tenant (company_id) select gen_random_uuid() from generate_series(1, 400);
    insert into junbi.company (company_id, name, created_by, created_by_name)
      select company_id, 'x', gen_random_uuid(), 'x' from ctx.tenant on conflict do nothing;
    insert into junbi.profile_version (company_id, version, facts, request_id, actor, actor_name)
      select company_id, v, '{}', gen_random_uuid(), gen_random_uuid(), 'x' from ctx.tenant, generate_series(1, 5) v;
    insert into junbi.support_facts_version (company_id, version, facts, request_id, actor, actor_name)
      select company_id, v, '{}', gen_random_uuid(), gen_random_uuid(), 'x' from ctx.tenant, generate_series(1, 5) v;
    insert into junbi.assessment (company_id, assessment_id, edition_id, mode, stage, title, created_by, created_by_name)
      select company_id, gen_random_uuid(), '2026-11', 'full', 'application', 'x', gen_random_uuid(), 'x' from ctx.tenant
       where company_id <> '${member.companyId}';
    insert into junbi.answer_event (company_id, assessment_id, question_id, version, questionnaire, answer, request_id, actor, actor_name)
      select company_id, assessment_id, 'A-' || lpad(q::text, 2, '0') || '.level', v, case when q < 40 then 'governance' else 'facility' end,
             '{"level": 2}', gen_random_uuid(), gen_random_uuid(), 'x'
        from junbi.assessment, generate_series(1, 90) q, generate_series(1, 2) v
       where company_id <> '${member.companyId}';
    insert into junbi.evidence (company_id, evidence_id, assessment_id, question_id, questionnaire, title, owner_role, location, actor, actor_name)
      select company_id, gen_random_uuid(), assessment_id, 'A-01.level', 'governance', 'x', 'legal', 'other', gen_random_uuid(), 'x'
        from junbi.assessment, generate_series(1, 5);
    insert into junbi.evidence_withdrawal (company_id, evidence_id, questionnaire, actor, actor_name)
      select company_id, evidence_id, questionnaire, gen_random_uuid(), 'x' from junbi.evidence;
    insert into junbi.scenario (company_id, scenario_id, assessment_id, rests_on, name, wish, actor, actor_name)
      select company_id, gen_random_uuid(), assessment_id, '{governance}', 'x', '{}', gen_random_uuid(), 'x' from junbi.assessment, generate_series(1, 5);
    insert into junbi.plan (company_id, plan_id, assessment_id, rests_on, name, wish, answer, today, actor, actor_name)
      select company_id, gen_random_uuid(), assessment_id, '{governance}', 'x', '{}', '{}', '2026-11-26', gen_random_uuid(), 'x' from junbi.assessment;
    insert into junbi.plan_item_event (company_id, plan_id, action_id, version, rests_on, state, owner_role, due_on, request_id, actor, actor_name)
      select company_id, plan_id, 'M001', v, '{governance}', 'todo', 'legal', '2026-12-01', gen_random_uuid(), gen_random_uuid(), 'x' from junbi.plan, generate_series(1, 5) v;
    analyze`);
});
afterAll(() => world.close());

const planOf = (statement: string) =>
  withCompany(member, async (tx) => {
    const { rows } = await tx.execute(sql.raw(`explain (costs off) ${statement}`));
    return rows.map((row) => String(row['QUERY PLAN'])).join('\n');
  });

describe('each policy is an index condition', () => {
  it.each([
    'company',
    'profile_version',
    'support_facts_version',
    'assessment',
    'answer_event',
    'evidence',
    'evidence_withdrawal',
    'scenario',
    'plan',
    'plan_item_event',
  ])('of %s', async (table) => {
    const plan = await planOf(`select * from junbi.${table}`);
    expect(plan).toMatch(/Index Cond: .*company_id = ctx\.company\(\)/);
    expect(plan).not.toContain('Seq Scan');
    expect(plan).not.toMatch(/Filter: .*ctx\.company\(\)/);
  });

  it('also where the questionnaire is checked: the current answers ask for it once, not per row', async () => {
    const plan = await planOf(
      `select distinct on (questionnaire, question_id) * from junbi.answer_event where assessment_id = '${assessmentId}' order by questionnaire, question_id, version desc`,
    );
    expect(plan).toMatch(/Index Cond: .*questionnaire = ANY \(ctx\.questionnaires\(\)\)/);
    expect(plan).not.toMatch(/Filter: .*ctx\./);
  });
});

it('reads the newest of 270 events for each of 90 questions among 72,000 of other companies', async () => {
  const answers = await withCompany(member, (tx) => currentAnswers(tx, assessmentId));
  expect(answers).toHaveLength(90);
  expect(answers.every((answer) => answer.version === 3)).toBe(true);
});
