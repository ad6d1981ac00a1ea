import { and, desc, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { questionnairesOf } from '#assessments/edition-part.ts';
import { record, recordRefusal } from './audit.ts';
import type { Closed } from './assessments.ts';
import { readEditionOf } from './content.ts';
import { answersIn, listMembers } from './members.ts';
import { rows } from './rows.ts';
import { sectionTask } from './schema/working-together.ts';
import { STATES } from './state-changes.ts';
import type { CompanyTx } from './tenant.ts';

/** Who sees to a section of an assessment, and by when. */
export interface SectionTask {
  section: string;
  version: number;
  /** Null with a name: somebody of the company from which it was imported. */
  owner: string | null;
  ownerName: string | null;
  /** `YYYY-MM-DD` */
  dueOn: string | null;
  byName: string;
  at: Date;
}

export type SectionAssigned =
  | { ok: true; version: number }
  /** Somebody assigned it since `base`: theirs stands. */
  | { ok: false; reason: 'stale'; theirs: SectionTask | null }
  /** `no-such-person`: not a member, or one who cannot answer in this section. */
  | { ok: false; reason: 'not-found' | 'not-allowed' | 'no-such-person' }
  | Closed;

export interface SectionToAssign {
  assessmentId: string;
  section: string;
  /** The version that the person saw; 0 where nobody had it yet. */
  base: number;
  /** The account of a member who may answer in the section; null gives it back. */
  owner: string | null;
  dueOn: string | null;
  byName: string;
}

const written = z.strictObject({ version: z.number() });
const found = z.strictObject({
  may: z.boolean(),
  state: z.enum(STATES).nullable(),
});

const mayAssign = sql`(ctx.company_rw() is not null and ctx.role() in ('owner', 'preparer'))`;

/** Gives a section of an open assessment to a member, as version `base + 1`. For owners and preparers. */
export async function assignSection(
  tx: CompanyTx,
  given: SectionToAssign,
): Promise<SectionAssigned> {
  const { assessmentId, section, base, owner, dueOn } = given;
  const edition = await readEditionOf(tx, assessmentId);
  const questionnaires = edition ? questionnairesOf(edition, section) : [];
  if (questionnaires.length === 0) return { ok: false, reason: 'not-found' };
  const restsOn = sql.param([...questionnaires, section]);
  const members = owner === null ? [] : await listMembers(tx);
  const person = members.find((one) => one.accountId === owner && answersIn(one, section));
  const isNobody = owner !== null && !person;
  const [saved] = await rows(
    tx,
    written,
    sql`
      insert into junbi.section_task (company_id, assessment_id, section, version, rests_on, owner, owner_name, due_on, actor_name)
      select a.company_id, a.assessment_id, ${section}, ${base + 1}, ${restsOn}::text[], ${owner}::uuid, ${person?.name ?? null}::text,
             ${dueOn}::date, ${given.byName}
        from junbi.assessment a
       where a.assessment_id = ${assessmentId} and a.state = 'open' and ${mayAssign}
         and not ${isNobody}::boolean
         and ${base} = (select count(*) from junbi.section_task t
                         where t.assessment_id = a.assessment_id and t.section = ${section})
         for key share of a
      on conflict do nothing
      returning version`,
  );
  if (!saved) return notAssigned(tx, given, isNobody);
  await record(tx, 'section.assigned', {
    target: `section/${section}`,
    fields: { assessment: assessmentId, version: saved.version },
    sealed: { owner, due: dueOn },
  });
  return { ok: true, ...saved };
}

async function notAssigned(
  tx: CompanyTx,
  given: SectionToAssign,
  isNobody: boolean,
): Promise<SectionAssigned> {
  const { assessmentId, section, owner, dueOn } = given;
  const [stands] = await rows(
    tx,
    found,
    sql`
      select ${mayAssign} as may,
             (select state from junbi.assessment where assessment_id = ${assessmentId}) as state`,
  );
  if (!stands || stands.state === null) return { ok: false, reason: 'not-found' };
  if (!stands.may) {
    await recordRefusal(tx, 'section.assigned', `section/${section}`);
    return { ok: false, reason: 'not-allowed' };
  }
  if (stands.state !== 'open') return { ok: false, reason: 'closed', state: stands.state };
  if (isNobody) return { ok: false, reason: 'no-such-person' };
  const [theirs = null] = await newest(tx, assessmentId, section);
  // The same form sent twice.
  if (theirs?.version === given.base + 1 && theirs.owner === owner && theirs.dueOn === dueOn)
    return { ok: true, version: theirs.version };
  return { ok: false, reason: 'stale', theirs };
}

/** The sections that were given to somebody or have a date, in their order, as far as one's own part goes. */
export async function listSectionTasks(
  tx: CompanyTx,
  assessmentId: string,
): Promise<SectionTask[]> {
  return newest(tx, assessmentId);
}

async function newest(
  tx: CompanyTx,
  assessmentId: string,
  section?: string,
): Promise<SectionTask[]> {
  return tx
    .selectDistinctOn([sectionTask.section], {
      section: sectionTask.section,
      version: sectionTask.version,
      owner: sectionTask.owner,
      ownerName: sectionTask.ownerName,
      dueOn: sectionTask.dueOn,
      byName: sectionTask.actorName,
      at: sectionTask.at,
    })
    .from(sectionTask)
    .where(
      and(
        eq(sectionTask.assessmentId, assessmentId),
        section === undefined ? undefined : eq(sectionTask.section, section),
      ),
    )
    .orderBy(sectionTask.section, desc(sectionTask.version));
}
