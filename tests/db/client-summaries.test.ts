import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { indexEdition } from '#assessments/edition-index.ts';
import { loadEdition } from '#assessments/library.ts';
import { score } from '#assessments/score.ts';
import { answerHistory, saveAnswer, type StoredAnswer } from '#db/answers.ts';
import { changeScope, listAssessments, startAssessment } from '#db/assessments.ts';
import { renameCompany } from '#db/companies.ts';
import {
  grantEngagement,
  listEngagements,
  resignEngagement,
  revokeEngagement,
} from '#db/engagements.ts';
import { askClients, listClients, type Client } from '#db/portfolio.ts';
import { currentProfile, saveProfile } from '#db/profiles.ts';
import {
  withCompany,
  withConsultancy,
  type CompanyTx,
  type Consultant,
  type Member,
} from '#db/tenant.ts';
import { readNewestWorksheet } from '#db/worksheets.ts';
import {
  assessmentOf,
  atLevel2,
  companyOf,
  consultancyOf,
  engaged,
  openWorld,
  signedIn,
  withRole,
  type Person,
  type World,
} from './world.ts';

// A summary is a cache: whatever was done, it says what a fresh computation says, through another path
// than the one that wrote it (the worksheet as the consultant sees it, and the engine).

const SEED = 20_261_125;
const isFull = process.env['JUNBI_ATTACK'] === 'full';

const edition = loadEdition('2026-11');
const questions = indexEdition(edition).questions;

let world: World;
beforeAll(async () => {
  world = await openWorld({ editions: [edition] });
});
afterAll(() => world.close());

type Office = Person & Consultant;
const office = async (): Promise<Office> => {
  const person = await atLevel2(world, await signedIn('原'));
  return { ...person, ...(await consultancyOf(person)) };
};

const seen = async (who: Consultant): Promise<Client[]> => {
  const wish = { query: '', state: null, order: 'name', offset: 0 } as const;
  return (await withConsultancy(who, (tx) => listClients(tx, wish))).clients;
};

/** What a consultant would compute from what they see in the client. */
async function fresh(who: Office, client: Member) {
  const inside = { companyId: client.companyId, contextDigest: who.contextDigest };
  const { company, worksheet } = await withCompany(inside, readNewestWorksheet);
  const name = company.name;
  if (!worksheet) return { name, gateState: 'not-started', blockers: 0, open: 0 };
  const { assessment, facts, answers } = worksheet;
  const { gate } = score(worksheet.edition, { ...assessment, facts, answers });
  const figures = { name, blockers: gate.blockers.length, open: gate.undetermined.length };
  const started = Object.keys(answers).length > 0;
  return { ...figures, gateState: started ? gate.status : 'not-started' };
}

const told = async (who: Office, client: Member) => {
  const one = (await seen(who)).find(({ clientId }) => clientId === client.companyId);
  return (
    one && { name: one.name, gateState: one.gateState, blockers: one.blockers, open: one.open }
  );
};

function generator(seed: number) {
  let state = seed;
  return (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const answers: StoredAnswer[] = [
  ...([0, 1, 2, 3, 4] as const).map((level) => ({ level })),
  { level: 4 },
  { level: 4 },
  { unknown: true },
  { cleared: true },
];

type Random = ReturnType<typeof generator>;
const pick = <T>(random: Random, from: readonly T[]): T => {
  const one = from[random(from.length)];
  if (one === undefined) throw new Error('Nothing to choose from.');
  return one;
};

async function answer(tx: CompanyTx, random: Random): Promise<void> {
  const [newest] = await listAssessments(tx);
  if (!newest) return;
  const { id, questionnaire } = pick(random, questions);
  const [last] = await answerHistory(tx, newest.assessmentId, id, { limit: 1 });
  await saveAnswer(tx, {
    assessmentId: newest.assessmentId,
    questionId: id,
    questionnaire,
    base: last?.version ?? 0,
    answer: pick(random, answers),
    note: null,
    requestId: randomUUID(),
    byName: '佐藤',
  });
}

async function changeFacts(tx: CompanyTx, random: Random): Promise<void> {
  const profile = await currentProfile(tx);
  await saveProfile(tx, {
    base: profile?.version ?? 0,
    facts: { dispatchedWorkers: random(2) === 0, asksSuppliers: random(2) === 0, employees: 40 },
    requestId: randomUUID(),
    byName: '佐藤',
  });
}

async function changeMode(tx: CompanyTx, random: Random): Promise<void> {
  const [newest] = await listAssessments(tx);
  if (!newest) return;
  const { assessmentId, version: base } = newest;
  const stage = pick(random, ['application', 'holding'] as const);
  await changeScope(tx, {
    assessmentId,
    base,
    mode: pick(random, ['standard', 'full']),
    stage,
    overlays: [],
  });
}

const startAnother = (tx: CompanyTx) =>
  startAssessment(tx, {
    assessmentId: randomUUID(),
    editionId: edition.id,
    mode: 'full',
    stage: 'application',
    title: '別の点検',
    byName: '佐藤',
  });

describe('the summaries of a client', () => {
  it(`equal a fresh computation after random work of everybody (seed ${SEED})`, async () => {
    const random = generator(SEED);
    const owner = await companyOf(await signedIn('佐藤'));
    const all = await office();
    const some = await office();
    const none = await office();
    const offices = [all, some];
    const workers: Member[] = [
      owner,
      await withRole(owner, await signedIn('鈴木'), { role: 'preparer', sections: null }),
      await withRole(owner, await signedIn('高橋'), { role: 'respondent', sections: 'CG' }),
      await engaged(owner, all, { scope: 'answer' }),
      await engaged(owner, some, { scope: 'answer', questionnaires: ['facility', 'separation'] }),
    ];
    const regrant = (tx: CompanyTx) =>
      grantEngagement(tx, {
        engagementId: randomUUID(),
        consultancyId: some.consultancyId,
        scope: 'answer',
        questionnaires: pick(random, [null, ['governance'], ['facility', 'personnel']]),
        days: 30,
        startsAt: null,
        byName: '佐藤',
      });
    const rounds = isFull ? 1_000 : 100;
    const states = new Set<string>();
    for (let round = 0; round < rounds; round += 1) {
      const kind = random(20);
      if (kind === 0) await withCompany(owner, (tx) => changeFacts(tx, random));
      else if (kind === 1) await withCompany(owner, (tx) => changeMode(tx, random));
      else if (kind === 2 && round % 3 === 0) await withCompany(owner, startAnother);
      else if (kind === 3) await withCompany(owner, (tx) => renameCompany(tx, `見本${round}`));
      else if (kind === 4) await withCompany(owner, regrant);
      else await withCompany(pick(random, workers), (tx) => answer(tx, random));
      for (const who of offices) {
        const figures = await told(who, owner);
        expect([round, kind, figures]).toEqual([round, kind, await fresh(who, owner)]);
        states.add(figures?.gateState ?? 'none');
      }
    }
    expect(await seen(none)).toEqual([]);
    expect(states.size).toBeGreaterThan(1);
  });

  it('tell the three states of the gate, and of the engaged questionnaires alone', async () => {
    const owner = await companyOf(await signedIn('佐藤'));
    const assessmentId = await assessmentOf(owner);
    const facility = await office();
    const personnel = await office();
    await engaged(owner, facility, { scope: 'read', questionnaires: ['facility'] });
    await engaged(owner, personnel, { scope: 'read', questionnaires: ['personnel'] });
    const give = (questionId: string, level: 0 | 4) =>
      withCompany(owner, (tx) =>
        saveAnswer(tx, {
          assessmentId,
          questionId,
          questionnaire: 'facility',
          base: 0,
          answer: { level },
          note: null,
          requestId: randomUUID(),
          byName: '佐藤',
        }),
      );
    expect((await told(facility, owner))?.gateState).toBe('not-started');
    await give('C-01.level', 4);
    expect((await told(facility, owner))?.gateState).toBe('undetermined');
    await give('C-02.level', 0);
    expect(await told(facility, owner)).toMatchObject({ gateState: 'blocked', blockers: 1 });
    expect((await told(personnel, owner))?.gateState).toBe('not-started');
  });

  it('include every one of many saves at the same moment, and a grant among them', async () => {
    const owner = await companyOf(await signedIn('佐藤'));
    const assessmentId = await assessmentOf(owner);
    const first = await office();
    const second = await office();
    await engaged(owner, first);
    const asked = questions.filter(({ id }) => /^[ACF]/.test(id)).slice(0, 24);
    const saves = asked.map(({ id, questionnaire }) =>
      withCompany(owner, (tx) =>
        saveAnswer(tx, {
          assessmentId,
          questionId: id,
          questionnaire,
          base: 0,
          answer: { level: 0 },
          note: null,
          requestId: randomUUID(),
          byName: '佐藤',
        }),
      ),
    );
    await Promise.all([...saves, engaged(owner, second)]);
    for (const who of [first, second])
      expect(await told(who, owner)).toEqual(await fresh(who, owner));
  });

  it('go with the engagement: revoked, given up, or run out', async () => {
    const owner = await companyOf(await signedIn('佐藤'));
    const [a, b, c] = [await office(), await office(), await office()];
    for (const who of [a, b, c]) await engaged(owner, who);
    const counted = async () => {
      const { rows } = await world.superuser.query<{ n: number }>(
        'select count(*)::int as n from junbi.client_summary where client_id = $1',
        [owner.companyId],
      );
      return rows[0]?.n;
    };
    expect(await counted()).toBe(3);
    const ofA = (await withCompany(owner, listEngagements)).find(
      ({ consultancyId }) => consultancyId === a.consultancyId,
    );
    await withCompany(owner, (tx) =>
      revokeEngagement(tx, { engagementId: ofA?.engagementId ?? '', byName: '佐藤' }),
    );
    expect(await counted()).toBe(2);
    await withConsultancy(b, (tx) =>
      resignEngagement(tx, { clientId: owner.companyId, byName: '原' }),
    );
    expect(await counted()).toBe(1);
    expect(await seen(c)).toHaveLength(1);
    for (const table of ['ctx.engagement', 'junbi.client_summary'])
      await world.superuser.query(
        `update ${table} set starts_at = now() - interval '2 days', ends_at = now() where consultancy_id = $1`,
        [c.consultancyId],
      );
    expect(await seen(c)).toEqual([]);
    expect(await counted()).toBe(0);
  });

  it('are written by nobody but the database’s own function, and read by their consultancy alone', async () => {
    const owner = await companyOf(await signedIn('佐藤'));
    const mine = await office();
    const other = await office();
    await engaged(owner, mine);
    await engaged(await companyOf(await signedIn('別')), other);
    for (const statement of [
      sql`update junbi.client_summary set blockers = 99`,
      sql`delete from junbi.client_summary`,
    ])
      await expect(withConsultancy(mine, (tx) => tx.execute(statement))).rejects.toMatchObject({
        reason: 'denied',
      });
    const all = await withConsultancy(mine, (tx) =>
      tx.execute(sql`select * from junbi.client_summary`),
    );
    expect(all.rows.map((row) => row['client_id'])).toEqual([owner.companyId]);
    const fromInside = await withCompany(owner, (tx) =>
      tx.execute(sql`select * from junbi.client_summary`),
    );
    expect(fromInside.rows).toEqual([]);
  });
});

describe('a portfolio', () => {
  it('is filtered, searched, sorted and paged', async () => {
    const who = await office();
    for (let at = 1; at <= 53; at += 1) {
      const client = await companyOf(await signedIn(), `顧客${String(at).padStart(3, '0')}`);
      await engaged(client, who);
    }
    const ask = (wish: Partial<Parameters<typeof listClients>[1]>) =>
      withConsultancy(who, (tx) =>
        listClients(tx, { query: '', state: null, order: 'name', offset: 0, ...wish }),
      );
    const first = await ask({});
    expect([first.found, first.clients.length, first.tally['not-started']]).toEqual([53, 50, 53]);
    expect((await ask({ offset: 50 })).clients.map(({ name }) => name)).toEqual([
      '顧客051',
      '顧客052',
      '顧客053',
    ]);
    expect((await ask({ query: '０１' })).clients.map(({ name }) => name)).toContain('顧客010');
    expect((await ask({ query: '%' })).found).toBe(0);
    expect((await ask({ state: 'blocked' })).found).toBe(0);
  });

  it('asks one question of 20 clients at a time, each through its own door', async () => {
    const who = await office();
    const clients: Member[] = [];
    for (let at = 1; at <= 22; at += 1) {
      const client = await companyOf(await signedIn(), `顧客${String(at).padStart(3, '0')}`);
      const questionnaires = at === 2 ? ['governance'] : null;
      await engaged(client, who, { scope: 'read', questionnaires });
      clients.push(client);
    }
    const [one, two, three] = clients;
    if (!one || !two || !three) throw new Error('There are no clients.');
    await assessmentOf(two);
    await assessmentOf(three);
    const assessmentId = await assessmentOf(one);
    await withCompany(one, (tx) =>
      saveAnswer(tx, {
        assessmentId,
        questionId: 'C-01.level',
        questionnaire: 'facility',
        base: 0,
        answer: { level: 3 },
        note: null,
        requestId: randomUUID(),
        byName: '佐藤',
      }),
    );
    const { answers, more } = await askClients(who, { questionId: 'C-01.level', offset: 0 });
    expect([answers.length, more]).toEqual([20, true]);
    expect(answers.slice(0, 4).map(({ kind }) => kind)).toEqual([
      'answered',
      'outside',
      'unanswered',
      'not-started',
    ]);
    const rest = await askClients(who, { questionId: 'C-01.level', offset: 20 });
    expect([rest.answers.length, rest.more]).toEqual([2, false]);
  });
});
