import { randomUUID } from 'node:crypto';
import { factFields, questionPath, save, type Place } from '../setup/answers.ts';
import type { App } from '../setup/app.ts';
import { formsOf, formWith, type PageForm } from '../setup/form.ts';
import {
  expectStatus,
  fillProfile,
  foundCompany,
  linkSentTo,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

/** A company with one of everything that has an id; `spare` is a second assessment. */
export type Furnished = Place & {
  person: Person;
  account: string;
  evidence: string;
  spare: string;
};

export async function furnish(app: App, name: string): Promise<Furnished> {
  const person = await signUp(app, name);
  const org = await foundCompany(person);
  await fillProfile(person, org, factFields);
  const spare = await startAssessment(person, org);
  const place = { org, assessment: await startAssessment(person, org) };
  await save(person, place, 'A-01.level', { level: '2', note: '内々のメモ' });
  const path = `${questionPath(place, 'A-01.level')}/evidence`;
  const reference = {
    title: '0',
    dated: '2026-09-01',
    owner: 'general-affairs',
    location: 'file-server',
  };
  // Some of them will be withdrawn.
  for (let nth = 0; nth < 6; nth += 1) {
    const form = formWith((await person.visitor.get(path)).text, 'owner');
    expectStatus(await person.visitor.post(path, { ...form.fields, ...reference }), 303);
  }
  const { rows } = await app.superuser.query<{ evidence: string; account: string }>(
    'select evidence_id as evidence, actor as account from junbi.evidence where company_id = $1',
    [org],
  );
  const { evidence = '', account = '' } = rows[0] ?? {};
  return { ...place, person, account, evidence, spare };
}

/** The values of a route's parameters in one's own company; a fresh link where the page needs one. */
export async function parametersFor(
  app: App,
  of: Furnished,
  path: string,
): Promise<Record<string, string>> {
  const values = {
    org: of.org,
    assessment: of.assessment,
    question: 'A-01.level',
    domain: 'A',
  };
  if (!path.includes(':token')) return values;
  const isSignUp = path.startsWith('/signup');
  const email = isSignUp ? `${randomUUID()}@example.jp` : of.person.email;
  await app.superuser.query('delete from auth.attempt');
  await of.person.visitor.post(isSignUp ? '/signup' : '/password', { email });
  return { ...values, token: (await linkSentTo(app, email)).split('/').at(-1) ?? '' };
}

/** The posted forms of a page that go to the page itself. */
export const ownForms = (html: string, address: string): PageForm[] =>
  formsOf(html).filter(
    ({ method, action }) =>
      method === 'post' && ['', address].includes(action.replace(/[?#].*$/, '')),
  );
