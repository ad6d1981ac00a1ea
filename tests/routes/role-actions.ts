import { randomUUID } from 'node:crypto';
import { questionPath } from '../setup/answers.ts';
import { dayIn } from '../setup/review.ts';
import { carryOn } from '../setup/carried.ts';
import { groupFields } from '../setup/contributed.ts';
import { campaignFields } from '../setup/campaign.ts';
import { formWith } from '../setup/form.ts';
import type { Person } from '../setup/people.ts';
import type { Answer, Fields } from '../setup/visitor.ts';
import { earlierIn, type Cast, type Role } from './cast.ts';

/** One action and who may do it: everybody else is refused. */
export type RoleAction = {
  may: readonly Role[];
  send: (cast: Cast, role: Role) => Promise<Answer>;
  /** The status of what was done, where it is not 303. */
  answers?: number;
  leavesNoRow?: true;
};

/** An address with its form, as the first of those who may has it, posted by somebody in their own name. */
type Form = {
  page: (cast: Cast) => string;
  /** A field or button that the form has; none where every field is typed. */
  has?: string;
  typed: (cast: Cast) => Fields | Promise<Fields>;
  query?: string;
};

const accountOf = async ({ app }: Cast, { email }: Person): Promise<string> => {
  const { rows } = await app.superuser.query<{ id: string }>(
    'select id from auth.account where email = $1',
    [email],
  );
  return rows[0]?.id ?? '';
};

function action(may: readonly Role[], form: Form, more: Partial<RoleAction> = {}): RoleAction {
  return {
    may,
    send: async (cast, role) => {
      const { page, has, typed, query = '' } = form;
      const address = page(cast);
      const [first = 'owner'] = may;
      const fields = has
        ? formWith((await cast.people[first].visitor.get(address)).text, has).fields
        : {};
      const person = await accountOf(cast, cast.people[role]);
      const sent = { ...fields, ...(await typed(cast)), person };
      return cast.people[role].visitor.post(address + query, sent);
    },
    ...more,
  };
}

const one = async (cast: Cast, sql: string, values: unknown[]): Promise<string> => {
  const { rows } = await cast.app.superuser.query<{ id: string }>(sql, values);
  return rows[0]?.id ?? '';
};

let turn = 0;
const next = (from: readonly string[]): string => from[(turn += 1) % from.length] ?? '';
const anybody = () => `${randomUUID()}@example.jp`;

const inCompany = (page: string) => (cast: Cast) => `/o/${cast.place.org}${page}`;
const inAssessment = (page: string) => (cast: Cast) =>
  `/o/${cast.place.org}/assessments/${cast.place.assessment}${page}`;
const contributionPage = (cast: Cast) => inCompany(`/associations/${cast.association}`)(cast);
const level = () => ({ intent: 'save', level: next(['0', '1', '2', '3']), note: `${turn}回目` });
const reference = {
  title: '0',
  dated: '2026-09-01',
  owner: 'general-affairs',
  location: 'file-server',
};
const terms = { scope: 'read', questionnaires: ['governance'], days: '30' };

const put = ({ app, place }: Cast, to: string) =>
  app.superuser.query('update junbi.assessment set state = $1 where assessment_id = $2', [
    to,
    place.assessment,
  ]);

/** An action on the assessment of the cast where it is put to stand so, and back to open after it. */
function standing(
  state: 'open' | 'submitted' | 'approved',
  may: readonly Role[],
  typed: Fields,
): RoleAction {
  return {
    may,
    send: async (cast, role) => {
      await put(cast, state);
      const person = await accountOf(cast, cast.people[role]);
      const sent = { ...typed, person };
      const answer = await cast.people[role].visitor.post(inAssessment('/sign-off')(cast), sent);
      await put(cast, 'open');
      return answer;
    },
  };
}

const invitationOf = (organisation: (cast: Cast) => string) => (cast: Cast) =>
  one(
    cast,
    `select invitation_id as id from ctx.invitation
      where organisation_id = $1 and accepted_at is null and withdrawn_at is null limit 1`,
    [organisation(cast)],
  );
const scenarioOf = (cast: Cast) =>
  one(
    cast,
    'select scenario_id as id from junbi.scenario where company_id = $1 order by at limit 1',
    [cast.place.org],
  );
const openComment = (cast: Cast) =>
  one(
    cast,
    `select comment_id as id from junbi.comment c where company_id = $1
        and not exists (select from junbi.comment_settlement s where s.comment_id = c.comment_id) limit 1`,
    [cast.place.org],
  );
const reviewVersion = (cast: Cast) =>
  one(cast, 'select count(*)::text as id from junbi.review_date where assessment_id = $1', [
    cast.place.assessment,
  ]);
const company = ({ place }: Cast) => place.org;
const consultancy = (cast: Cast) => cast.consultancy;
const association = (cast: Cast) => cast.association;

const writesAll: readonly Role[] = ['owner', 'preparer'];
const writesC: readonly Role[] = [...writesAll, 'respondent', 'consultant-answer'];
const onlyOwner: readonly Role[] = ['owner'];

/** Every action inside an organisation, by the id of its route and what is intended. */
export const actions: Record<string, RoleAction> = {
  'routes/o.$org.contribution preview': action(
    onlyOwner,
    { page: contributionPage, typed: () => ({ intent: 'preview', ...groupFields }) },
    { answers: 200, leavesNoRow: true },
  ),
  'routes/o.$org.contribution contribute': action(onlyOwner, {
    page: contributionPage,
    typed: async (cast) => {
      const fields = { intent: 'preview', ...groupFields };
      const preview = await cast.people.owner.visitor.post(contributionPage(cast), fields);
      return formWith(preview.text, 'expected').fields;
    },
  }),
  'routes/o.$org.contribution withdraw': action(onlyOwner, {
    page: contributionPage,
    typed: () => ({ intent: 'withdraw' }),
  }),
  'routes/o.$org.profile': action(writesAll, {
    page: inCompany('/profile'),
    has: 'base',
    typed: () => ({ employees: String(40 + (turn += 1)) }),
  }),
  'routes/o.$org.facts': action(writesAll, {
    page: inCompany('/facts'),
    has: 'base',
    typed: () => ({ salesLastYear: String(40 + (turn += 1)) }),
  }),
  'routes/o.$org.assessments.new': action(writesAll, {
    page: inCompany('/assessments/new'),
    has: 'mode',
    typed: () => ({ title: `点検${(turn += 1)}`, mode: 'quick', stage: 'application' }),
  }),
  'routes/o.$org.scope': action(writesAll, {
    page: inAssessment('/scope'),
    has: 'mode',
    typed: () => ({ mode: next(['full', 'standard']), stage: 'holding' }),
  }),
  'routes/o.$org.scenarios add': action(writesAll, {
    page: inAssessment('/scenarios'),
    typed: () => ({
      intent: 'add',
      id: randomUUID(),
      name: `案${(turn += 1)}`,
      goal: 'ready-soonest',
      budget: '',
      capacity: '',
      by: '',
    }),
  }),
  'routes/o.$org.scenarios promote': action(writesAll, {
    page: inAssessment('/scenarios'),
    typed: async (cast) => ({
      intent: 'promote',
      id: await scenarioOf(cast),
      plan: randomUUID(),
    }),
  }),
  'routes/o.$org.plan-item': action(writesAll, {
    page: inAssessment('/plan/items/M005'),
    has: 'base',
    typed: () => ({ state: next(['doing', 'todo']) }),
  }),
  'routes/o.$org.section-tasks': action(writesAll, {
    page: inAssessment('/owners'),
    typed: async (cast) => ({
      section: 'C',
      base: await one(
        cast,
        `select count(*)::text as id from junbi.section_task where assessment_id = $1 and section = 'C'`,
        [cast.place.assessment],
      ),
      owner: '',
      due: next(['2027-01-31', '2027-02-28']),
    }),
  }),
  'routes/o.$org.comments add': action(writesC, {
    page: inAssessment('/questions/C-02.level/comments'),
    typed: () => ({ intent: 'add', id: randomUUID(), body: `${(turn += 1)}回目の確認` }),
  }),
  'routes/o.$org.comments settle': action(writesC, {
    page: inAssessment('/questions/C-02.level/comments'),
    typed: async (cast) => ({ intent: 'settle', id: await openComment(cast) }),
  }),
  'routes/o.$org.sign-off submit': standing('open', writesAll, { intent: 'submit' }),
  'routes/o.$org.sign-off withdraw': standing('submitted', writesAll, { intent: 'withdraw' }),
  'routes/o.$org.sign-off return': standing('submitted', ['owner', 'declarer'], {
    intent: 'return',
    reason: '様式が古い',
  }),
  'routes/o.$org.sign-off reopen': standing('approved', writesAll, {
    intent: 'reopen',
    reason: '訂正',
  }),
  'routes/o.$org.sign-off set-review': action(writesAll, {
    page: inAssessment('/sign-off'),
    typed: async (cast) => ({
      intent: 'set-review',
      base: await reviewVersion(cast),
      due: dayIn((turn += 1)),
    }),
  }),
  'routes/o.$org.sign-off withdraw-review': action(writesAll, {
    page: inAssessment('/sign-off'),
    typed: async (cast) => ({ intent: 'withdraw-review', base: await reviewVersion(cast) }),
  }),
  'routes/o.$org.next-edition': {
    may: writesAll,
    send: async (cast, role) => {
      const { owner } = cast.people;
      // A step that is taken is gone: everybody who may takes it from one of their own.
      const old = writesAll.includes(role)
        ? await earlierIn(cast.app, owner, cast.place.org)
        : cast.earlier;
      const page = `/o/${old.org}/assessments/${old.assessment}/next-edition`;
      const { fields } = formWith((await owner.visitor.get(page)).text, 'edition');
      const person = await accountOf(cast, cast.people[role]);
      return cast.people[role].visitor.post(page, { ...fields, person });
    },
  },
  'routes/o.$org.confirm-answers undo': {
    may: writesAll,
    send: async (cast, role) => {
      const { owner } = cast.people;
      const carried = writesAll.includes(role)
        ? await carryOn(owner, await earlierIn(cast.app, owner, cast.place.org))
        : cast.carried;
      const page = `/o/${carried.org}/assessments/${carried.assessment}/confirm`;
      const person = await accountOf(cast, cast.people[role]);
      return cast.people[role].visitor.post(page, { intent: 'undo', person });
    },
  },
  'routes/o.$org.scenarios remove': action(writesAll, {
    page: inAssessment('/scenarios'),
    typed: async (cast) => ({ intent: 'remove', id: await scenarioOf(cast) }),
  }),
  'routes/o.$org.question of a section of all': action(writesAll, {
    page: (cast) => questionPath(cast.place, 'A-02.level'),
    has: 'level',
    typed: level,
  }),
  'routes/o.$org.question of the section of some': action(
    [...writesAll, 'respondent', 'consultant-answer'],
    { page: (cast) => questionPath(cast.place, 'C-02.level'), has: 'level', typed: level },
  ),
  'routes/o.$org.section': action([...writesAll, 'respondent', 'consultant-answer'], {
    page: inAssessment('/sections/C'),
    has: 'level',
    typed: level,
    query: '?question=C-01.level',
  }),
  'routes/o.$org.evidence add': action([...writesAll, 'respondent', 'consultant-answer'], {
    page: (cast) => `${questionPath(cast.place, 'C-02.level')}/evidence`,
    has: 'owner',
    typed: () => reference,
  }),
  'routes/o.$org.evidence withdraw': action([...writesAll, 'respondent', 'consultant-answer'], {
    page: (cast) => `${questionPath(cast.place, 'C-02.level')}/evidence`,
    has: 'evidence',
    typed: () => ({}),
  }),
  'routes/o.$org.team invite': action(onlyOwner, {
    page: inCompany('/team'),
    typed: () => ({ intent: 'invite', email: anybody(), role: 'viewer' }),
  }),
  'routes/o.$org.team withdraw': action(onlyOwner, {
    page: inCompany('/team'),
    typed: async (cast) => ({ intent: 'withdraw', invitation: await invitationOf(company)(cast) }),
  }),
  'routes/o.$org.team change': action(onlyOwner, {
    page: inCompany('/team'),
    typed: async (cast) => ({
      intent: 'change',
      account: await accountOf(cast, cast.people.viewer),
      role: 'declarer',
    }),
  }),
  'routes/o.$org.sharing invite': action(onlyOwner, {
    page: inCompany('/sharing'),
    typed: () => ({ intent: 'invite', email: anybody(), ...terms }),
  }),
  'routes/o.$org.sharing withdraw': action(onlyOwner, {
    page: inCompany('/sharing'),
    typed: async (cast) => ({ intent: 'withdraw', invitation: await invitationOf(company)(cast) }),
  }),
  'routes/o.$org.sharing renew': action(onlyOwner, {
    page: inCompany('/sharing'),
    typed: (cast) => ({
      intent: 'renew',
      engagement: randomUUID(),
      consultancy: cast.consultancy,
      ...terms,
      scope: 'answer',
      questionnaires: ['facility'],
    }),
  }),
  'routes/c.$consultancy.clients offer': action(['consultant-answer'], {
    page: (cast) => `/c/${cast.consultancy}`,
    typed: () => ({ intent: 'offer', email: anybody() }),
    query: '?index',
  }),
  'routes/c.$consultancy.clients withdraw': action(['consultant-answer'], {
    page: (cast) => `/c/${cast.consultancy}`,
    typed: async (cast) => ({
      intent: 'withdraw',
      invitation: await invitationOf(consultancy)(cast),
    }),
    query: '?index',
  }),
  'routes/c.$consultancy.team invite': action(['consultant-answer'], {
    page: (cast) => `/c/${cast.consultancy}/team`,
    typed: () => ({ intent: 'invite', email: anybody(), role: 'member' }),
  }),
  'routes/a.$association.members invite': action(['officer'], {
    page: (cast) => `/a/${cast.association}`,
    typed: () => ({ intent: 'invite', email: anybody(), role: 'member' }),
    query: '?index',
  }),
  'routes/a.$association.members invite-company': action(['officer'], {
    page: (cast) => `/a/${cast.association}`,
    typed: () => ({ intent: 'invite-company', email: anybody() }),
    query: '?index',
  }),
  'routes/a.$association.members withdraw': action(['officer'], {
    page: (cast) => `/a/${cast.association}`,
    typed: async (cast) => ({
      intent: 'withdraw',
      invitation: await invitationOf(association)(cast),
    }),
    query: '?index',
  }),
  'routes/a.$association.campaign preview': action(
    ['officer'],
    {
      page: (cast) => `/a/${cast.association}/campaign`,
      typed: () => ({ intent: 'preview', ...campaignFields }),
    },
    { answers: 200, leavesNoRow: true },
  ),
  'routes/a.$association.campaign send': action(['officer'], {
    page: (cast) => `/a/${cast.association}/campaign`,
    typed: () => ({ intent: 'send', id: randomUUID(), ...campaignFields }),
  }),
  'routes/a.$association.publications ask': action(['officer'], {
    page: (cast) => `/a/${cast.association}/publications`,
    typed: () => ({ intent: 'ask', period: '2025-Q4' }),
  }),
  'routes/o.$org.leaving ask': action(onlyOwner, {
    page: inCompany('/leaving'),
    typed: () => ({ intent: 'ask', confirm: 'yes' }),
  }),
  'routes/o.$org.leaving recall': action(onlyOwner, {
    page: inCompany('/leaving'),
    typed: () => ({ intent: 'recall' }),
  }),
  'routes/o.$org.export': action(
    onlyOwner,
    { page: inCompany('/export'), typed: () => ({}) },
    { answers: 200, leavesNoRow: true },
  ),
  // What ends something comes last: nobody is left for the actions above.
  'routes/o.$org.sharing end': action(onlyOwner, {
    page: inCompany('/sharing'),
    typed: async (cast) => ({
      intent: 'end',
      engagement: await one(
        cast,
        `select engagement_id as id from ctx.engagement
          where company_id = $1 and consultancy_id <> $2 and revoked_at is null limit 1`,
        [cast.place.org, cast.consultancy],
      ),
    }),
  }),
  'routes/o.$org.sharing leave-association': action(onlyOwner, {
    page: inCompany('/sharing'),
    typed: (cast) => ({ intent: 'leave-association', association: cast.association }),
  }),
  'routes/c.$consultancy.clients resign': action(['consultant-answer'], {
    page: (cast) => `/c/${cast.consultancy}`,
    typed: (cast) => ({ intent: 'resign', client: cast.place.org }),
    query: '?index',
  }),
  'routes/o.$org.team revoke': action(onlyOwner, {
    page: inCompany('/team'),
    typed: async (cast) => ({
      intent: 'revoke',
      account: await accountOf(cast, cast.people.declarer),
    }),
  }),
};
