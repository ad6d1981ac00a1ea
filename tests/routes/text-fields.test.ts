import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { indexEdition } from '#assessments/edition-index.ts';
import { takesOwnWords } from '#assessments/evidence-titles.ts';
import { freeText } from '#app/messages/free-text.ts';
import { paths } from '#app/paths.ts';
import { newestEdition } from '../setup/newest-edition.ts';
import { questionPath, save, type Place } from '../setup/answers.ts';
import { dateBack, submit } from '../setup/carried.ts';
import { promotePlan } from '../setup/promoted-plan.ts';
import { openApp, type App } from '../setup/app.ts';
import { campaignFields } from '../setup/campaign.ts';
import { formWith, plain } from '../setup/form.ts';
import { freshMark } from '../setup/mark.ts';
import {
  foundCompany,
  foundOrganisation,
  reachLevel2,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';
import { fieldsOfPages, stringsOfSchemas } from '../setup/text-fields.ts';
import type { Fields } from '../setup/visitor.ts';

// PRV-4: every field into which words can be typed passes the guard, or stands here with the reason
// why it need not. They are found in the sources, so that a new one fails until it is one or the other.

/** Schema → what it reads; each is posted to below. */
const GUARDED: Readonly<Record<string, string>> = {
  'app/answering/answer-fields.server.ts text': 'note and reason of an answer',
  'app/answering/evidence-fields.server.ts ownWords': 'title and version of evidence',
  'app/campaigning/fields.server.ts message': 'message of a campaign',
  'app/routes/o.$org.assessments.new.tsx title': 'name of an assessment',
  'app/routes/o.$org.plan-item.tsx reason': 'reason of an action of the plan',
  'app/routes/o.$org.scenarios.tsx name': 'name of a scenario',
  'app/routes/o.$org.comments.tsx body': 'comment',
  'app/routes/o.$org.next-edition.tsx title': 'name of a carried assessment',
  'app/routes/o.$org.sign-off.tsx reason': 'reason of a return or a reopening',
};
const NOT_GUARDED: Readonly<Record<string, string>> = {
  'app/answering/evidence-fields.server.ts optional': 'a date or a hash: one fixed shape each',
  'app/auth/fields.server.ts codeField':
    'a code of digits or of one fixed shape, checked and not stored',
  'app/auth/fields.server.ts emailField': 'the address that an account signs in with',
  'app/auth/fields.server.ts nameField': 'a person’s own name, given by themselves',
  'app/auth/fields.server.ts passkeyField':
    'the answer of an authenticator: checked and not stored',
  'app/auth/fields.server.ts passwordField': 'never stored as text',
  'app/auth/passkeys.server.ts base64url':
    'part of the answer of an authenticator: one fixed shape',
  'app/auth/passkeys.server.ts transports': 'part of the answer of an authenticator',
  'app/auth/unsent.server.ts fields': 'carried to the form that it was typed in, which guards it',
  'app/auth/unsent.server.ts person': 'an id, compared with the session',
  'app/auth/unsent.server.ts to': 'an address of the site',
  'app/campaigning/fields.server.ts addresses': 'addresses: only what has the form of one is kept',
  'app/campaigning/fields.server.ts senderAddress':
    'where an association can be reached, told to whom it writes',
  'app/campaigning/fields.server.ts senderName':
    'who writes for an association, told to whom it writes',
  'app/campaigning/fields.server.ts since': 'read as a day',
  'app/env.server.ts HOST': 'a setting of the server, no form',
  'app/env.server.ts JUNBI_PROXIES': 'a setting of the server, no form',
  'app/granting/fields.server.ts days': 'read as a number',
  'app/granting/fields.server.ts many':
    'letters of areas and ids of questionnaires: only those that stand are kept',
  'app/routes/associations.new.tsx back': 'an address of the site',
  'app/routes/associations.new.tsx name': 'the name of an association',
  'app/routes/companies.new.tsx name': 'the name of a company',
  'app/routes/confirm.tsx unsent': 'read by carriedIn above',
  'app/routes/consultancies.new.tsx back': 'an address of the site',
  'app/routes/consultancies.new.tsx name': 'the name of a consultancy',
  'app/routes/o.$org.facts.tsx oneOrMore': 'read as numbers, choices, days, and yes and no',
  'app/routes/o.$org.plan-item.tsx due': 'a day',
  'app/routes/o.$org.confirm-answers.tsx from': 'an id: only a question that waits is kept',
  'app/routes/o.$org.confirm-answers.tsx question': 'an id: only a question that waits is kept',
  'app/routes/o.$org.contribution.tsx digits': 'thirteen digits, and not stored',
  'app/routes/o.$org.contribution.tsx expected': 'a hash: compared with that of the content',
  'app/routes/o.$org.next-edition.tsx edition': 'an id of one fixed shape',
  'app/routes/o.$org.scope.tsx overlay': 'ids: only those that the edition carries count',
  'app/routes/o.$org.sign-off.tsx due': 'read as a day',
  'app/routes/o.$org.sign-off.tsx expected': 'a hash: compared with that of the content',
  'app/routes/o.$org.comments.tsx mention': 'ids of accounts: only those of members are taken',
  'app/routes/o.$org.section-tasks.tsx due': 'read as a day',
  'app/routes/o.$org.section-tasks.tsx section': 'one letter',
  'app/routes/o.$org.scenarios.tsx budget': 'read as a number',
  'app/routes/o.$org.scenarios.tsx by': 'read as a day',
  'app/routes/o.$org.scenarios.tsx capacity': 'read as a number',
  'app/routes/o.$org.scenarios.tsx goal': 'one of the goals',
  'app/routes/o.$org.scenarios.tsx listed': 'ids: only those that stand are kept',
  'app/routes/o.$org.profile.tsx names': 'read as a number, a choice, or yes and no',
  'app/routes/security.passkey.tsx name':
    'what a person calls their own device: shown to them alone',
  'app/routes/security.passkey.tsx passkey':
    'the answer of an authenticator: checked and not stored',
  'app/routes/security.tsx credential': 'an id: compared with those of one’s own passkeys',
  'app/routes/signin.tsx back': 'an address of the site',
  'app/routes/signin.tsx step': 'the token of a sign-in: looked up and not stored',
  'app/routes/signin.tsx unsent': 'read by carriedIn above',
  'app/views/gaps-filter.server.ts domain': 'one of the letters of the areas',
  'app/views/gaps-filter.server.ts q': 'searched for and not stored',
  'app/views/log.server.ts day': 'a day, as digits: filters and is not stored',
  'app/views/log.server.ts kind': 'one of the kinds of entries: filters and is not stored',
};

const GUARDED_FIELDS: Readonly<Record<string, string>> = {
  'app/campaigning/write-form.tsx message': 'message of a campaign',
  'app/routes/o.$org.comments.tsx body': 'comment',
  'app/routes/o.$org.next-edition.tsx title': 'name of a carried assessment',
  'app/signing/next-step.tsx reason': 'reason of a return or a reopening',
  'app/answering/answer-form.tsx note': 'note of an answer',
  'app/answering/evidence-form.tsx other': 'title of evidence',
  'app/answering/evidence-form.tsx version': 'version of evidence',
  'app/components/level-cards.tsx na.reasonName': 'reason of 該当しない',
  'app/routes/o.$org.assessments.new.tsx title': 'name of an assessment',
  'app/planning/keep-form.tsx name': 'name of a scenario',
  'app/routes/o.$org.plan-item.tsx reason': 'reason of an action of the plan',
};
const OTHER_FIELDS: Readonly<Record<string, string>> = {
  'app/answering/answering-rail.tsx q': 'a search: nothing is stored',
  'app/answering/evidence-form.tsx sha256': 'a hash: one fixed shape',
  'app/campaigning/write-form.tsx addresses': 'the addresses that are written to',
  'app/campaigning/write-form.tsx senderAddress':
    'where an association can be reached, told to whom it writes',
  'app/campaigning/write-form.tsx senderName':
    'who writes for an association, told to whom it writes',
  'app/components/ask-for-link.tsx email': 'the address of an account',
  'app/components/choose-password.tsx -': 'shows the address, is not sent',
  'app/components/choose-password.tsx name': 'a person’s own name, given by themselves',
  'app/components/choose-password.tsx password': 'never stored as text',
  'app/components/client-filters.tsx q': 'a search: nothing is stored',
  'app/components/confirm-form.tsx -': 'shows the address, is not sent',
  'app/components/confirm-form.tsx code': 'a code: checked and not stored',
  'app/components/confirm-form.tsx password': 'never stored as text',
  'app/components/gap-filters.tsx q': 'a search: nothing is stored',
  'app/components/search-box.tsx name': 'a search: nothing is stored',
  'app/components/second-step.tsx code': 'a code: checked and not stored',
  'app/components/sign-in-form.tsx email': 'the address of an account',
  'app/components/sign-in-form.tsx password': 'never stored as text',
  'app/components/text-area.tsx -': 'the component itself',
  'app/components/text-input.tsx -': 'the component itself',
  'app/contributing/groups-form.tsx number': 'thirteen digits, and not stored',
  'app/contributing/groups-form.tsx parent': 'thirteen digits, and not stored',
  'app/granting/invite-form.tsx email': 'the address that is invited',
  'app/granting/invited-sign-up.tsx -': 'shows the address, is not sent',
  'app/granting/invited-sign-up.tsx name': 'a person’s own name, given by themselves',
  'app/granting/invited-sign-up.tsx password': 'never stored as text',
  'app/granting/terms-fields.tsx days': 'a number',
  'app/planning/wish-form.tsx budget': 'a number, in the address and never stored',
  'app/planning/wish-form.tsx capacity': 'a number, in the address and never stored',
  'app/profile/fact-input.tsx id': 'a number',
  'app/support/fact-input.tsx id': 'a number',
  'app/support/owner-rows.tsx `owners-$row-share`': 'a number',
  'app/routes/associations.new.tsx name': 'the name of an association',
  'app/routes/companies.new.tsx name': 'the name of a company',
  'app/routes/consultancies.new.tsx name': 'the name of a consultancy',
  'app/routes/recovery.$token.tsx -': 'shows the address, is not sent',
  'app/routes/recovery.$token.tsx password': 'never stored as text',
  'app/routes/security.one-time-codes.tsx code': 'a code: checked and not stored',
  'app/routes/security.passkey.tsx name':
    'what a person calls their own device: shown to them alone',
  'app/routes/security.password.tsx -': 'shows the address, is not sent',
  'app/routes/security.password.tsx password': 'never stored as text',
};

test('every string of every form schema is guarded, or stands here with a reason', () => {
  expect(stringsOfSchemas()).toEqual([...Object.keys(GUARDED), ...Object.keys(NOT_GUARDED)].sort());
});

test('every field for words on every page is guarded, or stands here with a reason', () => {
  const known = [...Object.keys(GUARDED_FIELDS), ...Object.keys(OTHER_FIELDS)];
  expect(fieldsOfPages()).toEqual(known.sort());
});

const index = indexEdition(newestEdition);

test('no question is answered in words of one’s own (PRV-2: at most one in ten)', () => {
  const inWords = index.questions.filter(({ question }) => question.kind !== 'level');
  process.stdout.write(
    `answered in words: ${inWords.length} of ${index.questions.length} questions; fields for words beside them: ${Object.values(GUARDED_FIELDS).join(', ')}\n`,
  );
  expect(inWords.length / index.questions.length).toBeLessThanOrEqual(0.1);
});

let app: App;
let person: Person;
let place: Place;
/** Of the edition before, and one that waits for its declarer. */
let old: Place;
let waiting: Place;
let association: string;

beforeAll(async () => {
  app = await openApp();
  person = await signUp(app);
  const org = await foundCompany(person);
  place = { org, assessment: await startAssessment(person, org, { mode: 'full' }) };
  await save(person, place, 'A-02.level', { level: '2' });
  await promotePlan(person, place);
  old = { org, assessment: await startAssessment(person, org) };
  await dateBack(app, old);
  waiting = { org, assessment: await startAssessment(person, org) };
  await submit(person, waiting);
  await reachLevel2(app, person);
  association = await foundOrganisation(person, 'associations', '見本工業会');
});
afterAll(async () => {
  person.visitor.close();
  await app.close();
});

const inWords = idOf(index.questions.find((entry) => takesOwnWords(index, entry)));
const optional = idOf(index.questions.find(({ question }) => question.allowsNotApplicable));

function idOf(entry: { id: string } | undefined): string {
  if (!entry) throw new Error('The edition has no such question.');
  return entry.id;
}

type Guarded = {
  page: () => string;
  /** A field that only this form has. */
  form: string;
  typed: (text: string) => Fields;
};

const evidence = { intent: 'add', owner: 'hr', location: 'paper-files' };
const evidencePage = () => paths.evidence(place.org, place.assessment, inWords);

const FIELDS: Readonly<Record<string, Guarded>> = {
  'note of an answer': {
    page: () => questionPath(place, inWords),
    form: 'base',
    typed: (note) => ({ intent: 'save', level: '2', note }),
  },
  'reason of 該当しない': {
    page: () => questionPath(place, optional),
    form: 'base',
    typed: (reason) => ({ intent: 'save', level: 'na', reason }),
  },
  'title of evidence': {
    page: evidencePage,
    form: 'sha256',
    typed: (other) => ({ ...evidence, title: 'other', other }),
  },
  'version of evidence': {
    page: evidencePage,
    form: 'sha256',
    typed: (version) => ({ ...evidence, title: '0', version }),
  },
  'name of an assessment': {
    page: () => `/o/${place.org}/assessments/new`,
    form: 'stage',
    typed: (title) => ({ title, mode: 'standard', stage: 'application' }),
  },
  'name of a scenario': {
    page: () => paths.plan(place.org, place.assessment),
    form: 'intent',
    typed: (name) => ({ name }),
  },
  comment: {
    page: () => paths.comments(place.org, place.assessment, 'A-02.level'),
    form: 'body',
    typed: (body) => ({ body }),
  },
  'name of a carried assessment': {
    page: () => paths.nextEdition(old.org, old.assessment),
    form: 'edition',
    typed: (title) => ({ title }),
  },
  'reason of a return or a reopening': {
    page: () => paths.signOff(waiting.org, waiting.assessment),
    form: 'reason',
    typed: (reason) => ({ reason }),
  },
  'message of a campaign': {
    page: () => paths.campaign(association),
    form: 'addresses',
    typed: (message) => ({ ...campaignFields, intent: 'send', id: randomUUID(), message }),
  },
  'reason of an action of the plan': {
    page: () => paths.planItem(place.org, place.assessment, 'M005'),
    form: 'base',
    typed: (reason) => ({ state: 'dropped', reason }),
  },
};

/** One for each way of being refused; the mark is looked for wherever something could be kept. */
const REFUSED = [
  '鈴木さんは前科',
  '【極秘】残りは9日分',
  'マイナンバー123456789018',
  '080-1111-2222',
];

async function post(field: Guarded, text: string) {
  const page = field.page();
  const form = formWith((await person.visitor.get(page)).text, field.form);
  const fields = { ...form.fields, ...field.typed(text) };
  return person.visitor.post(form.action === '' ? page : form.action, fields);
}

/** All tables of the database, as text. */
async function isKept(mark: string): Promise<string[]> {
  const { rows } = await app.superuser.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c
     join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
  );
  const kept: string[] = [];
  for (const { name } of rows) {
    const found = await app.superuser.query(
      `select 1 from ${name} t where t::text like '%' || $1 || '%' limit 1`,
      [mark],
    );
    if (found.rows.length > 0) kept.push(name);
  }
  return kept;
}

describe('a hit is refused with the reason, and nothing of it is stored or logged', () => {
  test('all guarded fields are posted to', () => {
    expect(Object.keys(FIELDS).sort()).toEqual(Object.values(GUARDED_FIELDS).sort());
  });

  test.each(Object.entries(FIELDS))('%s', async (_, field) => {
    for (const text of REFUSED) {
      const mark = freshMark();
      const answer = await post(field, `${text} ${mark}`);
      expect({ text, status: answer.status }).toEqual({ text, status: 422 });
      const sentences = Object.values(freeText.ja.reasons).map(({ because }) => because);
      const said = plain(answer.text);
      const isSaid =
        sentences.some((because) => said.includes(because)) ||
        said.includes('書けません') ||
        said.includes('預かれない');
      expect({ text, isSaid }).toEqual({ text, isSaid: true });
      expect(await isKept(mark)).toEqual([]);
      expect(app.server.said.filter((line) => line.includes(mark))).toEqual([]);
    }
  });

  test.each(Object.entries(FIELDS))('control: an ordinary text in %s is kept', async (_, field) => {
    const mark = freshMark();
    const answer = await post(field, `規程の見直し ${mark}`);
    expect(answer.status).toBe(303);
    expect((await isKept(mark)).length).toBeGreaterThan(0);
  });
});
