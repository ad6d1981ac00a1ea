import { sql } from 'drizzle-orm';
import { withOwner, type OwnerTx } from '../tenant.ts';
import { instantOf } from './calendar.ts';
import { demoAnswers, demoReferences } from './chapters.ts';
import { metalMaker, profileVersions } from './people.ts';

// What no verb can do, and what only the owner of the tables may: no grant of `app` is widened.

/** Lets the second person in as a preparer, as an invitation will; again changes nothing. */
export async function letIn(
  ownerUrl: string,
  { companyId }: { companyId: string },
  accountId: string,
): Promise<void> {
  await withOwner(ownerUrl, (tx) =>
    tx.execute(sql`
      insert into ctx.access (company_id, account_id, role)
      values (${companyId}, ${accountId}, 'preparer')
      on conflict do nothing`),
  );
}

const tables = [
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
].map((table) => `junbi.${table}`);

/**
 * Spreads what was just saved over the past weeks, in one transaction: forced policies show even
 * their owner no row, so they are lifted and put back within it, and nobody can look in between.
 */
export async function dateBack(ownerUrl: string, now: Date): Promise<void> {
  const { companyId, assessmentId } = metalMaker;
  const moment = instantOf.bind(null, now);
  await withOwner(ownerUrl, async (tx) => {
    await fenced(tx, fences, false);
    const change = async (table: string, key: string, column: string, dates: Dates) => {
      const { rowCount } = await tx.execute(sql`
        update ${sql.raw(table)} t set ${sql.raw(column)} = d.at
          from jsonb_to_recordset(${JSON.stringify(dates)}::jsonb) d (key text, at timestamptz)
         where t.company_id = ${companyId} and ${sql.raw(key)} = d.key`);
      if (rowCount !== dates.length)
        throw new Error(`${dates.length} rows of ${table} should be dated, not ${rowCount}.`);
    };
    const beginning = moment({ workdaysAgo: 24, time: '09:32' });
    await change('junbi.company', 't.company_id::text', 'created_at', [
      { key: companyId, at: beginning },
    ]);
    await change('junbi.assessment', 't.assessment_id::text', 'created_at', [
      { key: assessmentId, at: moment({ workdaysAgo: 24, time: '09:50' }) },
    ]);
    await change(
      'junbi.profile_version',
      't.version::text',
      'at',
      profileVersions.map((saved, at) => ({ key: String(at + 1), at: moment(saved) })),
    );
    await change(
      'junbi.answer_event',
      `t.question_id || ' ' || t.version`,
      'at',
      demoAnswers.map((one) => ({ key: `${one.questionId} ${one.version}`, at: moment(one) })),
    );
    await change(
      'junbi.evidence',
      't.evidence_id::text',
      'at',
      demoReferences.map((one) => ({ key: one.evidenceId, at: moment(one) })),
    );
    await change(
      'junbi.evidence_withdrawal',
      't.evidence_id::text',
      'at',
      demoReferences.flatMap(({ evidenceId: key, withdrawn }) =>
        withdrawn === null ? [] : [{ key, at: moment(withdrawn) }],
      ),
    );
    await fenced(tx, fences, true);
    // The planner learns of the rows now, not whenever autovacuum comes by.
    await tx.execute(sql.raw(`analyze ${tables.join(', ')}`));
  });
}

type Dates = readonly { key: string; at: string }[];

export interface Fences {
  /** Tables whose policies are forced. */
  forced: readonly string[];
  /** Tables of which nothing is ever changed. */
  unchanging: readonly string[];
}
const fences: Fences = { forced: tables, unchanging: ['junbi.answer_event'] };

/** The fences that hold the owner too, lifted and put back within one transaction. */
export async function fenced(
  tx: OwnerTx,
  { forced, unchanging }: Fences,
  on: boolean,
): Promise<void> {
  for (const table of unchanging)
    await tx.execute(
      sql.raw(`alter table ${table} ${on ? 'enable' : 'disable'} trigger never_changed`),
    );
  for (const table of forced)
    await tx.execute(sql.raw(`alter table ${table} ${on ? '' : 'no '}force row level security`));
}
