import { afterAll, beforeAll, expect, test } from 'vitest';
import { answering } from '#app/messages/answering.ts';
import { assessment as scopeTexts } from '#app/messages/assessment.ts';
import { profile as profileTexts } from '#app/messages/profile.ts';
import { questionPath, save, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { formWith, plain } from '../setup/form.ts';
import { foundCompany, letIn, signUp, startAssessment, type Person } from '../setup/people.ts';
import type { Answer, Fields } from '../setup/visitor.ts';

// Two people at one form, without JavaScript: nobody's words are lost, nothing follows a version that
// nobody has seen, and "saved" is said of what was saved alone.

const t = answering.ja;
let app: App;
let sato: Person;
let tanaka: Person;
let place: Place;
beforeAll(async () => {
  app = await openApp();
  sato = await signUp(app, '佐藤 美咲');
  tanaka = await signUp(app, '田中 誠');
  const org = await foundCompany(sato);
  place = { org, assessment: await startAssessment(sato, org) };
  await letIn(app, org, tanaka);
});
afterAll(async () => {
  sato.visitor.close();
  tanaka.visitor.close();
  await app.close();
});

const levelWords = (level: number) => `${level} ${t.levels[level] ?? ''}`;

async function stored(question: string): Promise<string[]> {
  const { rows } = await app.superuser.query<{ answer: { level: number }; by: string }>(
    `select answer, actor_name as by from junbi.answer_event
      where assessment_id = $1 and question_id = $2 order by version`,
    [place.assessment, question],
  );
  return rows.map(({ answer, by }) => `${by} ${answer.level}`);
}

/** Tanaka opens the question, Sato answers 2, Tanaka answers 4 with a note. */
async function conflictAt(question: string): Promise<Answer> {
  const path = questionPath(place, question);
  const { fields } = formWith((await tanaka.visitor.get(path)).text, 'base');
  await save(sato, place, question, { level: '2' });
  const his = { ...fields, intent: 'save', level: '4', note: '運用の記録を確かめた' };
  const answer = await tanaka.visitor.post(path, his);
  expect(answer.status).toBe(409);
  return answer;
}

test('a conflict sent without a choice shows both answers again, until somebody chooses', async () => {
  const question = 'A-02.level';
  const path = questionPath(place, question);
  const first = formWith((await conflictAt(question)).text, 'choice');
  const again = await tanaka.visitor.post(path, first.fields);
  expect(again.status).toBe(422);
  const page = plain(again.text);
  for (const words of [levelWords(2), levelWords(4), '運用の記録を確かめた', '佐藤 美咲'])
    expect(page).toContain(words);
  expect(page).toContain(t.problems['choose-side']);
  expect(again.text).toMatch(/aria-describedby="choice-error"/);
  expect(await stored(question)).toEqual(['佐藤 美咲 2']);

  // What came back is the same form: the choice is still his.
  const form = formWith(again.text, 'choice');
  expect({ ...form.fields, request: '' }).toEqual({ ...first.fields, request: '' });
  await tanaka.visitor.post(path, { ...form.fields, choice: 'mine' });
  expect(await stored(question)).toEqual(['佐藤 美咲 2', '田中 誠 4']);
});

test('without a choice, what a third save has changed meanwhile is what is shown', async () => {
  const question = 'A-03.level';
  const { fields } = formWith((await conflictAt(question)).text, 'choice');
  await save(sato, place, question, { level: '1' });
  const again = await tanaka.visitor.post(questionPath(place, question), fields);
  expect(plain(again.text)).toContain(levelWords(1));
  expect(formWith(again.text, 'choice').fields['base']).toEqual(['2']);
});

test('the same form sent twice with another answer: the second is not called saved', async () => {
  const question = 'A-04.level';
  const path = questionPath(place, question);
  const { fields } = formWith((await sato.visitor.get(path)).text, 'base');
  const form = { ...fields, intent: 'save' };
  expect((await sato.visitor.post(path, { ...form, level: '2' })).status).toBe(303);
  expect((await sato.visitor.post(path, { ...form, level: '2' })).status).toBe(303);
  const other = await sato.visitor.post(path, { ...form, level: '3' });
  expect(other.status).toBe(409);
  for (const level of [2, 3]) expect(plain(other.text)).toContain(levelWords(level));
  const mine = formWith(other.text, 'choice').fields;
  expect((await sato.visitor.post(path, { ...mine, choice: 'mine' })).status).toBe(303);
  expect(await stored(question)).toEqual(['佐藤 美咲 2', '佐藤 美咲 3']);
});

test('a form of evidence sent twice with another document says so and keeps what was typed', async () => {
  const path = `${questionPath(place, 'A-04.level')}/evidence`;
  const { fields } = formWith((await sato.visitor.get(path)).text, 'owner');
  const form = { ...fields, title: '0', location: 'file-server', owner: 'legal' };
  expect((await sato.visitor.post(path, form)).status).toBe(303);
  expect((await sato.visitor.post(path, form)).status).toBe(303);
  const other = { ...form, dated: '2026-09-02', location: 'paper-files' };
  const refused = await sato.visitor.post(path, other);
  expect(refused.status).toBe(422);
  expect(plain(refused.text)).toContain(t.evidence.problems['request-reused']);
  const again = formWith(refused.text, 'owner').fields;
  expect(again).toMatchObject({ dated: ['2026-09-02'], location: ['paper-files'] });
  expect((await sato.visitor.post(path, again)).status).toBe(303);
});

async function profileForm(person: Person): Promise<Fields> {
  return formWith((await person.visitor.get(`/o/${place.org}/profile`)).text, 'base').fields;
}

test('a refused profile, corrected, is a conflict with what somebody saved meanwhile', async () => {
  const path = `/o/${place.org}/profile`;
  const hers = await profileForm(sato);
  const his = { ...(await profileForm(tanaka)), employees: '48', handlingPlaces: '3' };
  expect((await tanaka.visitor.post(path, his)).status).toBe(303);

  const refused = await sato.visitor.post(path, { ...hers, employees: 'たくさん' });
  expect(refused.status).toBe(422);
  const shown = formWith(refused.text, 'base').fields;
  expect(shown['base']).toEqual(hers['base']);
  const corrected = await sato.visitor.post(path, { ...shown, employees: '50' });
  expect(corrected.status).toBe(409);
  expect(plain(corrected.text)).toContain(profileTexts.ja.staleLead);
  expect((await profileForm(tanaka))['handlingPlaces']).toEqual(['3']);

  // Seen beside theirs, it may follow theirs.
  const seen = formWith(corrected.text, 'base').fields;
  expect((await sato.visitor.post(path, seen)).status).toBe(303);
  expect((await profileForm(tanaka))['employees']).toEqual(['50']);
});

test('a stale scope shows what is set now, keeps what was chosen, and can then be changed', async () => {
  const path = `/o/${place.org}/assessments/${place.assessment}/scope`;
  const { scope, modes, stages } = scopeTexts.ja;
  const scopeOf = async (person: Person) =>
    formWith((await person.visitor.get(path)).text, 'mode').fields;
  const hers = await scopeOf(sato);
  const his = { ...(await scopeOf(tanaka)), mode: 'full', stage: 'holding' };
  expect((await tanaka.visitor.post(path, his)).status).toBe(303);

  const chosen = { ...hers, mode: 'quick', stage: 'application' };
  const stale = await sato.visitor.post(path, chosen);
  expect(stale.status).toBe(409);
  expect(plain(stale.text)).toContain(scope.stale);
  expect(plain(stale.text)).toContain(scope.staleLead(modes.full.label, stages.holding.label));
  const shown = formWith(stale.text, 'mode').fields;
  expect(shown).toMatchObject({ mode: ['quick'], stage: ['application'] });
  expect((await sato.visitor.post(path, shown)).status).toBe(303);
  expect(await scopeOf(tanaka)).toMatchObject({ mode: ['quick'], stage: ['application'] });
  // A refused choice does not move on to a version that nobody has seen either.
  const refused = await sato.visitor.post(path, { ...hers, mode: 'huge' });
  expect(refused.status).toBe(422);
  expect(formWith(refused.text, 'mode').fields['base']).toEqual(hers['base']);
});
