import { sql } from 'drizzle-orm';
import { saveAnswer } from '../answers.ts';
import { startAssessment } from '../assessments.ts';
import { foundAssociation } from '../associations.ts';
import { summarise } from '../client-summaries.ts';
import { foundCompany } from '../companies.ts';
import { foundConsultancy } from '../consultancies.ts';
import {
  NoAccess,
  withCompany,
  withNewAssociation,
  withNewCompany,
  withNewConsultancy,
  withOwner,
  type Session,
} from '../tenant.ts';
import { metalMaker, union } from './people.ts';
import { stableId } from './stable-id.ts';

// A consultancy with three clients and an association with two members, so that a visitor finds them.

const consultancyId = '00000000-0000-4000-8000-0000000000c1';

type Teller = Session & { accountId: string; name: string };

/** Two more companies, of one owner; the first answers are all there is. */
const clients = [
  {
    companyId: '00000000-0000-4000-8000-000000000011',
    assessmentId: '00000000-0000-4000-8000-0000000000b1',
    name: '架空電子株式会社',
    answers: [
      ['C-01.level', 'facility', 1],
      ['C-02.level', 'facility', 3],
      ['D-01.level', 'personnel', 2],
    ],
  },
  {
    companyId: '00000000-0000-4000-8000-000000000012',
    assessmentId: '00000000-0000-4000-8000-0000000000b2',
    name: 'みほん化成株式会社',
    answers: [],
  },
] as const;

/** Told twice, it stands once. The consultant and the officer have sessions of level 2. */
export async function tellOfOthers(
  ownerUrl: string,
  { sato, mori, hara, asano }: Readonly<Record<'sato' | 'mori' | 'hara' | 'asano', Teller>>,
): Promise<void> {
  await once(() =>
    withNewConsultancy({ ...hara, consultancyId }, (tx) =>
      foundConsultancy(tx, { name: 'みちのり経営事務所', byName: hara.name }),
    ),
  );
  await once(() =>
    withNewAssociation({ ...asano, associationId: union.associationId }, (tx) =>
      foundAssociation(tx, { name: union.name, byName: asano.name }),
    ),
  );
  for (const { companyId, name } of clients)
    await once(() =>
      withNewCompany({ ...mori, companyId }, (tx) => foundCompany(tx, { name, byName: mori.name })),
    );
  await letInOthers(ownerUrl, sato, mori);
  for (const client of clients) await answer(mori, client);
  const owned = [
    { ...sato, companyId: metalMaker.companyId },
    ...clients.map(({ companyId }) => ({ ...mori, companyId })),
  ];
  for (const member of owned) await withCompany(member, summarise);
}

async function answer(
  mori: Teller,
  { companyId, assessmentId, answers }: (typeof clients)[number],
): Promise<void> {
  const member = { ...mori, companyId };
  const byName = mori.name;
  const scope = { mode: 'standard', stage: 'application', title: metalMaker.title } as const;
  await withCompany(member, (tx) =>
    startAssessment(tx, { assessmentId, editionId: '2026-11', ...scope, byName }),
  );
  for (const [questionId, questionnaire, level] of answers) {
    const requestId = stableId(`${companyId} ${questionId}`);
    const given = { assessmentId, questionId, questionnaire, base: 0, note: null, requestId };
    await withCompany(member, (tx) => saveAnswer(tx, { ...given, answer: { level }, byName }));
  }
}

/** What invitations and their acceptance would have written. */
async function letInOthers(ownerUrl: string, sato: Teller, mori: Teller): Promise<void> {
  const engagements = [
    { of: metalMaker.companyId, by: sato, scope: 'answer', questionnaires: null },
    { of: clients[0].companyId, by: mori, scope: 'read', questionnaires: ['facility'] },
    { of: clients[1].companyId, by: mori, scope: 'read', questionnaires: null },
  ];
  await withOwner(ownerUrl, async (tx) => {
    for (const { of, by, scope, questionnaires } of engagements)
      await tx.execute(sql`
        insert into ctx.engagement (company_id, engagement_id, consultancy_id, scope, questionnaires, granted_by,
                                    granted_by_name, ends_at)
        values (${of}, ${stableId(`engagement ${of}`)}, ${consultancyId}, ${scope}, ${sql.param(questionnaires)}::text[],
                ${by.accountId}, ${by.name}, now() + interval '90 days')
        on conflict do nothing`);
    for (const { of, by } of engagements.slice(0, 2))
      await tx.execute(sql`
        insert into ctx.association_company (association_id, company_id, joined_by_name)
        values (${union.associationId}, ${of}, ${by.name})
        on conflict do nothing`);
  });
}

async function once(found: () => Promise<void>): Promise<void> {
  try {
    await found();
  } catch (error) {
    // Taken: an interrupted loading came this far.
    if (!(error instanceof NoAccess)) throw error;
  }
}
