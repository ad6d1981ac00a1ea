import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import { indexEdition } from '#assessments/edition-index.ts';
import { carryForward } from '#db/carrying.ts';
import { addEvidence } from '#db/evidence.ts';
import { saveItem, type ItemToSave } from '#db/plan-items.ts';
import type { ScenarioWish } from '#db/plan-json.ts';
import { promoteScenario } from '#db/plans.ts';
import { addScenario } from '#db/scenarios.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { promoted, wish } from './planned.ts';
import { assessed, editions } from './versioned.ts';
import { companyOf, signedIn } from './world.ts';

const byName = '佐藤';
const [before] = editions;
if (!before) throw new Error('There are two editions.');
export const level3 = {
  stage: 'application' as const,
  mode: 'full' as const,
  facts: {},
  answers: Object.fromEntries(
    indexEdition(before).questions.map(({ id }) => [id, { level: 3 as const }]),
  ),
};

export const wishes: Record<string, ScenarioWish> = {
  早く整える: wish,
  一つ外す: { ...wish, goal: 'best-within', leaveOut: ['M084', 'M004'], assumeMet: ['J-05'] },
  予算なし: { ...wish, budget: 0, by: null, support: [] },
};

const [first] = promoted.answer.actions;
if (!first) throw new Error('The plan has an action.');
const planned = ['M001', 'M002', 'M003', 'M004', 'M084', 'M085'];
/** What the plan says that is promoted. */
export const answer = {
  ...promoted.answer,
  actions: planned.map((id) => ({ ...first, id, after: id === 'M085' ? ['M084'] : [] })),
};

async function noted(member: Member, assessmentId: string, questionId: string, title: string) {
  const evidenceId = randomUUID();
  const more = {
    versionLabel: null,
    dated: '2026-10-01',
    ownerRole: 'legal' as const,
    location: 'file-server' as const,
    sha256: null,
    byName,
  };
  const questionnaire = questionId.startsWith('D') ? 'personnel' : 'governance';
  const given = { assessmentId, evidenceId, questionId, questionnaire, title, ...more };
  expect(await withCompany(member, (tx) => addEvidence(tx, given))).toEqual({ ok: true });
  return evidenceId;
}

/** A company with three what-ifs and a plan whose items stand in every state, and an older plan. */
export async function underWay() {
  const member = await companyOf(await signedIn());
  const assessmentId = await assessed(member, level3);
  const scenarios = Object.entries(wishes).map(([name, one]) => ({
    scenarioId: randomUUID(),
    name,
    wish: one,
  }));
  for (const one of scenarios)
    await withCompany(member, (tx) => addScenario(tx, { ...one, assessmentId, byName }));
  const [newer, older] = scenarios;
  if (!newer || !older) throw new Error('There are three what-ifs.');
  const items = planned.map((actionId) => ({ ...promoted.items[0], actionId }));
  const promote = async (id: string) => {
    const planId = randomUUID();
    const given = {
      planId,
      assessmentId,
      scenarioId: id,
      answer,
      today: '2026-11-26',
      items,
      byName,
    };
    expect(await withCompany(member, (tx) => promoteScenario(tx, given))).toEqual({ ok: true });
    return planId;
  };
  await promote(older.scenarioId);
  const planId = await promote(newer.scenarioId);
  const rules = await noted(member, assessmentId, 'D-06.level', '誓約書の様式');
  const drill = await noted(member, assessmentId, 'J-05.level', '訓練の記録');
  const nothing = {
    state: 'doing',
    ownerRole: 'legal',
    dueOn: '2027-01-29',
    evidenceId: null,
    reason: null,
  } as const;
  const save = async (actionId: string, base: number, more: Partial<ItemToSave>) => {
    const given = { ...nothing, planId, actionId, base, requestId: randomUUID(), byName, ...more };
    expect(await withCompany(member, (tx) => saveItem(tx, given))).toMatchObject({ ok: true });
  };
  await save('M001', 1, {});
  await save('M001', 2, { state: 'done', evidenceId: rules });
  await save('M002', 1, {});
  await save('M003', 1, { state: 'dropped', reason: '別の方法で足りる' });
  await save('M084', 1, { state: 'done', reason: '計画を定めた' });
  await save('M085', 1, { state: 'done', evidenceId: drill, reason: '十月に行った' });
  return { member, assessmentId, planId, drill };
}

export const onward = (from: string, editionId = '2026-12') => ({
  assessmentId: randomUUID(),
  fromAssessmentId: from,
  editionId,
  title: '次の点検',
  byName,
});

export async function carry(member: Member, from: string, editionId?: string): Promise<string> {
  const given = onward(from, editionId);
  const carried = await withCompany(member, (tx) => carryForward(tx, given));
  expect(carried).toEqual({ ok: true, assessmentId: given.assessmentId });
  return given.assessmentId;
}
