import { dayInJapan } from '#assessments/japanese-day.ts';
import ICAL from 'ical.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { dayOf } from '#assessments/plan/calendar.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { openSolver } from '#assessments/plan/solver.ts';
import { plan, type Plan, type Wish } from '#assessments/plan.ts';
import { score } from '#assessments/score.ts';
import { plan as texts } from '#app/messages/plan.ts';
import { yenRangeText } from '#app/print.ts';
import { newestEdition } from '../setup/newest-edition.ts';
import { saveAll, variedAnswers, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import {
  expectStatus,
  fillProfile,
  foundCompany,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

// The plan as a page and as a calendar file: what the engine answers for the same answers and conditions.

const edition = newestEdition;
const answers = variedAnswers(edition, 'standard');

let app: App;
let person: Person;
let place: Place;

beforeAll(async () => {
  app = await openApp();
  person = await signUp(app);
  const org = await foundCompany(person);
  await fillProfile(person, org, {});
  place = { org, assessment: await startAssessment(person, org) };
  await saveAll(person, place, answers);
}, 120_000);
afterAll(async () => {
  person.visitor.close();
  await app.close();
});

const today = () => dayInJapan(new Date());
const get = (search = '', page = 'plan') =>
  person.visitor.get(`/o/${place.org}/assessments/${place.assessment}/${page}${search}`);

async function solved(wish: Partial<Wish>): Promise<Plan> {
  const assessment = { stage: 'application', mode: 'standard', facts: {}, answers } as const;
  const result = score(edition, assessment);
  const full: Wish = {
    goal: 'ready-soonest',
    today: today(),
    capacityDays: 4,
    budget: null,
    by: null,
    items: [],
    leaveOut: [],
    holds: [],
    ...wish,
  };
  return plan({ index: indexEdition(edition), result, facts: {} }, full, await openSolver());
}

/** The text of a page, without its tags. */
const words = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('the page shows the plan that the engine answers, as a drawing and as a table', async () => {
  const { actions, totals, weeksToReady } = await solved({});
  const page = await get();
  expectStatus(page, 200);
  const { lo, hi } = totals.yen;
  expect(words(page.text)).toContain(yenRangeText(lo, hi, 'ja'));
  expect(words(page.text)).toContain(`${weeksToReady?.best}〜${weeksToReady?.worst}週`);
  const drawn = [
    ...page.text.matchAll(/<li class="gantt__row"><span class="coded"><span class="code">(M\d+)</g),
  ].map(([, id]) => id);
  const listed = [...page.text.matchAll(/<span class="coded" id="(M\d+)"/g)].map(([, id]) => id);
  expect(drawn).toEqual(actions.map(({ id }) => id));
  expect(listed).toEqual(drawn);
  expect(page.text).toContain(texts.ja.proven);
});

test('conditions stand in the address, and full-width digits and separators are read', async () => {
  const { totals } = await solved({ goal: 'best-within', budget: 3_000_000, by: '2027-06-30' });
  const page = await get(
    `?goal=best-within&budget=${encodeURIComponent('３，０００，０００円')}&by=2027-06-30&capacity=`,
  );
  expectStatus(page, 200);
  expect(words(page.text)).toContain(yenRangeText(totals.yen.lo, totals.yen.hi, 'ja'));
  expect(totals.yen.hi).toBeLessThanOrEqual(3_000_000);
});

test('a wish that cannot be fulfilled names what would have to give', async () => {
  const { binding } = await solved({ budget: 0 });
  const page = await get('?budget=0');
  expectStatus(page, 200);
  expect(page.text).toContain(texts.ja.infeasible);
  const [one] = binding ?? [];
  if (one?.constraint !== 'budget') throw new Error('The budget is not in the way.');
  expect(words(page.text)).toContain(`${one.relaxBy.yen.toLocaleString('en-US')}円`);
});

test('what was typed wrongly is shown again, each with its sentence', async () => {
  const page = await get('?goal=fast&budget=much&capacity=0&by=soon');
  expectStatus(page, 422);
  for (const sentence of Object.values(texts.ja.problems)) expect(page.text).toContain(sentence);
  expect(page.text).toContain('value="much"');
});

test('the calendar file opens in a parser and says the same', async () => {
  const { actions } = await solved({ capacityDays: 6 });
  const file = await get('?capacity=6', 'plan/calendar');
  expectStatus(file, 200);
  expect(file.headers['content-type']).toBe('text/calendar; charset=utf-8');
  expect(file.text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  const events = ICAL.Component.fromString(file.text)
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one));
  expect(events.map(({ summary }) => summary.split(' ')[0])).toEqual(actions.map(({ id }) => id));
  expect(
    events.map(({ startDate, endDate }) => [startDate.toString(), endDate.toString()]),
  ).toEqual(actions.map(({ start, finish }) => [dayOf(today(), start), dayOf(today(), finish)]));
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(events.length);
  expect(
    events.every(({ description }) => description.includes('認定は行政機関の長が行います')),
  ).toBe(true);
});

test('a plan of another company does not exist', async () => {
  const stranger = await signUp(app, '別の 会社');
  const at = `/o/${place.org}/assessments/${place.assessment}`;
  for (const page of ['plan', 'plan/calendar'])
    expect((await stranger.visitor.get(`${at}/${page}`)).status).toBe(404);
  stranger.visitor.close();
});

test('plans asked for at once are all answered, and one that nobody waits for is given up', async () => {
  const at = `/o/${place.org}/assessments/${place.assessment}/plan`;
  const search = '?goal=best-within&budget=3000000&by=2027-12-31';
  const gone = new AbortController();
  const cookie = [...person.visitor.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  const left = fetch(app.origin + at + search, { headers: { cookie }, signal: gone.signal }).catch(
    () => 'given up',
  );
  const stayed = Promise.all(
    [2, 3, 5].map((capacity) =>
      fetch(`${app.origin}${at}?capacity=${capacity}`, { headers: { cookie } }),
    ),
  );
  setTimeout(() => gone.abort(), 50);
  expect(await left).toBe('given up');
  expect((await stayed).map(({ status }) => status)).toEqual([200, 200, 200]);
});
