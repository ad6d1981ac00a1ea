import { afterAll, beforeAll, expect, test } from 'vitest';
import { answering } from '#app/messages/answering.ts';
import { assessment as assessmentTexts } from '#app/messages/assessment.ts';
import { profile } from '#app/messages/profile.ts';
import { questionPath, save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { plain } from '../setup/form.ts';
import { foundCompany, letIn, signUp, startAssessment, type Person } from '../setup/people.ts';

// Who may only read is told so on every page with a form, and can change nothing there that is lost.

let app: App;
let member: Person;
let viewer: Person;
let place: Place;
beforeAll(async () => {
  app = await openApp();
  member = await signUp(app);
  viewer = await signUp(app, '見学 透');
  const org = await foundCompany(member);
  place = { org, assessment: await startAssessment(member, org) };
  await save(member, place, 'A-01.level', { level: '2' });
  await letIn(app, org, viewer, { canWrite: false });
});
afterAll(async () => {
  member.visitor.close();
  viewer.visitor.close();
  await app.close();
});

const at = () => `/o/${place.org}/assessments/${place.assessment}`;
const pages = [
  ['a section', () => `${at()}/sections/A`, answering.ja.readOnly, 'level'],
  ['a question', () => questionPath(place, 'A-01.level'), answering.ja.readOnly, 'level'],
  ['the profile', () => `/o/${place.org}/profile`, profile.ja.readOnly, 'employees'],
  ['the scope', () => `${at()}/scope`, assessmentTexts.ja.readOnly, 'mode'],
  [
    'a new assessment',
    () => `/o/${place.org}/assessments/new`,
    assessmentTexts.ja.readOnly,
    'title',
  ],
] as const;

/** The page's own content: its forms, without those of the header. */
const main = (html: string) => /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '';

/** Whether a control is open to changes, and not inside a closed fieldset. */
function isOpen(html: string, name: string): boolean {
  const before = main(html).split(new RegExp(`<(?:input|textarea)\\b[^>]*name="${name}"`))[0] ?? '';
  const control =
    main(html)
      .slice(before.length, before.length + 400)
      .split('>')[0] ?? '';
  const closed = [...before.matchAll(/<fieldset\b([^>]*)>|<\/fieldset>/g)].reduce<boolean[]>(
    (open, [tag, head = '']) =>
      tag === '</fieldset>' ? open.slice(0, -1) : [...open, /\sdisabled=""/.test(head)],
    [],
  );
  return !closed.includes(true) && !/\sdisabled=""/.test(control);
}

test.each(pages)('%s says so, has no button to save, and its fields are closed', async (...one) => {
  const [, path, sentence, field] = one;
  const { status, text } = await viewer.visitor.get(path());
  expect(status).toBe(200);
  expect(plain(text)).toContain(sentence);
  expect(main(text)).toMatch(`name="${field}"`);
  expect(isOpen(text, field)).toBe(false);
  const posted = [...main(text).matchAll(/<form\b[^>]*method="post"[\s\S]*?<\/form>/g)];
  expect(posted.filter(([form]) => /<button\b/.test(form))).toEqual([]);
});

test.each(pages)(
  '%s of who may write says nothing of it and is open (the control)',
  async (...one) => {
    const [, path, sentence, field] = one;
    const { text } = await member.visitor.get(path());
    expect(plain(text)).not.toContain(sentence);
    expect(isOpen(text, field)).toBe(true);
    expect(main(text)).toMatch(/<form\b[^>]*method="post"[\s\S]*?<button\b/);
  },
);

test('on home a reader is offered nothing that would be refused; a member is (the control)', async () => {
  const home = async ({ visitor }: Person) => main((await visitor.get(`/o/${place.org}`)).text);
  const offers = [`${at()}/scope"`, `${at()}/questions"`, `/o/${place.org}/assessments/new"`];
  const [theirs, hers] = [await home(member), await home(viewer)];
  expect(offers.filter((href) => theirs.includes(href))).toEqual(offers);
  expect(offers.filter((href) => hers.includes(href))).toEqual([]);
});
