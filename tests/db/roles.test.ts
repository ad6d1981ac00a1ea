import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerHistory, currentAnswers, saveAnswer } from '#db/answers.ts';
import { changeScope, startAssessment } from '#db/assessments.ts';
import { getCompany, renameCompany } from '#db/companies.ts';
import { addEvidence, listEvidence, withdrawEvidence } from '#db/evidence.ts';
import { changeRole, leaveCompany, listMembers, revokeMember } from '#db/members.ts';
import { currentProfile, saveProfile } from '#db/profiles.ts';
import { withCompany, type CompanyTx, type Member } from '#db/tenant.ts';
import { readNewestWorksheet, readWorksheet } from '#db/worksheets.ts';
import {
  assessmentOf,
  atLevel2,
  companyOf,
  consultancyOf,
  engaged,
  openWorld,
  signedIn,
  withRole,
  type World,
} from './world.ts';

// What each role may do with each verb: the small edition has a question in section A (governance) and one
// in section C (facility). Denied is what stands in no list below.

let world: World;
let owner: Member;
let assessmentId: string;
/** One person for each way to be in a company. */
const people = new Map<string, Member>();
const outsider = async (questionnaires: string[] | null, scope: 'read' | 'answer') => {
  const person = await atLevel2(world, await signedIn('原'));
  return engaged(owner, { ...person, ...(await consultancyOf(person)) }, { questionnaires, scope });
};

beforeAll(async () => {
  world = await openWorld();
  owner = await companyOf(await signedIn('佐藤'));
  assessmentId = await assessmentOf(owner);
  for (const question of ['A-04.level', 'C-01.level']) {
    await withCompany(owner, (tx) => save(tx, question, 0));
    await withCompany(owner, (tx) => note(tx, question));
  }
  people.set('owner', owner);
  for (const role of ['preparer', 'declarer', 'viewer'] as const)
    people.set(role, await withRole(owner, await signedIn(role), { role, sections: null }));
  const respondent = { role: 'respondent', sections: 'C' } as const;
  people.set('respondent of C', await withRole(owner, await signedIn('回答者'), respondent));
  people.set('consultant who answers', await outsider(null, 'answer'));
  people.set('consultant who reads', await outsider(null, 'read'));
  people.set('consultant who answers C', await outsider(['facility'], 'answer'));
});
afterAll(() => world.close());

const questionnaireOf = (question: string) =>
  question.startsWith('A') ? 'governance' : 'facility';

const newest = async (tx: CompanyTx, question: string) =>
  (await answerHistory(tx, assessmentId, question, { limit: 1 }))[0]?.version ?? 0;

const save = (tx: CompanyTx, questionId: string, base: number) =>
  saveAnswer(tx, {
    assessmentId,
    questionId,
    questionnaire: questionnaireOf(questionId),
    base,
    answer: { level: 2 },
    note: null,
    requestId: randomUUID(),
    byName: '佐藤',
  });

const note = (tx: CompanyTx, questionId: string, evidenceId: string = randomUUID()) =>
  addEvidence(tx, {
    assessmentId,
    evidenceId,
    questionId,
    questionnaire: questionnaireOf(questionId),
    title: '規程',
    versionLabel: null,
    dated: null,
    ownerRole: 'legal',
    location: 'file-server',
    sha256: null,
    byName: '佐藤',
  });

const everybody = [
  'owner',
  'preparer',
  'respondent of C',
  'declarer',
  'viewer',
  'consultant who answers',
  'consultant who reads',
  'consultant who answers C',
];
const whole = everybody.filter((one) => !one.endsWith('C'));

type Deed = { may: readonly string[]; does: (tx: CompanyTx) => Promise<boolean> };

/** The base of a save is read as the superuser, so that a refusal is never a stale base. */
const versions = async (question: string) => {
  const { rows } = await world.superuser.query<{ version: number }>(
    'select max(version) as version from junbi.answer_event where assessment_id = $1 and question_id = $2',
    [assessmentId, question],
  );
  return rows[0]?.version ?? 0;
};
const references = async (question: string): Promise<string> => {
  const { rows } = await world.superuser.query<{ id: string }>(
    `select e.evidence_id as id from junbi.evidence e where e.question_id = $1 and e.assessment_id = $2 order by e.at limit 1`,
    [question, assessmentId],
  );
  return rows[0]?.id ?? '';
};

const deeds: Record<string, Deed> = {
  'read the name': { may: everybody, does: async (tx) => (await getCompany(tx)).name !== '' },
  'read the profile': {
    may: everybody,
    does: async (tx) => (await currentProfile(tx)) === null,
  },
  'see an answer of A': {
    may: whole,
    does: async (tx) =>
      (await currentAnswers(tx, assessmentId)).some(
        ({ questionId }) => questionId === 'A-04.level',
      ),
  },
  'see an answer of C': {
    may: everybody,
    does: async (tx) =>
      (await currentAnswers(tx, assessmentId)).some(
        ({ questionId }) => questionId === 'C-01.level',
      ),
  },
  'see the history of A': {
    may: whole,
    does: async (tx) => (await newest(tx, 'A-04.level')) > 0,
  },
  'see references of A': {
    may: whole,
    does: async (tx) =>
      (await listEvidence(tx, { assessmentId, questionId: 'A-04.level' })).length > 0,
  },
  'see A in the worksheet': {
    may: whole,
    does: async (tx) => {
      const sheet = await readWorksheet(tx, assessmentId);
      const { edition, saved, evidence, part } = sheet ?? {};
      const seen = edition?.gapModel.document.requirements.some(({ id }) => id === 'A-04');
      expect([saved?.has('A-04.level'), evidence?.has('A-04.level'), part?.isWhole]).toEqual([
        seen,
        seen,
        seen,
      ]);
      return seen === true;
    },
  },
  'see C in the newest worksheet': {
    may: everybody,
    does: async (tx) => {
      const { worksheet } = await readNewestWorksheet(tx);
      return worksheet?.saved.has('C-01.level') === true;
    },
  },
  'answer A': {
    may: ['owner', 'preparer', 'consultant who answers'],
    does: async (tx) => (await save(tx, 'A-04.level', await versions('A-04.level'))).ok,
  },
  'answer C': {
    may: [
      'owner',
      'preparer',
      'respondent of C',
      'consultant who answers',
      'consultant who answers C',
    ],
    does: async (tx) => (await save(tx, 'C-01.level', await versions('C-01.level'))).ok,
  },
  'note a reference of A': {
    may: ['owner', 'preparer', 'consultant who answers'],
    does: async (tx) => (await note(tx, 'A-04.level')).ok,
  },
  'withdraw a reference of A': {
    may: ['owner', 'preparer', 'consultant who answers'],
    does: async (tx) => {
      const evidenceId = await references('A-04.level');
      return (await withdrawEvidence(tx, { assessmentId, evidenceId, byName: '佐藤' })).ok;
    },
  },
  'save the profile': {
    may: ['owner', 'preparer'],
    does: async (tx) =>
      (await saveProfile(tx, { base: 0, facts: {}, requestId: randomUUID(), byName: '佐藤' })).ok,
  },
  'start an assessment': {
    may: ['owner', 'preparer'],
    does: async (tx) => {
      const scope = { editionId: '2026-11', mode: 'standard', stage: 'application' } as const;
      const given = { ...scope, assessmentId: randomUUID(), title: '別の点検', byName: '佐藤' };
      return (await startAssessment(tx, given)).ok;
    },
  },
  'change the scope': {
    may: ['owner', 'preparer'],
    does: async (tx) =>
      (
        await changeScope(tx, {
          assessmentId,
          base: 1,
          mode: 'full',
          stage: 'holding',
          overlays: [],
        })
      ).ok,
  },
  'rename the company': {
    may: ['owner', 'preparer'],
    does: async (tx) => (await renameCompany(tx, '見本精機')).ok,
  },
  'see the team': {
    may: everybody.filter((one) => !one.startsWith('consultant')),
    does: async (tx) => (await listMembers(tx)).length > 0,
  },
  'put somebody out': {
    may: ['owner'],
    does: async (tx) => {
      const { rows } = await world.superuser.query<{ id: string }>(
        `select account_id as id from ctx.access where company_id = $1 and role = 'viewer'`,
        [owner.companyId],
      );
      return (await revokeMember(tx, rows[0]?.id ?? '')).ok;
    },
  },
  'change a role': {
    may: ['owner'],
    does: async (tx) => {
      const { rows } = await world.superuser.query<{ id: string }>(
        `select account_id as id from ctx.access where company_id = $1 and role = 'viewer'`,
        [owner.companyId],
      );
      return (await changeRole(tx, rows[0]?.id ?? '', { role: 'owner', sections: null })).ok;
    },
  },
  leave: {
    may: ['preparer', 'respondent of C', 'declarer', 'viewer'],
    does: async (tx) => (await leaveCompany(tx)).ok,
  },
};

class Undone extends Error {}

/** Does something as somebody and takes it back, so that everybody meets the same company. */
async function tried(who: string, { does }: Deed): Promise<boolean> {
  const member = people.get(who);
  if (!member) throw new Error(`Nobody is ${who}.`);
  let done: boolean | undefined;
  const undoing = withCompany(member, async (tx) => {
    done = await does(tx);
    throw new Undone('taken back');
  });
  await expect(undoing).rejects.toThrow(Undone);
  return done === true;
}

describe.each(Object.entries(deeds))('to %s', (_, deed) => {
  it.each(everybody)('as %s', async (who) => {
    expect(await tried(who, deed)).toBe(deed.may.includes(who));
  });
});
