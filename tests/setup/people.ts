import { randomUUID } from 'node:crypto';
import type { App } from './app.ts';
import { formWith } from './form.ts';
import { visitor, type Fields, type Visitor } from './visitor.ts';

export const password = 'correct horse battery staple';

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

/** Lets another person into a company, as a later issue's invitation will; only the owner can. */
export async function letIn(app: Reached, org: string, person: Person): Promise<void> {
  await app.superuser.query(
    `insert into ctx.access (company_id, account_id, role)
     select $1, id, 'preparer' from auth.account where email = $2`,
    [org, person.email],
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
