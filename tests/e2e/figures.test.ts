import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { firstDayOf, lastQuarter } from '#assessments/disclosure/period.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { closePools, openPools } from '#db/client.server.ts';
import { openKeys } from '#db/keys.ts';
import { signingKey } from '#db/signing-keys.ts';
import { startRounds } from '#app/boot/rounds.ts';
import { contribution } from '#app/messages/contribution.ts';
import { figures } from '#app/messages/figures.ts';
import { invitation } from '#app/messages/invitation.ts';
import { publications } from '#app/messages/publications.ts';
import { sharing } from '#app/messages/sharing.ts';
import { aggregator } from '../setup/aggregator.ts';
import { save } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { complaintsOf, openBrowser, signInAs } from '../setup/browser.ts';
import { sign, submit } from '../setup/carried.ts';
import { groupFields } from '../setup/contributed.ts';
import { newestEdition } from '../setup/newest-edition.ts';
import {
  foundCompany,
  foundOrganisation,
  inviteFrom,
  joinCompany,
  reachLevel2,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

// Three browsers: a company joins an association, sees what would leave it and lets it; one officer asks for
// the figures of a quarter, the server computes them, another one publishes; the company sees where it stands
// and takes itself out again, and what is published next shows nothing of that.

let app: App;
let browser: Browser;
let owner: Person;
let chair: Person;
let second: Person;
let org: string;
let association: string;
let directory: string;
beforeAll(async () => {
  app = await openApp();
  openPools(app.database);
  browser = await openBrowser();
  directory = await mkdtemp(join(tmpdir(), 'junbi-figures-'));
  owner = await signUp(app, '佐藤 美咲');
  [chair, second] = [await signUp(app, '関 直人'), await signUp(app, '三浦 光')];
  for (const officer of [chair, second]) await reachLevel2(app, officer);
  association = await foundOrganisation(chair, 'associations', '見本工業会');
  await app.superuser.query(
    `insert into ctx.association_member (association_id, account_id, role)
     select $1, id, 'owner' from auth.account where email = $2`,
    [association, second.email],
  );
  org = await foundCompany(owner);
  await signedInFull();
  await furnish(59);
});
afterAll(async () => {
  await browser.close();
  await closePools();
  await app.close();
  await rm(directory, { recursive: true });
});

/** A self-check in full of which more than half is answered, signed by somebody else. */
async function signedInFull(): Promise<void> {
  const place = { org, assessment: await startAssessment(owner, org, { mode: 'full' }) };
  const { questions } = indexEdition(newestEdition);
  for (const { id } of questions.slice(0, Math.ceil(questions.length * 0.55)))
    await save(owner, place, id, { level: '3' });
  const declarer = await signUp(app, '署名 一');
  await joinCompany(app, { owner, org }, declarer, { role: 'declarer' });
  await submit(owner, place);
  await sign(declarer, place);
  declarer.visitor.close();
}

/** Other members, who released long ago; past all verbs. */
async function furnish(count: number): Promise<void> {
  await app.superuser.query(
    `with made as (
       insert into ctx.tenant (company_id) select gen_random_uuid() from generate_series(1, $2) returning company_id),
     joined as (
       insert into ctx.association_company (association_id, company_id, joined_by_name, joined_at)
       select $1, company_id, '見本', now() - interval '2 years' from made returning company_id)
     insert into assoc.contribution (association_id, company_id, number, edition_id, result_id, industry, region, size,
                                     overall, holding, batch, at_least_half, released_at, released_by_name)
     select $1, company_id, 1, $3, gen_random_uuid(), 'machining', 'kanto', 'below-50',
            (array['low', 'mid', 'high'])[1 + row_number() over () % 3], h, h, true, now() - interval '2 years', '見本'
       from joined, lateral (select encode(sha256(company_id::text::bytea), 'hex') as h) x`,
    [association, count, newestEdition.id],
  );
}

/** As if the company had joined and released a year ago. */
async function longAgo(): Promise<void> {
  const [joined, released] = ['association_company set joined_at', 'contribution set released_at'];
  await app.superuser.query(
    `update ctx.${joined} = joined_at - interval '1 year' where company_id = $1`,
    [org],
  );
  await app.superuser.query(
    `update assoc.${released} = released_at - interval '1 year' where company_id = $1`,
    [org],
  );
}

/** One round of what the server does each minute; stopping makes it. */
async function round(): Promise<void> {
  const keys = openKeys(join(directory, 'keys'), { production: false });
  const lines: string[] = [];
  const stop = startRounds({
    key: signingKey(keys, 'anchor'),
    aggregator,
    file: join(directory, 'anchors'),
    log: (line) => lines.push(line),
  });
  await stop();
  expect(lines).toEqual([]);
}

async function browserOf(person: Person): Promise<Page> {
  const context = await browser.newContext({ baseURL: app.origin });
  context.setDefaultTimeout(10_000);
  await signInAs(context, person.visitor);
  return context.newPage();
}

/** Officers ask on a page that was left open since an earlier quarter, or for the one that was over last. */
async function ask(page: Page, period: string): Promise<void> {
  await page.goto(`/a/${association}/publications`);
  await page
    .locator('#ask [name="period"]')
    .evaluate((field, value) => field.setAttribute('value', value), period);
  await page.locator('#ask button').click();
  await page.getByText(publications.ja.done.asked).waitFor();
}

const quarterText = (period: string) => figures.ja.quarter(period.slice(0, 4), period.slice(6));

async function release(page: Page, period: string): Promise<void> {
  await page.goto(`/a/${association}/publications`);
  await page.getByRole('button', { name: publications.ja.releaseFor(quarterText(period)) }).click();
  await page.getByText(publications.ja.done.released, { exact: true }).waitFor();
}

/** Every cell of a quarter, without its date and without whether it was carried. */
async function cellsOf(period: string): Promise<string[]> {
  const { text } = await chair.visitor.get(`/a/${association}/figures.csv?period=${period}`);
  const lines = text.trimEnd().split('\r\n').slice(1);
  return lines.map((line) => line.split(',').slice(3, -1).join(','));
}

test('from joining to leaving, in three browsers', async () => {
  const hers = await browserOf(owner);
  const his = await browserOf(chair);
  const other = await browserOf(second);
  const complaints = [hers, his, other].map(complaintsOf);
  const now = lastQuarter(dayInJapan(new Date()));
  const before = lastQuarter(firstDayOf(now));

  // The company joins.
  const link = await inviteFrom(app, chair, `/a/${association}?index`, {
    intent: 'invite-company',
    email: owner.email,
  });
  await hers.goto(link);
  await hers.getByRole('button', { name: invitation.ja.accept }).click();
  await hers.goto(`/o/${org}/sharing`);
  await hers.getByRole('link', { name: sharing.ja.toContribution('見本工業会') }).click();
  await hers.getByText(contribution.ja.standsNot).waitFor();

  // It sees everything that would leave, and then lets it.
  for (const name of ['industry', 'region', 'size'] as const)
    await hers.locator(`#${name}`).selectOption(groupFields[name]);
  await hers.locator('#number').fill(groupFields.number);
  await hers.getByRole('button', { name: contribution.ja.preview }).click();
  const preview = hers.locator('#preview');
  const seen = await preview.innerText();
  for (const text of [
    '機械加工・金属',
    '関東',
    '49人以下',
    figures.ja.bands.mid,
    contribution.ja.yes,
  ])
    expect(seen).toContain(text);
  await preview.getByRole('button', { name: contribution.ja.contribute }).click();
  await hers.getByText(contribution.ja.done.contributed, { exact: true }).waitFor();
  await longAgo();

  // One officer asks, the server computes, another one publishes, and the first one looks.
  await ask(his, before);
  await round();
  await release(other, before);
  await his.goto(`/a/${association}/figures`);
  const shown = await his.locator('main').innerText();
  expect(shown).toContain(quarterText(before));
  expect(shown).toContain(figures.ja.companies('50–99'));
  expect(shown).not.toContain('見本精機');

  // The company sees where it stands.
  await hers.goto(`/o/${org}/associations/${association}`);
  const position = await hers.locator('#position').innerText();
  expect(position).toContain(contribution.ja.positionLead(figures.ja.bands.mid));
  expect(position).toContain(quarterText(before));

  // It takes itself out, and the next quarter is the same, cell by cell.
  await hers.getByRole('button', { name: contribution.ja.withdrawButton }).click();
  await hers.getByText(contribution.ja.done.withdrawn, { exact: true }).waitFor();
  await ask(his, now);
  await round();
  await release(other, now);
  const cells = await cellsOf(now);
  expect(cells.join()).toContain('50-99');
  expect(cells).toEqual(await cellsOf(before));
  expect(complaints.flat()).toEqual([]);
});
