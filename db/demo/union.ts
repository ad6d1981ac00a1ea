import { sql, type SQL } from 'drizzle-orm';
import { endOfDay } from '#assessments/japanese-day.ts';
import { addDays } from '#assessments/plan/calendar.ts';
import { withOwner, type OwnerTx } from '../tenant.ts';
import { instantOf } from './calendar.ts';
import type { DemoMember } from './members.ts';
import { fenced } from './owner.ts';
import { union } from './people.ts';
import type { Quarter } from './quarters.ts';
import { stableId } from './stable-id.ts';

// What only the owner of the tables may: an association with a past, and members who never signed in.

const { associationId } = union;
/** No account owns the members. */
const nobody = { id: stableId('nobody'), name: '見本の担当者' };

/** Officers who were there first, and members with all that they ever released; again changes nothing. */
export async function letInUnion(
  ownerUrl: string,
  officers: readonly { accountId: string }[],
  members: readonly DemoMember[],
): Promise<void> {
  const [earliest = ''] = members.map(({ joinedOn }) => joinedOn).toSorted();
  const fences = { forced: ['junbi.association', 'junbi.company'], unchanging: [] };
  await withOwner(ownerUrl, async (tx) => {
    await fenced(tx, fences, false);
    await letInOfficers(tx, officers, inJapan(sql`${addDays(earliest, -14)}::date`, '10:00'));
    await letInMembers(tx, members);
    await releaseAll(tx, members);
    await fenced(tx, fences, true);
    await tx.execute(
      sql`analyze ctx.tenant, junbi.company, ctx.association_company, assoc.contribution`,
    );
  });
}

async function letInOfficers(
  tx: OwnerTx,
  officers: readonly { accountId: string }[],
  at: SQL,
): Promise<void> {
  for (const { accountId } of officers)
    await tx.execute(sql`
      insert into ctx.association_member (association_id, account_id, role, granted_at)
      values (${associationId}, ${accountId}, 'owner', ${at})
      on conflict (association_id, account_id) do update set granted_at = excluded.granted_at`);
  await tx.execute(sql`
    update ctx.association set founded_at = ${at} where association_id = ${associationId}`);
  await tx.execute(sql`
    update junbi.association set created_at = ${at} where association_id = ${associationId}`);
}

async function letInMembers(tx: OwnerTx, members: readonly DemoMember[]): Promise<void> {
  const from = sql`from jsonb_to_recordset(${JSON.stringify(members)}::jsonb)
    m ("companyId" uuid, name text, "joinedOn" date)`;
  const at = inJapan(sql`m."joinedOn"`, '10:00');
  await tx.execute(sql`
    insert into ctx.tenant (company_id, founded_at)
    select m."companyId", ${at} ${from} on conflict do nothing`);
  await tx.execute(sql`
    insert into junbi.company (company_id, name, created_by, created_by_name, created_at)
    select m."companyId", m.name, ${nobody.id}, ${nobody.name}, ${at} ${from} on conflict do nothing`);
  await tx.execute(sql`
    insert into ctx.association_company (association_id, company_id, joined_at, joined_by_name)
    select ${associationId}, m."companyId", ${at}, ${nobody.name} ${from} on conflict do nothing`);
}

async function releaseAll(tx: OwnerTx, members: readonly DemoMember[]): Promise<void> {
  const releases = members.flatMap(({ releases: all, ...member }) =>
    all.map((release, at) => {
      const resultId = stableId(`result ${member.companyId} ${at + 1}`);
      return { ...member, ...release, number: at + 1, resultId };
    }),
  );
  await tx.execute(sql`
    insert into assoc.contribution (association_id, company_id, number, edition_id, result_id, industry, region, size,
                                    overall, holding, batch, at_least_half, released_at, released_by_name)
    select ${associationId}, r."companyId", r.number, '2026-11', r."resultId", r.industry, r.region, r.size,
           r.overall, r.holding, r.batch, r."atLeastHalf", ${inJapan(sql`r."on"`, '15:00')}, ${nobody.name}
      from jsonb_to_recordset(${JSON.stringify(releases)}::jsonb)
           r ("companyId" uuid, number int, "resultId" uuid, industry text, region text, size text, overall text,
              holding text, batch text, "atLeastHalf" boolean, "on" date)
    on conflict do nothing`);
}

/** What these released is in no publication that is computed from now on. */
export async function withdraw(ownerUrl: string, members: readonly DemoMember[]): Promise<void> {
  if (members.length === 0) return;
  await withOwner(ownerUrl, (tx) =>
    tx.execute(sql`
      update assoc.contribution c set withdrawn_at = ${inJapan(sql`m."withdrawnOn"`, '16:00')}
        from jsonb_to_recordset(${JSON.stringify(members)}::jsonb) m ("companyId" uuid, "withdrawnOn" date)
       where c.association_id = ${associationId} and c.company_id = m."companyId" and c.withdrawn_at is null`),
  );
}

/** As if each quarter had been asked for a week after its end, and released two working days later. */
export async function datePublications(
  ownerUrl: string,
  quarters: readonly Quarter[],
): Promise<void> {
  const dates = quarters.map(({ period, asOf }) => {
    const after = (days: number, time: string) =>
      instantOf(endOfDay(asOf), { workdaysAgo: -days, time });
    return { period, asked: after(4, '10:20'), released: after(6, '14:05') };
  });
  const fences = { forced: [], unchanging: ['assoc.published_period'] };
  await withOwner(ownerUrl, async (tx) => {
    await fenced(tx, fences, false);
    await tx.execute(sql`
      update assoc.draft d
         set asked_at = least(q.asked, now()), computed_at = least(q.asked, now()), released_at = least(q.released, now())
        from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) q (period text, asked timestamptz, released timestamptz)
       where d.association_id = ${associationId} and d.period = q.period`);
    await tx.execute(sql`
      update assoc.published_period p set published_at = d.released_at
        from assoc.draft d
       where p.association_id = ${associationId} and d.association_id = p.association_id and d.period = p.period`);
    await fenced(tx, fences, true);
  });
}

const inJapan = (day: SQL, time: string): SQL =>
  sql`((${day} + ${time}::time) at time zone 'Asia/Tokyo')`;
