import { randomUUID } from 'node:crypto';
import { newestEdition } from '../setup/newest-edition.ts';
import {
  factFields,
  questionPath,
  save,
  saveAll,
  variedAnswers,
  type Place,
} from '../setup/answers.ts';
import { carryOn, dateBack, reopen, sign, submit } from '../setup/carried.ts';
import { contributeThrough } from '../setup/contributed.ts';
import type { App } from '../setup/app.ts';
import { sendCampaign } from '../setup/campaign.ts';
import { assign, commentOn } from '../setup/working-together.ts';
import { publishFigures } from '../setup/published-figures.ts';
import { setReview } from '../setup/review.ts';
import { promotePlan } from '../setup/promoted-plan.ts';
import { formWith } from '../setup/form.ts';
import {
  engage,
  expectStatus,
  fillProfile,
  foundCompany,
  foundOrganisation,
  inviteFrom,
  joinAssociation,
  joinCompany,
  letIn,
  linkSentTo,
  reachLevel2,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

/** Those who look at the pages, and what they have. */
export type World = {
  /** Nothing but an account. */
  newcomer: Person;
  /** A company with a half of everything: answers of every kind, evidence, a history. */
  member: Person;
  /** Somebody else who writes in the member's companies, and one who may only read. */
  colleague: Person;
  viewer: Person;
  place: Place;
  /** A company without an assessment. */
  bare: string;
  /** A company whose assessment has no answer. */
  fresh: Place;
  signUpLink: string;
  resetLink: string;
  /** A consultant with a client (the member's company), and a consultancy without one. */
  consultant: Person;
  consultancy: string;
  bareConsultancy: string;
  /** An officer of an association with that company, and of one without any. */
  officer: Person;
  association: string;
  bareAssociation: string;
  /** Of a message of that association. */
  campaignLink: string;
  /** Answers section C of the member's company. */
  respondent: Person;
  /** To an address without an account, and to the newcomer. */
  invitedLink: string;
  newcomersLink: string;
  /** An owner whose last confirmation is older than five minutes. */
  tired: Person;
  tiredOrg: string;
  /** Of the edition before; one that was carried; one that waits for the declarer; one that was changed after its signature. */
  earlier: Place;
  carried: Place;
  submitted: Place;
  signed: Place;
  declarer: Person;
};

export const edition = newestEdition;

/** Makes the world through the forms alone. */
export async function makeWorld(app: App): Promise<World> {
  const newcomer = await signUp(app, '唐沢 空');
  const member = await signUp(app);
  const org = await foundCompany(member);
  await fillProfile(member, org, factFields);
  const place = { org, assessment: await startAssessment(member, org) };
  await saveAll(member, place, variedAnswers(edition, 'standard'));
  await noteEvidence(member, place, 'A-02.level');
  await promotePlan(member, place);
  const colleague = await signUp(app, '田中 誠');
  const viewer = await signUp(app, '見学 透');
  await letIn(app, org, colleague);
  await letIn(app, org, viewer, { canWrite: false });
  await assign(member, place, { section: 'A', owner: member.name, due: '2026-11-02' });
  await assign(member, place, { section: 'C', owner: colleague.name, due: '2027-01-29' });
  await setReview(member, place, 20);
  await commentOn(colleague, place, 'A-02.level', '規程の版はどれを見ればよいか教えてください');
  await commentOn(member, place, 'A-02.level', '四月の改定版です\n総務の棚にあります');
  const bare = await foundCompany(member, '空見工業株式会社');
  const second = await foundCompany(member, '白紙製作所');
  const fresh = { org: second, assessment: await startAssessment(member, second) };
  const other = `${randomUUID()}@example.jp`;
  await member.visitor.post('/signup', { email: other });
  const signUpLink = await linkSentTo(app, other);
  await member.visitor.post('/password', { email: newcomer.email });
  const resetLink = await linkSentTo(app, newcomer.email);
  const people = await makeOthers(app, member, org, newcomer);
  const versions = await makeVersions(app, member);
  const { officer, association } = people;
  const signed = { owner: member, org: versions.signed.org };
  await joinAssociation(app, { officer, association }, signed);
  await contributeThrough(member, { org: signed.org, association });
  // Pages that ask for a fresh confirmation are looked at long after the sign-in.
  await app.superuser.query(`update auth.session set confirmed_at = now() + interval '1 day'`);
  await member.visitor.post('/settings/security/one-time-codes', { intent: 'begin' });
  const tired = await signUp(app, '夜野 更');
  const tiredOrg = await foundCompany(tired);
  await app.superuser.query(
    `update auth.session set confirmed_at = now() - interval '6 minutes'
      where account_id = (select id from auth.account where email = $1)`,
    [tired.email],
  );
  return {
    newcomer,
    member,
    colleague,
    viewer,
    place,
    bare,
    fresh,
    signUpLink,
    resetLink,
    ...people,
    ...versions,
    tired,
    tiredOrg,
  };
}

/** A company of its own for each way that an assessment can stand. */
async function makeVersions(app: App, member: Person) {
  const declarer = await signUp(app, '署名 一');
  const begun = async (name: string): Promise<Place> => {
    const org = await foundCompany(member, name);
    await joinCompany(app, { owner: member, org }, declarer, { role: 'declarer' });
    const place = { org, assessment: await startAssessment(member, org, { mode: 'full' }) };
    // C-05 without a place: two answers that hardly go together.
    for (const [question, level] of [
      ['C-01.level', '0'],
      ['C-05.level', '3'],
      ['D-03.level', '3'],
    ] as const)
      await save(member, place, question, { level });
    return place;
  };
  const old = async (name: string): Promise<Place> => {
    const place = await begun(name);
    await dateBack(app, place);
    for (const question of ['C-04.level', 'D-06.level', 'L-07.level'])
      await save(member, place, question, { level: '3' });
    return place;
  };
  const [earlier, before] = [await old('前版精機'), await old('引継工業')];
  const carried = await carryOn(member, before);
  const [submitted, signed] = [await begun('提出電機'), await begun('署名製作所')];
  await submit(member, submitted);
  await submit(member, signed);
  await sign(declarer, signed);
  await reopen(member, signed, '鍵の管理を見直したため');
  await save(member, signed, 'C-01.level', { level: '2' });
  await setReview(member, signed, 365);
  return { earlier, carried, submitted, signed, declarer };
}

/** Those whom the company lets in, and those who wait. */
async function makeOthers(app: App, member: Person, org: string, newcomer: Person) {
  const company = { owner: member, org };
  const consultant = await signUp(app, '原 さくら');
  const officer = await signUp(app, '関 直人');
  const respondent = await signUp(app, '高橋 恵');
  for (const person of [consultant, officer]) await reachLevel2(app, person);
  const consultancy = await foundOrganisation(consultant, 'consultancies', 'みちのり経営事務所');
  const bareConsultancy = await foundOrganisation(consultant, 'consultancies', '白紙事務所');
  const association = await foundOrganisation(officer, 'associations', '見本工業会');
  const bareAssociation = await foundOrganisation(officer, 'associations', '白紙工業会');
  await joinCompany(app, company, respondent, { role: 'respondent', sections: ['C'] });
  await engage(app, company, { consultant, consultancy }, { questionnaires: ['facility'] });
  await joinAssociation(app, { officer, association }, company);
  await publishFigures(app, association);
  const campaignLink = await sendCampaign(app, officer, association, [
    `${randomUUID()}@example.jp`,
    `${randomUUID()}@example.jp`,
  ]);
  const invite = (email: string) =>
    inviteFrom(app, member, `/o/${org}/team`, { intent: 'invite', email, role: 'preparer' });
  const invitedLink = await invite(`${randomUUID()}@example.jp`);
  const newcomersLink = await invite(newcomer.email);
  return {
    consultant,
    consultancy,
    bareConsultancy,
    officer,
    association,
    bareAssociation,
    campaignLink,
    respondent,
    invitedLink,
    newcomersLink,
  };
}

export async function noteEvidence(
  { visitor }: Person,
  place: Place,
  question: string,
): Promise<void> {
  const path = `${questionPath(place, question)}/evidence`;
  const form = formWith((await visitor.get(path)).text, 'owner');
  const fields = {
    title: '0',
    dated: '2026-09-01',
    owner: 'general-affairs',
    location: 'file-server',
  };
  expectStatus(await visitor.post(path, { ...form.fields, ...fields }), 303);
}
