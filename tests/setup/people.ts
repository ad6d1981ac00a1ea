import { randomUUID } from 'node:crypto';
import type { App } from './app.ts';
import { formWith } from './form.ts';
import { visitor, type Fields, type Visitor } from './visitor.ts';

export const password = 'kingfisher tram lantern 52';

/** A running app and its database. */
type Reached = Pick<App, 'origin' | 'superuser'>;

export type Person = { email: string; name: string; visitor: Visitor };

/** The link of the newest message to an address, as a path. */
export async function linkSentTo({ superuser, origin }: Reached, email: string): Promise<string> {
  const { rows } = await superuser.query<{ text: string }>(
    'select body_text as text from auth.outbox where to_address = $1 order by created_at desc limit 1',
    [email],
  );
  const link = /https?:\/\/\S+/.exec(rows[0]?.text ?? '')?.[0] ?? '';
  if (!link.startsWith(origin))
    throw new Error(`The message to ${email} has no link to this site.`);
  return link.slice(origin.length);
}

/** Signs up as a person does: form, message, link, name and password. */
export async function signUp(app: Reached, name = '佐藤 美咲'): Promise<Person> {
  const email = `${randomUUID()}@example.jp`;
  const person = visitor(app.origin);
  expectStatus(await person.post('/signup', { email }), 200);
  expectStatus(await person.post(await linkSentTo(app, email), { name, password }), 303);
  return { email, name, visitor: person };
}

/** Founds a company through the form; its id. */
export async function foundCompany({ visitor: person }: Person, name = '見本精機株式会社') {
  const { text } = await person.get('/companies/new');
  const form = formWith(text, 'name');
  const made = await person.post('/companies/new', { ...form.fields, name });
  expectStatus(made, 303);
  return idIn(made.location, /^\/o\/([^/]+)/);
}

export async function fillProfile({ visitor: person }: Person, org: string, facts: Fields) {
  const path = `/o/${org}/profile`;
  const form = formWith((await person.get(path)).text, 'base');
  expectStatus(await person.post(path, { ...form.fields, ...facts }), 303);
}

/** Starts an assessment through the form; its id. */
export async function startAssessment(
  { visitor: person }: Person,
  org: string,
  scope: { mode?: string; stage?: string } = {},
) {
  const path = `/o/${org}/assessments/new`;
  const form = formWith((await person.get(path)).text, 'mode');
  const started = await person.post(path, {
    ...form.fields,
    title: '2026年度の自己点検',
    ...scope,
  });
  expectStatus(started, 303);
  return idIn(started.location, /\/assessments\/([^/]+)/);
}

/** The person's sessions as after a passkey or a second factor; consultants and officers need it. */
export async function reachLevel2({ superuser }: Reached, person: Person): Promise<void> {
  await superuser.query(
    'update auth.session set level = 2 where account_id = (select id from auth.account where email = $1)',
    [person.email],
  );
}

/** Founds a consultancy or an association through the form; its id. Needs level 2. */
export async function foundOrganisation(
  { visitor: person }: Person,
  kind: 'consultancies' | 'associations',
  name: string,
) {
  const { text } = await person.get(`/${kind}/new`);
  const form = formWith(text, 'name');
  const made = await person.post(`/${kind}/new`, { ...form.fields, name });
  expectStatus(made, 303);
  return idIn(made.location, /^\/[ac]\/([^/]+)/);
}

export type MemberRole = 'owner' | 'preparer' | 'respondent' | 'declarer' | 'viewer';

/** Invites an address from a page with such a form; the path of the link that was sent. */
export async function inviteFrom(
  app: Reached,
  { visitor: person }: Person,
  page: string,
  fields: Fields & { email: string },
): Promise<string> {
  expectStatus(await person.post(page, fields), 303);
  return linkSentTo(app, fields.email);
}

/** Lets a person into a company in a role, through an invitation and its acceptance. */
export async function joinCompany(
  app: Reached,
  { owner, org }: { owner: Person; org: string },
  person: Person,
  { role, sections = [] }: { role: MemberRole; sections?: readonly string[] },
): Promise<void> {
  const fields = { intent: 'invite', email: person.email, role, sections };
  const link = await inviteFrom(app, owner, `/o/${org}/team`, fields);
  expectStatus(await person.visitor.post(link, { intent: 'accept' }), 303);
}

/** A company lets a consultancy in: invited by its owner, accepted by the consultant. */
export async function engage(
  app: Reached,
  { owner, org }: { owner: Person; org: string },
  { consultant, consultancy }: { consultant: Person; consultancy: string },
  terms: { scope?: 'read' | 'answer'; questionnaires?: readonly string[]; days?: string } = {},
): Promise<void> {
  const link = await inviteFrom(app, owner, `/o/${org}/sharing`, {
    intent: 'invite',
    email: consultant.email,
    scope: 'answer',
    questionnaires: ['governance', 'facility', 'personnel', 'separation'],
    days: '90',
    ...terms,
  });
  const taken = await consultant.visitor.post(link, { intent: 'accept', target: consultancy });
  expectStatus(taken, 303);
}

/** A company joins an association, by its invitation and the consent of the company's owner. */
export async function joinAssociation(
  app: Reached,
  { officer, association }: { officer: Person; association: string },
  { owner, org }: { owner: Person; org: string },
): Promise<void> {
  const fields = { intent: 'invite-company', email: owner.email };
  const link = await inviteFrom(app, officer, `/a/${association}?index`, fields);
  expectStatus(await owner.visitor.post(link, { intent: 'accept', target: org }), 303);
}

/** Lets another person into a company past the forms; only a superuser can. */
export async function letIn(
  app: Reached,
  org: string,
  person: Person,
  { canWrite = true }: { canWrite?: boolean } = {},
): Promise<void> {
  await app.superuser.query(
    `insert into ctx.access (company_id, account_id, role)
     select $1, id, $3 from auth.account where email = $2`,
    [org, person.email, canWrite ? 'preparer' : 'viewer'],
  );
}

export function expectStatus(answer: { status: number; text: string }, status: number): void {
  if (answer.status === status) return;
  throw new Error(`Expected ${status}, got ${answer.status}: ${answer.text.slice(0, 2000)}`);
}

function idIn(location: string | undefined, pattern: RegExp): string {
  const id = pattern.exec(location ?? '')?.[1];
  if (!id) throw new Error(`No id in ${String(location)}.`);
  return id;
}
