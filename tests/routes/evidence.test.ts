import { afterAll, beforeAll, expect, test } from 'vitest';
import { answering } from '#app/messages/answering.ts';
import { asOf } from '#app/messages/as-of.ts';
import { changes } from '#app/messages/changes.ts';
import { home } from '#app/messages/home.ts';
import { dateText } from '#app/print.ts';
import { addDays } from '#assessments/plan/calendar.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { questionPath, save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { signedAndOn } from '../setup/carried.ts';
import { formWith, plain } from '../setup/form.ts';
import { newestEdition } from '../setup/newest-edition.ts';
import { foundCompany, signUp, startAssessment, type Person } from '../setup/people.ts';
import type { Fields } from '../setup/visitor.ts';

const t = answering.ja.evidence;
const today = dayInJapan(new Date());
let app: App;
let sato: Person;
let place: Place;
beforeAll(async () => {
  app = await openApp();
  sato = await signUp(app, '佐藤 美咲');
  const org = await foundCompany(sato);
  place = { org, assessment: await startAssessment(sato, org) };
});
afterAll(async () => {
  sato.visitor.close();
  await app.close();
});

const pathOf = (question: string) => `${questionPath(place, question)}/evidence`;
const get = async (path: string) => (await sato.visitor.get(path)).text;

async function note(question: string, typed: Fields) {
  const { fields } = formWith(await get(pathOf(question)), 'owner');
  return sato.visitor.post(pathOf(question), {
    ...fields,
    title: '0',
    location: 'file-server',
    owner: 'legal',
    ...typed,
  });
}

/** Makes the first document that is offered evidence for another question. */
async function use(question: string) {
  const page = await get(pathOf(question));
  const { fields } = formWith(page, 'of');
  const [, of = ''] =
    /<select[^>]* name="of"[\s\S]*?<option value="([0-9a-f-]{36})"/.exec(page) ?? [];
  expect(of).not.toBe('');
  return sato.visitor.post(pathOf(question), { ...fields, of });
}

test('a document is noted once and used beside another answer, and each page names the other', async () => {
  expect((await note('C-01.level', { version: '第3版' })).status).toBe(303);
  expect((await use('C-02.level')).status).toBe(303);
  expect(plain(await get(questionPath(place, 'C-02.level')))).toContain(t.others('C-01'));
  const page = plain(await get(questionPath(place, 'C-01.level')));
  expect(page).toContain(t.others('C-02'));
  expect(page).toContain('第3版');
  // Beside an answer that names it, it is not offered again.
  expect(await get(pathOf('C-02.level'))).not.toContain('name="of"');
});

test('a title that another question lists is shown in the language of the page', async () => {
  sato.visitor.cookies.set('language', 'ImVuIg%3D%3D');
  const page = plain(await get(questionPath(place, 'C-02.level')));
  sato.visitor.cookies.set('language', 'ImphIg%3D%3D');
  const [listed] =
    indexEdition(newestEdition).questionById.get('C-01.level')?.question.evidence ?? [];
  expect(page).toContain(answering.en.evidence.others('C-01'));
  expect(page).toContain(listed?.en ?? 'absent');
  expect(page).not.toContain(listed?.ja ?? '');
});

test('a document that was withdrawn meanwhile is refused in a sentence', async () => {
  expect((await note('C-06.level', {})).status).toBe(303);
  const { fields } = formWith(await get(pathOf('C-05.level')), 'of');
  const withdrawn = formWith(await get(pathOf('C-06.level')), 'evidence').fields;
  await sato.visitor.post(pathOf('C-06.level'), withdrawn);
  const refused = await sato.visitor.post(pathOf('C-05.level'), {
    ...fields,
    of: withdrawn['evidence'] ?? '',
  });
  expect(refused.status).toBe(422);
  expect(plain(refused.text)).toContain(t.problems['document-gone']);
});

test('withdrawn from both, it stands beside neither', async () => {
  const page = await get(pathOf('C-02.level'));
  expect(plain(page)).toContain(t.everywhere(1));
  const { fields } = formWith(page, 'evidence');
  const sent = { ...fields, everywhere: 'yes' };
  expect((await sato.visitor.post(pathOf('C-02.level'), sent)).status).toBe(303);
  for (const question of ['C-01.level', 'C-02.level'])
    expect(plain(await get(questionPath(place, question)))).toContain(t.none);
});

test('days that turn round, and a last day before the document, are refused beside their fields', async () => {
  const turned = await note('C-01.level', { coversFrom: '2026-09-01', coversTo: '2026-08-31' });
  expect(turned.status).toBe(422);
  expect(plain(turned.text)).toContain(t.problems['period-turned']);
  expect(formWith(turned.text, 'owner').fields).toMatchObject({
    coversFrom: ['2026-09-01'],
    coversTo: ['2026-08-31'],
  });
  const early = await note('C-01.level', { dated: '2026-09-01', validUntil: '2026-08-31' });
  expect(early.status).toBe(422);
  expect(plain(early.text)).toContain(t.problems['until-too-early']);
  const none = await note('C-01.level', { validUntil: '2026-02-30' });
  expect(plain(none.text)).toContain(t.problems['date-wrong']);
});

test('where a date alone may stand, no period and no last day are asked, and none is taken', async () => {
  expect(await get(pathOf('A-01.level'))).not.toMatch(/name="(?:validUntil|coversFrom|of)"/);
  const refused = await note('A-01.level', { validUntil: '2027-01-01' });
  expect(refused.status).toBe(422);
  expect(plain(refused.text)).toContain(t.problems['date-only']);
});

test('what ends is said beside the answer, in the list and on home, and changes no level', async () => {
  await save(sato, place, 'C-01.level', { level: '3' });
  await note('C-01.level', { validUntil: addDays(today, -1) });
  await note('C-02.level', { validUntil: addDays(today, 60) });
  await note('C-03.level', { validUntil: addDays(today, 61) });
  const question = plain(await get(questionPath(place, 'C-01.level')));
  expect(question).toContain(t.until(dateText(`${addDays(today, -1)}T00:00:00+09:00`, 'ja')));
  expect(question).toContain(t.validity.expired);
  const at = `/o/${place.org}/assessments/${place.assessment}`;
  const listed = plain(await get(`${at}/questions?filter=ending-evidence`));
  expect(listed).toContain(answering.ja.documents.expired);
  expect(listed).toContain(answering.ja.documents.ending);
  expect(listed).toContain(answering.ja.found(2));
  const standing = plain(await get(`/o/${place.org}`));
  expect(standing).toContain(home.ja.endingText(1, 1));
  expect(standing).toContain(home.ja.coverageText(0, 1));
});

test('a day that is none, or not over, shows now and says why', async () => {
  const report = `/o/${place.org}/assessments/${place.assessment}/report`;
  // Today is not over yet: it stands as it stands now.
  expect(plain(await get(`${report}?asOf=${today}`))).not.toContain('再現しています');
  const problems = asOf.ja.problems;
  const wrong = [
    ['2026-02-30', problems['not-a-day']],
    [addDays(today, 1), problems['not-yet']],
    [addDays(today, -1), problems['not-started']],
  ] as const;
  for (const [day, sentence] of wrong) {
    const page = plain(await get(`${report}?asOf=${day}`));
    expect(page).toContain(sentence);
    expect(page).not.toContain('再現しています');
  }
});

test('a report shows an earlier day and says so; a bridge leads from there to now and says what ended', async () => {
  await app.superuser.query(
    `begin; set local session_replication_role = replica;
     update junbi.assessment set created_at = created_at - interval '3 days' where company_id = '${place.org}';
     update junbi.answer_event set at = at - interval '3 days' where company_id = '${place.org}';
     update junbi.evidence set at = at - interval '3 days' where company_id = '${place.org}'; commit`,
  );
  const day = addDays(today, -2);
  const report = plain(
    await get(`/o/${place.org}/assessments/${place.assessment}/report?asOf=${day}`),
  );
  expect(report).toContain(asOf.ja.note(dateText(`${day}T00:00:00+09:00`, 'ja')));
  const bridge = `/o/${place.org}/assessments/${place.assessment}/changes`;
  const before = addDays(today, -2);
  const page = plain(await get(`${bridge}?from=${place.assessment}&fromDay=${before}`));
  // Two days ago the claim named one document without end and one that held; one was withdrawn, one ended.
  expect(page).toContain(changes.ja.sentence('100.0', '0.0'));
  const { references, expiry } = changes.ja.factors;
  for (const factor of [references, expiry]) expect(page).toContain(`${factor}−50.0-1/2`);
});

test('what was signed has no other day: a day beside it is not taken, and the page says why', async () => {
  const { assessment, signed, result } = await signedAndOn(app, sato, place.org);
  const bridge = `/o/${place.org}/assessments/${assessment}/changes`;
  const days = { signed: asOf.ja.problems.signed, labels: [changes.ja.fromDay, changes.ja.toDay] };
  const page = plain(await get(`${bridge}?from=${result}&fromDay=${today}`));
  expect(page).toContain(days.signed);
  for (const label of days.labels) expect(page).toContain(label);
  // The control: beside the answers as they stand, the same day is taken.
  expect(plain(await get(`${bridge}?from=${signed}&fromDay=${today}`))).not.toContain(days.signed);
});
