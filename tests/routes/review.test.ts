import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { review } from '#app/messages/review.ts';
import { signOff } from '#app/messages/sign-off.ts';
import { together } from '#app/messages/together.ts';
import { dateText } from '#app/print.ts';
import { addMonths } from '#assessments/plan/calendar.ts';
import { save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { carryOn, dateBack, sign, submit } from '../setup/carried.ts';
import { formsOf, formWith, plain } from '../setup/form.ts';
import {
  expectStatus,
  foundCompany,
  joinCompany,
  signUp,
  startAssessment,
  type MemberRole,
  type Person,
} from '../setup/people.ts';
import { dayIn, setReview, signOffPath } from '../setup/review.ts';

// The day of review: on the page of submission and signature, and from thirty days before on home.

let app: App;
let owner: Person;
let others: Record<Exclude<MemberRole, 'owner'>, Person>;
let org: string;
beforeAll(async () => {
  app = await openApp();
  owner = await signUp(app, '佐藤 美咲');
  org = await foundCompany(owner);
  const member = async (name: string, role: MemberRole) => {
    const person = await signUp(app, name);
    const sections = role === 'respondent' ? ['C'] : [];
    await joinCompany(app, { owner, org }, person, { role, sections });
    return person;
  };
  others = {
    preparer: await member('田中 誠', 'preparer'),
    declarer: await member('署名 一', 'declarer'),
    respondent: await member('回答 二', 'respondent'),
    viewer: await member('見学 三', 'viewer'),
  };
});
afterAll(async () => {
  for (const { visitor } of [owner, ...Object.values(others)]) visitor.close();
  await app.close();
});

/** The newest assessment of the company, with one answer. */
let place: Place;
beforeEach(async () => {
  await app.superuser.query('update junbi.review_date set due_on = null');
  place = { org, assessment: await startAssessment(owner, org) };
  await save(owner, place, 'A-02.level', { level: '2' });
});

const [ja, en] = [review.ja, review.en];
const COOKIE = { ja: 'ImphIg%3D%3D', en: 'ImVuIg%3D%3D' } as const;

async function pageIn(language: 'ja' | 'en', { visitor }: Person, path: string): Promise<string> {
  visitor.cookies.set('language', COOKIE[language]);
  const answer = await visitor.get(path);
  visitor.cookies.set('language', COOKIE.ja);
  expectStatus(answer, 200);
  return answer.text;
}

/** A section of a page by its id; nothing where it is not there. */
const sectionOf = (html: string, id: string) =>
  new RegExp(`<section[^>]* id="${id}"[\\s\\S]*?</section>`).exec(html)?.[0] ?? '';
const sectionIn = async (language: 'ja' | 'en', at = place) =>
  plain(sectionOf(await pageIn(language, owner, signOffPath(at)), 'review'));

async function waiting(person: Person, language: 'ja' | 'en' = 'ja') {
  return sectionOf(await pageIn(language, person, `/o/${org}`), 'yours');
}

/** As if it had been set before: no form takes a day that is past. */
const moveTo = (days: number) =>
  app.superuser.query('update junbi.review_date set due_on = $1 where assessment_id = $2', [
    dayIn(days),
    place.assessment,
  ]);

const stored = async () =>
  (
    await app.superuser.query<{ day: string | null }>(
      'select due_on::text as day from junbi.review_date where assessment_id = $1 order by version',
      [place.assessment],
    )
  ).rows.map(({ day }) => day);

test('an owner sets the day, a preparer changes it and takes it back; the page says so in words', async () => {
  expect(await sectionIn('ja')).toContain(ja.none);
  expect(await sectionIn('en')).toContain(en.none);
  await setReview(owner, place, 365);
  const [days, words] = [365, dateText(dayIn(365), 'ja')];
  expect(await sectionIn('ja')).toContain(`${ja.stands(words)} ${ja.left(days)}`);
  expect(ja.left(days)).toBe('（あと365日）');
  const english = await sectionIn('en');
  expect(english).toContain(`${dateText(dayIn(365), 'en')} (365 days left)`);
  expect(english).toContain('Set by 佐藤 美咲');

  await setReview(others.preparer, place, 1);
  expect(await sectionIn('en')).toContain('(1 day left)');
  await setReview(others.preparer, place, 0);
  expect(await sectionIn('ja')).toContain('今日です');
  await moveTo(-2);
  expect(await sectionIn('ja')).toContain('2日過ぎています');
  expect(await sectionIn('en')).toContain('(2 days past)');
  const { text } = await owner.visitor.get(signOffPath(place));
  const form = formsOf(text).find(({ fields }) => fields['intent']?.[0] === 'withdraw-review');
  const taken = await owner.visitor.post(signOffPath(place), form?.fields ?? {});
  expect([taken.status, taken.location]).toEqual([303, `${signOffPath(place)}?saved=1#review`]);
  const after = await sectionIn('ja');
  expect(after).toContain(ja.withdrawn);
  expect(after).toContain('佐藤 美咲さんが');
  expect((await stored()).at(-1)).toBeNull();
});

test('a day that cannot be is refused with a sentence, and stays as it was typed', async () => {
  const page = signOffPath(place);
  const { fields } = formWith((await owner.visitor.get(page)).text, 'due');
  const far = addMonths(dayIn(1), 60);
  for (const [due, reason] of [
    ['', 'no-day'],
    ['soon', 'no-day'],
    ['2027-02-30', 'no-day'],
    [dayIn(-1), 'past'],
    [far, 'far'],
  ] as const) {
    const refused = await owner.visitor.post(page, { ...fields, due });
    const said = formWith(refused.text, 'due');
    expect([due, refused.status, said.fields['due']]).toEqual([due, 422, [due]]);
    expect(plain(said.html)).toContain(signOff.ja.problems[reason]);
    expect(said.html).toContain('aria-invalid="true"');
  }
  expect(await stored()).toEqual([]);
  // Full-width digits are read, and the last day that may be is taken.
  const wide = dayIn(0).replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)));
  expect((await owner.visitor.post(page, { ...fields, due: wide })).status).toBe(303);
  const last = { ...fields, base: '1', due: addMonths(dayIn(0), 60) };
  expect((await owner.visitor.post(page, last)).status).toBe(303);
  expect(await stored()).toEqual([dayIn(0), last.due]);
});

test('who knew less is shown what stands, and keeps the day that they chose', async () => {
  const page = signOffPath(place);
  const { fields } = formWith((await owner.visitor.get(page)).text, 'due');
  await setReview(others.preparer, place, 100);
  const stale = await owner.visitor.post(page, { ...fields, due: dayIn(50) });
  expect(stale.status).toBe(422);
  const text = plain(stale.text);
  expect(text).toContain(signOff.ja.problems['stale']);
  expect(text).toContain(`${ja.stands(dateText(dayIn(100), 'ja'))} ${ja.left(100)}`);
  expect(text).toContain('田中 誠さんが');
  const again = formWith(stale.text, 'due').fields;
  expect(again).toMatchObject({ base: ['1'], due: [dayIn(50)] });
  expect((await owner.visitor.post(page, again)).status).toBe(303);
  expect(await stored()).toEqual([dayIn(100), dayIn(50)]);
});

test('others in the company read the day, have no form, and are refused with an entry', async () => {
  await setReview(owner, place, 100);
  const page = signOffPath(place);
  for (const person of [others.declarer, others.respondent, others.viewer]) {
    const { text } = await person.visitor.get(page);
    expect(plain(sectionOf(text, 'review'))).toContain(dateText(dayIn(100), 'ja'));
    expect(sectionOf(text, 'review')).not.toContain('<form');
    for (const sent of [
      { intent: 'set-review', base: '1', due: dayIn(9) },
      { intent: 'withdraw-review', base: '1' },
    ]) {
      const refused = await person.visitor.post(page, sent);
      expect(refused.status).toBe(422);
      expect(plain(refused.text)).toContain(signOff.ja.problems['not-allowed']);
    }
  }
  expect(await stored()).toEqual([dayIn(100)]);
  const { rows } = await app.superuser.query(
    `select from audit.entry where action = 'access.refused' and target = $1`,
    [`assessment/${place.assessment}`],
  );
  expect(rows).toHaveLength(6);
});

test('home says it from thirty days before, on the day and after it, to owners and preparers', async () => {
  await setReview(owner, place, 31);
  expect(await waiting(owner)).toBe('');
  const link = `href="${signOffPath(place)}#review"`;
  for (const [days, said, english] of [
    [30, '見直しの日まで30日', '30 days to the review date'],
    [1, '見直しの日まで1日', '1 day to the review date'],
    [0, '今日が見直しの日です', 'Today is the review date'],
    [-1, '見直しの日を1日過ぎています', '1 day past the review date'],
  ] as const) {
    await moveTo(days);
    for (const person of [owner, others.preparer]) {
      const section = await waiting(person);
      expect(plain(section)).toContain(together.ja.yours.title);
      expect(plain(section)).toContain(`${said} ${dateText(dayIn(days), 'ja')}`);
      expect(section).toContain(link);
    }
    expect(plain(await waiting(owner, 'en'))).toContain(
      `${english} ${dateText(dayIn(days), 'en')}`,
    );
    for (const person of [others.declarer, others.respondent, others.viewer])
      expect(await waiting(person)).toBe('');
  }
  // The control: taken back, nothing is said.
  const sent = { intent: 'withdraw-review', base: '1' };
  expectStatus(await owner.visitor.post(signOffPath(place), sent), 303);
  expect(await waiting(owner)).toBe('');
});

test('after the signature it leads to a new run, and ends where that has begun', async () => {
  await submit(owner, place);
  await setReview(owner, place, 30);
  await sign(others.declarer, place);
  const next = `/o/${org}/assessments/${place.assessment}/next-edition`;
  expect(await waiting(owner)).toContain(`href="${next}?again=1"`);
  const year = addMonths(dayIn(0), 12);
  expect(await sectionIn('ja')).toContain(ja.suggestion(dateText(year, 'ja')));
  expect(await sectionIn('en')).toContain(en.suggestion(dateText(year, 'en')));

  const run = await carryOn(owner, place, '?again=1');
  expect(await waiting(owner)).toBe('');
  expect(await sectionIn('ja', run)).toContain(ja.none);
  const before = await pageIn('ja', owner, signOffPath(place));
  expect(plain(sectionOf(before, 'review'))).toContain(ja.carried);
  expect(sectionOf(before, 'review')).toContain(`href="${signOffPath(run)}"`);
  const late = { intent: 'set-review', base: '1', due: dayIn(9) };
  const refused = await owner.visitor.post(signOffPath(place), late);
  expect(refused.status).toBe(422);
  expect(plain(refused.text)).toContain(signOff.ja.problems['closed']);
  expect(await stored()).toEqual([dayIn(30)]);

  // Undone, the day of the run before is spoken of again.
  const undo = `/o/${org}/assessments/${run.assessment}/confirm`;
  expectStatus(await owner.visitor.post(undo, { intent: 'undo' }), 303);
  expect(await waiting(owner)).toContain(`href="${next}?again=1"`);
  expect(await sectionIn('ja', run)).toContain(ja.undone);
});

test('a new one that was started beside it hides no day of another, which is named', async () => {
  await setReview(owner, place, 5);
  const [first, renamed] = [place, '前の点検'];
  await app.superuser.query('update junbi.assessment set title = $2 where assessment_id = $1', [
    first.assessment,
    renamed,
  ]);
  const second = { org, assessment: await startAssessment(owner, org) };
  await setReview(owner, second, 2);
  const section = await waiting(owner);
  expect(section).toContain(`href="${signOffPath(first)}#review"`);
  expect(plain(section)).toContain(`「${renamed}」`);
  expect(plain(await waiting(owner, 'en'))).toContain(`${renamed}:`);
  // The sooner one stands first.
  expect(section.indexOf(second.assessment)).toBeLessThan(section.indexOf(first.assessment));
});

test('where a next edition follows, it leads there', async () => {
  await dateBack(app, place);
  await submit(owner, place);
  await setReview(owner, place, 10);
  await sign(others.declarer, place);
  const next = `/o/${org}/assessments/${place.assessment}/next-edition`;
  expect(await waiting(owner)).toContain(`href="${next}"`);
  await carryOn(owner, place);
  expect(await waiting(owner)).toBe('');
});

test('another company has no such page', async () => {
  await setReview(owner, place, 100);
  const stranger = await signUp(app, '別の 会社');
  const page = signOffPath({ org: await foundCompany(stranger), assessment: place.assessment });
  expect((await stranger.visitor.get(page)).status).toBe(404);
  const sent = { intent: 'withdraw-review', base: '1' };
  expect((await stranger.visitor.post(page, sent)).status).toBe(404);
  stranger.visitor.close();
  expect(await stored()).toEqual([dayIn(100)]);
});
