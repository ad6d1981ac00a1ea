import { afterAll, beforeAll, expect, test } from 'vitest';
import { lastQuarter } from '#assessments/disclosure/period.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { computeNext } from '#db/aggregation.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { withAggregator } from '#db/tenant.ts';
import { figures } from '#app/messages/figures.ts';
import { publications } from '#app/messages/publications.ts';
import { aggregator } from '../setup/aggregator.ts';
import { openApp, type App } from '../setup/app.ts';
import { plain } from '../setup/form.ts';
import {
  expectStatus,
  foundOrganisation,
  joinAssociation,
  foundCompany,
  reachLevel2,
  signUp,
  type Person,
} from '../setup/people.ts';

// One officer asks for the figures of a quarter, the server computes them, another owner publishes them.

const t = publications.ja;
const period = lastQuarter(dayInJapan(new Date()));
const quarter = figures.ja.quarter(period.slice(0, 4), period.slice(6));
let app: App;
let chair: Person;
let second: Person;
let member: Person;
let association: string;
beforeAll(async () => {
  app = await openApp();
  openPools(app.database);
  [chair, second, member] = [
    await signUp(app, '会長'),
    await signUp(app, '事務局'),
    await signUp(app, '佐藤'),
  ];
  for (const person of [chair, second, member]) await reachLevel2(app, person);
  association = await foundOrganisation(chair, 'associations', '見本工業会');
  await app.superuser.query(
    `insert into ctx.association_member (association_id, account_id, role)
     select $1, id, 'owner' from auth.account where email = $2`,
    [association, second.email],
  );
  await joinAssociation(
    app,
    { officer: chair, association },
    { owner: member, org: await foundCompany(member) },
  );
});
afterAll(async () => {
  for (const { visitor } of [chair, second, member]) visitor.close();
  await closePools();
  await app.close();
});

/** What the server does once a minute. */
const round = () => withAggregator((tx) => computeNext(tx, aggregator));

const page = () => `/a/${association}/publications`;
const post = ({ visitor }: Person, intent: string, of = period) =>
  visitor.post(page(), { intent, period: of });

test('it is asked for once, computed by the server, and published by another owner', async () => {
  expect(plain((await chair.visitor.get(page())).text)).toContain(t.ask(quarter));
  const early = await post(chair, 'ask', '2099-Q4');
  expect([early.status, plain(early.text).includes(t.problems['too-early'] ?? '?')]).toEqual([
    422,
    true,
  ]);
  const none = await post(chair, 'ask', 'soon');
  expect([none.status, plain(none.text).includes(t.problems['form'] ?? '?')]).toEqual([422, true]);
  expectStatus(await post(chair, 'ask'), 303);
  const again = await post(second, 'ask');
  expect(plain(again.text)).toContain(t.problems['known']);
  const soon = await post(second, 'release');
  expect(plain(soon.text)).toContain(t.problems['not-computed']);
  expect(await round()).toBe(true);
  expect(await round()).toBe(false);
  expect(plain((await second.visitor.get(page())).text)).toContain(t.states.computed);
  const own = await post(chair, 'release');
  expect(plain(own.text)).toContain(t.problems['same-person']);
  expect(plain((await chair.visitor.get(page())).text)).not.toContain(t.releaseFor(quarter));
  expect(plain((await second.visitor.get(page())).text)).toContain(t.releaseFor(quarter));
  expectStatus(await post(second, 'release'), 303);
  expect(plain((await chair.visitor.get(page())).text)).toContain('事務局さんが公表しました');
  const shown = plain((await chair.visitor.get(`/a/${association}/figures`)).text);
  expect(shown).toContain(quarter);
  expect(shown).toContain(figures.ja.hidden);
});
