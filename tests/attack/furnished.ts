import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import { newToken, tokenHash } from '#db/session-token.ts';
import { factFields, questionPath, save, type Place } from '../setup/answers.ts';
import type { App } from '../setup/app.ts';
import { companyTables } from '../setup/company-tables.ts';
import { sendCampaign } from '../setup/campaign.ts';
import { formsOf, formWith, type PageForm } from '../setup/form.ts';
import {
  engage,
  expectStatus,
  fillProfile,
  foundCompany,
  foundOrganisation,
  inviteFrom,
  joinAssociation,
  joinCompany,
  linkSentTo,
  reachLevel2,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';
import { signedAndOn } from '../setup/carried.ts';
import { contributeThrough } from '../setup/contributed.ts';
import { promotePlan } from '../setup/promoted-plan.ts';
import { publishFigures } from '../setup/published-figures.ts';

/** One of everything that has an id, all of it one person's; `spare` is a second assessment. */
export type Furnished = Place & {
  person: Person;
  account: string;
  evidence: string;
  spare: string;
  /** The run before, which was signed; the assessment goes on from it. */
  signed: string;
  result: string;
  consultancy: string;
  association: string;
  /** A colleague in the company, and an invitation that waits. */
  colleague: string;
  invitation: string;
  engagement: string;
  membership: string;
  /** One of the person's sessions on another device. */
  session: string;
};

export async function furnish(app: App, name: string): Promise<Furnished> {
  const person = await signUp(app, name);
  const org = await foundCompany(person);
  await fillProfile(person, org, factFields);
  const spare = await startAssessment(person, org);
  const { signed, result, ...place } = await signedAndOn(app, person, org);
  await save(person, place, 'A-01.level', { level: '2', note: '内々のメモ' });
  // Some scenarios will be taken away.
  for (let nth = 0; nth < 3; nth += 1) await promotePlan(person, place);
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
  const others = await letInOthers(app, person, org);
  return { ...place, signed, result, person, account, evidence, spare, ...others };
}

/** A consultancy and an association of the same person, both let into the company; a colleague. */
async function letInOthers(app: App, person: Person, org: string) {
  await reachLevel2(app, person);
  const consultancy = await foundOrganisation(person, 'consultancies', '見本事務所');
  const association = await foundOrganisation(person, 'associations', '見本工業会');
  const company = { owner: person, org };
  await engage(app, company, { consultant: person, consultancy });
  await joinAssociation(app, { officer: person, association }, company);
  await contributeThrough(person, { org, association });
  await publishFigures(app, association);
  const other = await signUp(app, '田中 誠');
  await joinCompany(app, company, other, { role: 'preparer' });
  other.visitor.close();
  await inviteFrom(app, person, `/o/${org}/team`, {
    intent: 'invite',
    email: `${randomUUID()}@example.jp`,
    role: 'viewer',
  });
  await signInElsewhere(app, person);
  return { consultancy, association, ...(await idsOf(app, org, person)) };
}

/** A session of the person on another device, which is never used. */
export async function signInElsewhere({ superuser }: App, { email }: Person): Promise<void> {
  await superuser.query(
    `insert into auth.session (id, account_id, token_hash, context_digest_hash, expires_at)
     select gen_random_uuid(), id, sha256(gen_random_uuid()::text::bytea), sha256(gen_random_uuid()::text::bytea),
            now() + interval '1 hour'
       from auth.account where email = $1`,
    [email],
  );
}

const ids = z.object({
  colleague: z.string(),
  invitation: z.string(),
  engagement: z.string(),
  membership: z.string(),
  session: z.string(),
});

async function idsOf({ superuser }: App, org: string, { email }: Person) {
  const { rows } = await superuser.query(
    `select (select account_id from ctx.access where company_id = $1 and role = 'preparer') as colleague,
            (select invitation_id from ctx.invitation where organisation_id = $1 and role = 'viewer') as invitation,
            (select engagement_id from ctx.engagement where company_id = $1) as engagement,
            (select membership_id from ctx.association_company where company_id = $1) as membership,
            (select s.id from auth.session s join auth.account a on a.id = s.account_id
              where a.email = $2 order by s.created_at desc limit 1) as session`,
    [org, email],
  );
  return ids.parse(rows[0]);
}

/** Of everything that a person's company and organisations hold: it changes with every row of it. */
export async function fingerprintOf({ superuser }: App, of: Furnished): Promise<string> {
  const { rows } = await superuser.query<{ hash: string }>(
    `select md5(string_agg(t, '|' order by t)) as hash from (
       ${companyTables.map((table) => `select e::text as t from ${table} e where company_id = $1`).join(' union all ')}
       union all select e::text from erase.request e where company_id = $1
       union all select e::text from ctx.access e where company_id = $1
       union all select e::text from ctx.engagement e where company_id = $1
       union all select e::text from ctx.association_company e where company_id = $1
       union all select e::text from ctx.consultancy_member e where consultancy_id = $2
       union all select e::text from ctx.association_member e where association_id = $3
       union all select e::text from ctx.campaign e where association_id = $3
       union all select e::text from ctx.campaign_recipient e where association_id = $3
       union all select e::text from ctx.campaign_opt_out e where association_id = $3
       union all select e::text from ctx.invitation e where organisation_id in ($1, $2, $3)) x`,
    [of.org, of.consultancy, of.association],
  );
  return rows[0]?.hash ?? '';
}

/** The person's session as just confirmed at the second level: no page asks for that first. */
export async function confirmNow({ superuser }: App, { email }: Person): Promise<void> {
  await superuser.query(
    `update auth.session set level = 2, confirmed_at = now()
      where account_id = (select id from auth.account where email = $1)`,
    [email],
  );
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
    consultancy: of.consultancy,
    association: of.association,
    question: 'A-01.level',
    domain: 'A',
    action: 'M005',
    ...(path.includes(':result') && { assessment: of.signed, result: of.result }),
  };
  return path.includes(':token') ? { ...values, token: await freshToken(app, of, path) } : values;
}

/** A link as it would be sent for this page: of sign-up, new password, campaign, invitation or recovery. */
async function freshToken(app: App, of: Furnished, path: string): Promise<string> {
  const { visitor: person } = of.person;
  await app.superuser.query('delete from auth.attempt');
  if (path.startsWith('/recovery')) return openedRecovery(app, of.account);
  if (path.startsWith('/campaigns')) {
    await confirmNow(app, of.person);
    await app.superuser.query('delete from ctx.campaign where association_id = $1', [
      of.association,
    ]);
    const link = await sendCampaign(app, of.person, of.association, [`${randomUUID()}@example.jp`]);
    // The page of the association has its form again.
    await app.superuser.query(
      `update ctx.campaign set at = at - interval '8 days' where association_id = $1`,
      [of.association],
    );
    return lastPart(link);
  }
  if (path.startsWith('/invitations')) {
    // An organisation sends twenty in an hour.
    const own = [of.org, of.consultancy, of.association];
    await app.superuser.query('delete from ctx.invitation where organisation_id = any ($1)', [own]);
    await confirmNow(app, of.person);
    const offer = { intent: 'invite', email: of.person.email, role: 'owner' };
    return lastPart(await inviteFrom(app, of.person, `/c/${of.consultancy}/team`, offer));
  }
  const isSignUp = path.startsWith('/signup');
  const email = isSignUp ? `${randomUUID()}@example.jp` : of.person.email;
  await person.post(isSignUp ? '/signup' : '/password', { email });
  return lastPart(await linkSentTo(app, email));
}

const lastPart = (path: string): string => path.split('/').at(-1) ?? '';

/** A recovery that the operator started yesterday; both of its links are this one. */
async function openedRecovery({ superuser }: App, account: string): Promise<string> {
  const link = newToken();
  await superuser.query(
    `insert into auth.recovery (link_hash, cancel_hash, account_id, started_at, opens_at, expires_at)
     values ($1, $1, $2, now() - interval '25 hours', now() - interval '1 hour', now() + interval '47 hours')`,
    [tokenHash(link), account],
  );
  return link;
}

/** Routes that answer with a file: their form stands on another page. */
const FORMS_ELSEWHERE: Readonly<Record<string, string>> = {
  'routes/o.$org.export': '/o/:org/leaving',
};
export const hasOwnPage = ({ id }: { id: string }): boolean => !(id in FORMS_ELSEWHERE);

/** The page on which the form of a route stands. */
export const pageWithForm = ({ id, path }: { id: string; path: string }): string =>
  FORMS_ELSEWHERE[id] ?? path;

/** The posted forms of a page that go to this address. */
export const ownForms = (html: string, address: string): PageForm[] =>
  formsOf(html).filter(
    ({ method, action }) =>
      method === 'post' && ['', address].includes(action.replace(/[?#].*$/, '')),
  );
