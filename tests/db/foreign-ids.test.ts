import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { getAssociation } from '#db/associations.ts';
import { getCompany } from '#db/companies.ts';
import { getConsultancy } from '#db/consultancies.ts';
import { withAssociation, withCompany, withConsultancy, type Member } from '#db/tenant.ts';
import {
  answerOf,
  differences,
  inAssociation,
  inCompany,
  inConsultancy,
  type Inside,
  type Replaced,
  type Run,
} from './answering.ts';
import { exportedVerbs, verbsIn, type Verb } from './exported-verbs.ts';
import { furnish, type Furnished, type Things } from './furnished.ts';
import { associationVerbs, consultancyVerbs } from './organisation-verbs.ts';
import { associationOf, atLevel2, consultancyOf } from './organisations.ts';
import { otherVerbs } from './other-verbs.ts';
import { companyVerbs, type Called, type Thing } from './verbs.ts';
import { assessmentOf, companyOf, openWorld, signedIn, type World } from './world.ts';

// Every verb of db/, with the ids of another company, consultancy or association in every position: it
// answers as it does to an id that nobody has.

let world: World;
let ours: Furnished;
let owner: Member;
let own: Things;
let foreign: Things;
beforeAll(async () => {
  world = await openWorld();
  ours = await furnish(world, '自社');
  owner = ours.company.owner;
  own = ours.things;
  foreign = (await furnish(world, '他社')).things;
});
afterAll(() => world.close());

/** What a verb of the company answers its owner. */
async function answerTo(verb: string, replaced?: Replaced): Promise<Run> {
  const call = companyVerbs[verb];
  if (!call) throw new Error(`No entry for ${verb}.`);
  return answerOf(call, inCompany(owner), own, replaced);
}

describe.each(Object.entries(companyVerbs))('%s in a company', (_verb, call) => {
  it('answers to the ids of another company as to ids that nobody has', async () => {
    for (const member of Object.values(ours.company))
      expect(await differences(call, inCompany(member), own, foreign)).toEqual([]);
  });
});

describe.each(Object.entries(consultancyVerbs))('%s in a consultancy', (_verb, call) => {
  it('answers to the ids of another consultancy as to ids that nobody has', async () => {
    for (const consultant of Object.values(ours.consultancy))
      expect(await differences(call, inConsultancy(consultant), own, foreign)).toEqual([]);
  });
});

describe.each(Object.entries(associationVerbs))('%s in an association', (_verb, call) => {
  it('answers to the ids of another association as to ids that nobody has', async () => {
    for (const officer of Object.values(ours.association))
      expect(await differences(call, inAssociation(officer), own, foreign)).toEqual([]);
  });
});

test('a verb that takes an assessment knows one’s own from one that nobody has (the control)', async () => {
  // The one takes no assessment of its own; what the other answers is asked in disclosure.test.ts.
  const others = ['assessments.startAssessment', 'contributions.filledBy'];
  for (const verb of Object.keys(companyVerbs).filter((one) => !others.includes(one))) {
    const mine = await answerTo(verb);
    if (!mine.asked.includes('assessment')) continue;
    const nobodys = await answerTo(verb, (thing) =>
      thing === 'assessment' ? randomUUID() : undefined,
    );
    expect([verb, mine.answer]).not.toEqual([verb, nobodys.answer]);
  }
});

test('a verb that takes evidence knows one’s own from one that nobody has (the control)', async () => {
  const mine = await answerTo('evidence.withdrawEvidence');
  const nobodys = await answerTo('evidence.withdrawEvidence', (thing) =>
    thing === 'evidence' ? randomUUID() : undefined,
  );
  expect([mine.answer, nobodys.answer]).toEqual([
    '{"ok":true}',
    '{"ok":false,"reason":"not-found"}',
  ]);
});

const granting = [
  'contributions.contribute',
  'contributions.withdrawContribution',
  'engagements.revokeEngagement',
  'engagements.resignEngagement',
  'invitations.withdrawInvitation',
  'members.changeRole',
  'members.revokeMember',
  'participation.leaveAssociation',
  'participation.removeParticipant',
  'staff.changeStaffRole',
  'staff.revokeStaff',
];

/** The granting verbs of one table: what they answer the owner to their own id, and to nobody's. */
async function granted<Tx>(table: Record<string, Called<Tx>>, inside: Inside<Tx>) {
  const answers: [string, string, string][] = [];
  for (const [verb, call] of Object.entries(table).filter(([one]) => granting.includes(one))) {
    const mine = await answerOf(call, inside, own);
    const nobodys = await answerOf(call, inside, own, () => randomUUID());
    answers.push([verb, mine.answer, nobodys.answer]);
  }
  return answers;
}

test('a verb that grants or ends knows one’s own from what nobody has (the control)', async () => {
  const answers = [
    ...(await granted(companyVerbs, inCompany(owner))),
    ...(await granted(consultancyVerbs, inConsultancy(ours.consultancy.owner))),
    ...(await granted(associationVerbs, inAssociation(ours.association.owner))),
  ];
  expect(new Set(answers.map(([verb]) => verb))).toEqual(new Set(granting));
  for (const [verb, ...both] of answers)
    expect([verb, ...both]).toEqual([verb, '{"ok":true}', '{"ok":false,"reason":"not-found"}']);
});

const engagedAgain = (nobodys: Thing) =>
  answerTo('engagements.grantEngagement', (thing) =>
    thing === nobodys ? randomUUID() : undefined,
  );

test('only a consultancy that was let in before is engaged again (the control)', async () => {
  expect((await engagedAgain('engagement')).answer).toBe('{"ok":true}');
  expect((await engagedAgain('consultancy')).answer).toBe('{"ok":false,"reason":"not-found"}');
});

/** Verbs that the database refuses with an error when they are called with one's own ids. */
async function refused<Tx>(table: Record<string, Called<Tx>>, inside: Inside<Tx>) {
  const found: [string, string][] = [];
  for (const [verb, call] of Object.entries(table)) {
    const { answer } = await answerOf(call, inside, own);
    if (answer.includes('"failed"')) found.push([verb, answer]);
  }
  return found;
}

test('no entry is a call that fails in any case (the control)', async () => {
  expect(await refused(companyVerbs, inCompany(owner))).toEqual([]);
  expect(await refused(consultancyVerbs, inConsultancy(ours.consultancy.owner))).toEqual([]);
  expect(await refused(associationVerbs, inAssociation(ours.association.owner))).toEqual([]);
});

test('one’s own assessments are told apart: nothing of the first answers for the second', async () => {
  const second = await assessmentOf(owner);
  for (const verb of ['answers.currentAnswers', 'answers.answerHistory', 'evidence.listEvidence']) {
    expect((await answerTo(verb)).answer).not.toBe('[]');
    expect((await answerTo(verb, () => second)).answer).toBe('[]');
  }
  const withdrawn = await answerTo('evidence.withdrawEvidence', (thing) =>
    thing === 'assessment' ? second : undefined,
  );
  expect(withdrawn.answer).toBe('{"ok":false,"reason":"not-found"}');
});

const tried = (work: Promise<unknown>) =>
  work.then(
    () => 'opened',
    (error: unknown) => (error instanceof Error ? `${error.name} ${error.message}` : 'thrown'),
  );

test('a door opens another’s organisation as little as one that nobody has', async () => {
  const person = await atLevel2(world, await signedIn());
  const other = await atLevel2(world, await signedIn());
  const company = await companyOf(other);
  const consultancy = await consultancyOf(other);
  const association = await associationOf(other);
  const { contextDigest } = person;
  for (const id of [randomUUID(), company.companyId])
    expect(await tried(withCompany({ contextDigest, companyId: id }, getCompany))).toBe(
      'NoAccess ',
    );
  for (const id of [randomUUID(), consultancy.consultancyId])
    expect(await tried(withConsultancy({ contextDigest, consultancyId: id }, getConsultancy))).toBe(
      'NoAccess ',
    );
  for (const id of [randomUUID(), association.associationId])
    expect(await tried(withAssociation({ contextDigest, associationId: id }, getAssociation))).toBe(
      'NoAccess ',
    );
  expect(await tried(withCompany(company, getCompany))).toBe('opened');
  expect(await tried(withConsultancy(consultancy, getConsultancy))).toBe('opened');
  expect(await tried(withAssociation(association, getAssociation))).toBe('opened');
});

const tables = {
  CompanyTx: companyVerbs,
  ConsultancyTx: consultancyVerbs,
  AssociationTx: associationVerbs,
};

/** The entries that a verb needs: one at each door with a table, or the reason why it has none. */
function entriesFor({ verb, doors }: Verb): string[] {
  const open = doors.filter((door) => door in tables);
  return verb in otherVerbs || open.length === 0 ? [verb] : open.map((door) => `${verb} ${door}`);
}

test('every exported verb has an entry at each of its doors, and every entry a verb', () => {
  const known = Object.entries(tables).flatMap(([door, table]) =>
    Object.keys(table).map((verb) => `${verb} ${door}`),
  );
  const all = [...known, ...Object.keys(otherVerbs)];
  expect(exportedVerbs().flatMap(entriesFor).toSorted()).toEqual(all.toSorted());
});

test('a verb without an entry is found (the control)', () => {
  const planted = `
    export async function plantedVerb(tx: CompanyTx, id: string) { return [tx, id]; }
    export const another = (tx: CompanyTx | SystemTx) => tx;
    export const staff = (tx: ConsultancyTx | AssociationTx) => tx;
    export const none = (id: string) => id;
    async function hidden(tx: CompanyTx) { return tx; }`;
  const found = verbsIn('planted', planted);
  expect(found.map(({ verb }) => verb)).toEqual([
    'planted.plantedVerb',
    'planted.another',
    'planted.staff',
  ]);
  expect(found.flatMap(entriesFor)).toEqual([
    'planted.plantedVerb CompanyTx',
    'planted.another CompanyTx',
    'planted.staff ConsultancyTx',
    'planted.staff AssociationTx',
  ]);
});
