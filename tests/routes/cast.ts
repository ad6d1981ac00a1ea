import { factFields, save, type Place } from '../setup/answers.ts';
import type { App } from '../setup/app.ts';
import { carryOn, dateBack, signedAndOn } from '../setup/carried.ts';
import { commentOn } from '../setup/working-together.ts';
import {
  engage,
  fillProfile,
  foundCompany,
  foundOrganisation,
  joinAssociation,
  joinCompany,
  reachLevel2,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';
import { visitor } from '../setup/visitor.ts';

export const ROLES = [
  'owner',
  'preparer',
  'respondent',
  'declarer',
  'viewer',
  'consultant-read',
  'consultant-answer',
  'consultant-revoked',
  'officer',
  'stranger',
  'nobody',
] as const;
export type Role = (typeof ROLES)[number];

/** Everybody who may stand in a relation to one company, its consultancies and its association. */
export type Cast = {
  app: App;
  people: Record<Role, Person>;
  place: Place;
  /** Of the edition before, with an answer that waits when it is carried; and one that was. */
  earlier: Place;
  carried: Place;
  /** The consultancy that may answer `facility`, and the association that the company has joined. */
  consultancy: string;
  association: string;
};

/** An assessment of the edition before. */
export async function earlierIn(app: App, owner: Person, org: string): Promise<Place> {
  const old = { org, assessment: await startAssessment(owner, org) };
  await dateBack(app, old);
  await save(owner, old, 'D-03.level', { level: '3' });
  return old;
}

/** The respondent has section C; the consultants may read everything, answer `facility`, or no more. */
export async function makeCast(app: App): Promise<Cast> {
  const owner = await signUp(app, '佐藤 美咲');
  const org = await foundCompany(owner);
  await fillProfile(owner, org, factFields);
  // Something signed that a figure can be taken from; it is not the newest assessment.
  await signedAndOn(app, owner, org);
  const place = { org, assessment: await startAssessment(owner, org) };
  await save(owner, place, 'A-01.level', { level: '2' });
  // One for each of those who may settle one.
  for (let nth = 0; nth < 6; nth += 1)
    await commentOn(owner, place, 'C-02.level', '版を確かめてください。');
  const earlier = await earlierIn(app, owner, org);
  const carried = await carryOn(owner, await earlierIn(app, owner, org));
  const company = { owner, org };
  const member = async (name: string, role: 'preparer' | 'declarer' | 'viewer') => {
    const person = await signUp(app, name);
    await joinCompany(app, company, person, { role });
    return person;
  };
  const respondent = await signUp(app, '回答 一');
  await joinCompany(app, company, respondent, { role: 'respondent', sections: ['C'] });
  const consultant = async (name: string) => {
    const person = await signUp(app, name);
    await reachLevel2(app, person);
    return {
      consultant: person,
      consultancy: await foundOrganisation(person, 'consultancies', `${name}事務所`),
    };
  };
  const [reading, answering, gone] = [
    await consultant('読取'),
    await consultant('代筆'),
    await consultant('過去'),
  ];
  await engage(app, company, reading, { scope: 'read' });
  await engage(app, company, answering, { scope: 'answer', questionnaires: ['facility'] });
  await engage(app, company, gone, { scope: 'answer' });
  await app.superuser.query(
    'update ctx.engagement set revoked_at = now() where company_id = $1 and consultancy_id = $2',
    [org, gone.consultancy],
  );
  const officer = await signUp(app, '関 直人');
  await reachLevel2(app, officer);
  const association = await foundOrganisation(officer, 'associations', '見本工業会');
  await joinAssociation(app, { officer, association }, company);
  const stranger = await signUp(app, '他社 太郎');
  await reachLevel2(app, stranger);
  await foundCompany(stranger, '他社工業株式会社');
  return {
    app,
    earlier,
    carried,
    place,
    association,
    consultancy: answering.consultancy,
    people: {
      owner,
      preparer: await member('作成 二', 'preparer'),
      respondent,
      declarer: await member('申告 三', 'declarer'),
      viewer: await member('見学 四', 'viewer'),
      'consultant-read': reading.consultant,
      'consultant-answer': answering.consultant,
      'consultant-revoked': gone.consultant,
      officer,
      stranger,
      nobody: { email: '', name: '', visitor: visitor(app.origin) },
    },
  };
}
