import { afterAll, beforeAll, expect, test } from 'vitest';
import { CLASSIFICATION } from '#db/classification.ts';
import { openApp, type App } from '../setup/app.ts';
import { openAgain } from '../setup/carried.ts';
import type { PageForm } from '../setup/form.ts';
import { questionPath } from '../setup/answers.ts';
import type { Fields } from '../setup/visitor.ts';
import { addressOf, allRoutes, type Route } from './all-routes.ts';
import {
  confirmNow,
  furnish,
  ownForms,
  pageWithForm,
  parametersFor,
  signInElsewhere,
  type Furnished,
} from './furnished.ts';
import { isFull, randomOf, seedOf } from './random.ts';

// Mass assignment: every action refuses a field that its form does not have, were it called like a
// column of the database or like a property that every object has; and nothing is saved.

const seed = seedOf(20_261_125);
let app: App;
let mine: Furnished;
let routes: Route[];

beforeAll(async () => {
  app = await openApp();
  mine = await furnish(app, '佐藤 美咲');
  routes = (await allRoutes()).filter(({ hasAction, id }) => hasAction && !takesNothing.has(id));
});
afterAll(async () => {
  mine.person.visitor.close();
  await app.close();
});

const columns = [...new Set(Object.values(CLASSIFICATION).flatMap((table) => Object.keys(table)))];
const camel = (name: string) =>
  name.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const objects =
  '__proto__ constructor prototype toString hasOwnProperty valueOf __proto__[role] constructor.prototype.role __defineGetter__ isPrototypeOf'.split(
    ' ',
  );

/** They read nothing of what is posted. */
const takesNothing = new Set(['routes/signout', 'routes/recovery.$token.cancel']);

/** They say in a sentence of their own that a form is not as it should be; the others name the field. */
const withOwnSentence = new Set([
  'routes/passkey-options',
  'routes/o.$org.export',
  'routes/o.$org.question',
  'routes/o.$org.section',
  'routes/o.$org.evidence',
]);

/** Fields that an untouched form leaves out. */
const unchecked = ['sections', 'questionnaires', 'overlay'];

/** A question that may not apply asks why; the one that is sent here always applies. */
const ofOtherQuestions: Readonly<Record<string, readonly string[]>> = {
  'routes/o.$org.question': ['reason'],
  'routes/o.$org.section': ['reason'],
};

type Sendable = { address: string; form: PageForm };

async function formOf(route: Route): Promise<Sendable> {
  const values = await parametersFor(app, mine, route.path);
  const address = addressOf(route.path, values);
  if (route.id === 'routes/passkey-options') return { address, form: askedByScript };
  await confirmNow(app, mine.person);
  await openAgain(app, mine);
  if (route.id === 'routes/security') await signInElsewhere(app, mine.person);
  const { text } = await mine.person.visitor.get(addressOf(pageWithForm(route), values));
  const isSection = route.id.endsWith('.section');
  const form = ownForms(text, isSection ? questionPath(mine, 'A-01.level') : address)[0];
  if (!form) throw new Error(`The page of ${route.id} has no form.`);
  const query = isSection ? '?question=A-01.level' : (/\?.*$/.exec(form.action)?.[0] ?? '');
  return { address: address + query, form };
}

/** What the script of a page posts for a challenge; there is no form of it. */
const askedByScript: PageForm = {
  action: '',
  method: 'post',
  fields: { purpose: ['sign-in'] },
  buttons: [],
  html: '',
};

const filled = ({ fields, buttons: [button] }: PageForm): Fields =>
  button ? { ...fields, [button.name]: button.value } : fields;

const rows = async () => {
  const { rows } = await app.superuser.query<{ n: string }>(
    `select concat_ws(' ', (select count(*) from junbi.answer_event), (select count(*) from junbi.evidence),
       (select count(*) from junbi.assessment), (select sum(version) from junbi.assessment),
       (select count(*) from junbi.profile_version), (select count(*) from junbi.support_facts_version), (select count(*) from junbi.company),
       (select count(*) from auth.account), (select count(*) from ctx.access), (select count(*) from ctx.invitation),
       (select count(*) from ctx.engagement), (select count(*) from ctx.campaign_opt_out), (select count(*) from ctx.association_company)) as n`,
  );
  return rows[0]?.n;
};

test('a field that the form does not have is refused by every action, whatever it is called', async () => {
  const { chance } = randomOf(seed);
  const wrong: unknown[] = [];
  let sent = 0;
  for (const route of routes) {
    const { address, form } = await formOf(route);
    const own = new Set([
      ...Object.keys(form.fields),
      ...form.buttons.map(({ name }) => name),
      ...(ofOtherQuestions[route.id] ?? []),
      ...unchecked.filter((name) => form.html.includes(`name="${name}"`)),
    ]);
    const extras = [...columns, ...columns.map(camel), ...objects].filter((name) => !own.has(name));
    const before = await rows();
    for (const name of new Set(extras)) {
      if (!isFull && !objects.includes(name) && !chance(0.1)) continue;
      await app.superuser.query('delete from auth.attempt');
      // A computed name is a property of its own, `__proto__` included.
      const fields = Object.fromEntries([...Object.entries(filled(form)), [name, 'owner']]);
      const { status, text } = await mine.person.visitor.post(address, fields);
      sent += 1;
      if (status !== 422) wrong.push([route.id, name, status]);
      // Refused for this field, and not only for what an untouched form lacks.
      const isNamed = withOwnSentence.has(route.id) || text.includes('Unrecognized key');
      if (!objects.includes(name) && !isNamed) wrong.push([route.id, name, 'not for this field']);
    }
    if ((await rows()) !== before) wrong.push([route.id, 'saved something']);
  }
  console.log(`Extra fields (seed ${seed}): ${sent} forms to ${routes.length} actions.`);
  expect(wrong).toEqual([]);
});

test('without the extra field the same form is not refused for its fields (the control)', async () => {
  const route = routes.find(({ id }) => id === 'routes/o.$org.profile');
  if (!route) throw new Error('The profile is gone.');
  const { address, form } = await formOf(route);
  const before = await rows();
  expect((await mine.person.visitor.post(address, filled(form))).status).toBe(303);
  expect(await rows()).not.toBe(before);
});
