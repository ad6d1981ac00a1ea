import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyChain } from '#assessments/audit-chain.ts';
import { loadEdition } from '#assessments/library.ts';
import { resultJson } from '#assessments/result-json.ts';
import { score } from '#assessments/score.ts';
import { loadDemo } from '#db/demo.ts';
import { demoPeople, metalMaker } from '#db/demo/people.ts';
import { findAccount } from '#db/accounts.ts';
import { addComment, settleComment } from '#db/comments.ts';
import { listMembers } from '#db/members.ts';
import { setReviewDate } from '#db/review-dates.ts';
import { changeScope } from '#db/assessments.ts';
import { listEvidence, useEvidence } from '#db/evidence.ts';
import { assignSection } from '#db/section-tasks.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { publishContent } from '#db/content.ts';
import { exportCompany, hashOf, rowsIn } from '#db/export.ts';
import { companyExportSchema, type CompanyExport } from '#db/export-file.ts';
import { importCompany } from '#db/import.ts';
import { importFor } from '#db/operator/import.ts';
import { contextDigest } from '#db/session-token.ts';
import { startSession } from '#db/sessions.ts';
import { withAuth, withCompany, withNewCompany, withOwner, type Member } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { aggregator } from '../setup/aggregator.ts';
import { freshDatabase, type FreshDatabase } from '../setup/postgres.ts';
import { signedIn } from './world.ts';

// PRV-12: the demo company leaves one instance with its export and enters another one with equal results.

let old: FreshDatabase;
let fresh: FreshDatabase;
let data: CompanyExport;
let results: unknown;

const passwordHash = '$argon2id$v=19$m=65536,t=3,p=1$c2FsdA$aGFzaA';

async function memberOf(email: string, companyId: string): Promise<Member> {
  return withAuth(async (tx) => {
    const account = await findAccount(tx, email);
    const { token } = await startSession(tx, { accountId: account?.accountId ?? '' });
    return { companyId, contextDigest: contextDigest(token) };
  });
}

async function resultsOf(member: Member) {
  const sheet = await withCompany(member, (tx) => readWorksheet(tx, metalMaker.assessmentId));
  if (!sheet) throw new Error('The assessment is not there.');
  const { edition, facts, answers, assessment } = sheet;
  const { mode, stage } = assessment;
  return resultJson(score(edition, { facts, answers, mode, stage }));
}

/** A section with an owner, a day of review that was taken back, and a comment that was settled. */
async function workTogether(member: Member): Promise<void> {
  const { assessmentId } = metalMaker;
  const [byName, commentId] = ['佐藤', randomUUID()];
  await withCompany(member, async (tx) => {
    const tanaka = (await listMembers(tx)).find(({ name }) => name === demoPeople.tanaka.name);
    const owner = tanaka?.accountId ?? null;
    // A document beside two answers, and a scope that was changed and changed back.
    const listed = await listEvidence(tx, { assessmentId });
    const of = listed.find(({ withdrawn }) => withdrawn === null)?.evidenceId ?? '';
    const place = { questionId: 'A-07.level', questionnaire: 'governance' };
    const used = await useEvidence(tx, {
      assessmentId,
      of,
      ...place,
      evidenceId: randomUUID(),
      byName,
    });
    expect(used).toEqual({ ok: true });
    const scope = { assessmentId, stage: 'application', overlays: [] } as const;
    await changeScope(tx, { ...scope, base: 1, mode: 'full' });
    await changeScope(tx, { ...scope, base: 2, mode: 'standard' });
    await assignSection(tx, {
      assessmentId,
      section: 'A',
      base: 0,
      owner,
      dueOn: '2027-01-29',
      byName,
    });
    await setReviewDate(tx, { assessmentId, base: 0, dueOn: '2027-11-26', byName });
    await setReviewDate(tx, { assessmentId, base: 1, dueOn: null, byName });
    await addComment(tx, {
      commentId,
      assessmentId,
      questionId: 'A-02.level',
      questionnaire: 'governance',
      body: '版を確かめてください。',
      mentions: owner === null ? [] : [owner],
      byName,
    });
    await settleComment(tx, { commentId, byName });
  });
}

async function exported(member: Member) {
  const made = await withCompany(member, (tx) => exportCompany(tx, []));
  if (!made.ok) throw new Error(made.reason);
  return made;
}

beforeAll(async () => {
  old = await freshDatabase();
  fresh = await freshDatabase();
  const editions = [loadEdition('2026-11')];
  for (const { ownerUrl } of [old, fresh])
    await withOwner(ownerUrl, (tx) => publishContent(tx, editions));
  openPools(old);
  await loadDemo({ ownerUrl: old.ownerUrl, passwordHash, now: new Date(), aggregator });
});
afterAll(async () => {
  await closePools();
  await old.drop();
  await fresh.drop();
});

describe('an export', () => {
  it('holds everything, a sound access log, and its own entry with the hash of the data', async () => {
    const member = await memberOf(demoPeople.sato.email, metalMaker.companyId);
    await workTogether(member);
    results = await resultsOf(member);
    const made = await exported(member);
    data = made.data;
    expect(companyExportSchema.parse(JSON.parse(JSON.stringify(data)))).toEqual(data);
    expect(data.answers.length).toBeGreaterThan(50);
    expect(data).toMatchObject({
      sectionTasks: [{ section: 'A', ownerName: demoPeople.tanaka.name, dueOn: '2027-01-29' }],
      reviewDates: [
        { version: 1, dueOn: '2027-11-26' },
        { version: 2, dueOn: null },
      ],
      comments: [{ body: '版を確かめてください。', mentionedNames: [demoPeople.tanaka.name] }],
      commentSettlements: [{ byName: '佐藤' }],
    });
    const { rows } = await withOwner(old.ownerUrl, (tx) =>
      tx.execute(`
        select (select count(*)::int from ctx.access where company_id = '${metalMaker.companyId}'
                   and revoked_at is null) as members,
               (select count(*)::int from ctx.engagement where company_id = '${metalMaker.companyId}') as engagements,
               (select count(*)::int from ctx.association_company where company_id = '${metalMaker.companyId}'
                   and left_at is null) as associations`),
    );
    expect(rows).toEqual([
      {
        members: data.members.length,
        engagements: data.engagements.length,
        associations: data.associations.length,
      },
    ]);
    expect(data.members.length).toBeGreaterThan(1);
    expect(verifyChain(made.chain).problems).toEqual([]);
    const last = made.chain.entries.at(-1);
    expect(last?.action).toBe('export.made');
    expect(JSON.parse(last?.payload ?? '').fields).toEqual({
      rows: rowsIn(data),
      sha256: hashOf(data),
    });
  });

  it('is not for a preparer', async () => {
    const preparer = await memberOf(demoPeople.tanaka.email, metalMaker.companyId);
    expect(await withCompany(preparer, (tx) => exportCompany(tx, []))).toEqual({
      ok: false,
      reason: 'not-allowed',
    });
  });
});

const attempt = async (changed: CompanyExport) => {
  const member = { ...(await signedIn()), companyId: randomUUID() };
  return withNewCompany(member, async (tx) => {
    const imported = await importCompany(tx, changed);
    if (imported.ok) throw new Error('It was taken.');
    throw new Error(imported.problems.join('; '));
  });
};

describe('an import into an empty instance', () => {
  it('gives equal results, equal history, and an access log that begins with it', async () => {
    await closePools();
    openPools(fresh);
    const person = await signedIn('引っ越し 太郎');
    const email = await emailOf(person.accountId);
    const companyId = await importFor(email, data);
    const member = await memberOf(email, companyId);
    expect(await resultsOf(member)).toEqual(results);
    const again = await exported(member);
    // Nobody is let in but the importer: whom the company lets in anew is for its owner to say.
    expect(again.data.members).toMatchObject([{ email, role: 'owner', sections: null }]);
    const nobody = { members: [], engagements: [], associations: [] };
    const here = { ...again.data, company: { ...again.data.company, companyId: '' } };
    expect({ ...here, members: [] }).toEqual({
      ...data,
      ...nobody,
      company: { ...data.company, companyId: '' },
    });
    expect(again.chain.entries[0]?.action).toBe('company.imported');
    expect(verifyChain(again.chain).problems).toEqual([]);
  });

  it('refuses a text that may not be kept, an unknown edition and an unknown question', async () => {
    const changed = structuredClone(data);
    const [first, second] = changed.answers;
    if (first) first.note = '特定秘密の表示がある資料を見た';
    if (second) second.questionId = 'L-99.level';
    await expect(attempt(changed)).rejects.toThrow(/may not be kept.*L-99|L-99.*may not be kept/);
    const other = structuredClone(data);
    for (const one of other.assessments) one.editionId = '1999-01';
    await expect(attempt(other)).rejects.toThrow('Edition 1999-01 is not published here.');
  });

  it('refuses a reference to a document that says something else, or is of another assessment', async () => {
    const [of] = data.evidence.filter(({ documentId }) => documentId !== null);
    expect(of).toBeDefined();
    const wrong: Partial<CompanyExport['evidence'][number]>[] = [
      { title: '別の規程' },
      { validUntil: '2030-01-01' },
      { documentId: of?.evidenceId ?? '' },
      { documentId: randomUUID() },
    ];
    for (const changes of wrong) {
      const changed = structuredClone(data);
      const use = changed.evidence.find(({ evidenceId }) => evidenceId === of?.evidenceId);
      Object.assign(use ?? {}, changes);
      await expect(attempt(changed)).rejects.toThrow('names a document that says something else');
    }
  });

  it('refuses more than a date beside a question that waits on an agency, and scopes that lead nowhere', async () => {
    const [one] = data.evidence;
    const [of] = data.assessments;
    if (!one || !of) throw new Error('The export has evidence.');
    const dated = {
      ...one,
      evidenceId: randomUUID(),
      documentId: null,
      questionId: 'A-01.level',
      questionnaire: 'governance',
      versionLabel: null,
      coversFrom: null,
      coversTo: null,
      validUntil: null,
    };
    const offered = '取締役会などの議事録';
    const withEvidence = (more: object) => ({
      ...data,
      evidence: [...data.evidence, { ...dated, ...more }],
    });
    for (const more of [{ title: '通知の写し' }, { title: offered, validUntil: '2027-01-01' }])
      await expect(attempt(withEvidence(more))).rejects.toThrow(
        'listed document and its date alone',
      );
    // The control: a listed document and its date are taken.
    await expect(attempt(withEvidence({ title: offered }))).rejects.toThrow('It was taken.');
    const { assessmentId, mode, stage, version } = of;
    const scope = { assessmentId, mode, stage, overlays: [], version, until: of.createdAt };
    await expect(attempt({ ...data, pastScopes: [...data.pastScopes, scope] })).rejects.toThrow(
      'do not lead to the one',
    );
  });

  it('takes no field that it does not know', () => {
    expect(companyExportSchema.safeParse({ ...data, more: 1 }).success).toBe(false);
    const answers = data.answers.map((answer) => ({ ...answer, actor: randomUUID() }));
    expect(companyExportSchema.safeParse({ ...data, answers }).success).toBe(false);
  });
});

async function emailOf(accountId: string): Promise<string> {
  const { rows } = await withOwner(fresh.ownerUrl, (tx) =>
    tx.execute(`select email from auth.account where id = '${accountId}'`),
  );
  return String(rows[0]?.['email']);
}
