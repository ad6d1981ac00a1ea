import { expect, test } from 'vitest';
import { readAnswer, readFact } from '#assessments/answer-sheet.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { takesOwnWords } from '#assessments/evidence-titles.ts';
import { checkFreeText } from '#assessments/free-text.ts';
import { loadEdition } from '#assessments/library.ts';
import { NOTE_MAX } from '#db/answers.ts';
import { instantOf, workday } from '#db/demo/calendar.ts';
import { demoAnswers, demoReferences } from '#db/demo/chapters.ts';
import { demoPeople, emptyCompany, metalMaker, profileVersions } from '#db/demo/people.ts';

const edition = loadEdition('2026-11');
const index = indexEdition(edition);
const question = (id: string) => {
  const found = index.questionById.get(id);
  if (!found) throw new Error(`${id} is no question of the edition.`);
  return found;
};

/** Every text of the demo that a person could have typed. */
const texts = [
  metalMaker.name,
  metalMaker.title,
  emptyCompany.name,
  ...demoAnswers.flatMap(({ answer, note }) => [
    ...(note === null ? [] : [note]),
    ...('notApplicable' in answer ? [answer.notApplicable] : []),
  ]),
  ...demoReferences.flatMap(({ title, version }) => [
    title,
    ...(version === null ? [] : [version]),
  ]),
];

test('every text of the demo passes the guard, which refuses a planted marking', () => {
  expect(texts.length).toBeGreaterThan(60);
  expect(texts.filter((text) => !checkFreeText(text).ok)).toEqual([]);
  expect(checkFreeText(`${texts.at(-1)} 特定秘密`)).toMatchObject({ ok: false });
});

test('the demo says nothing of a certification', () => {
  expect(texts.filter((text) => /適合|合格|認定|公認/.test(text))).toEqual([]);
});

test('no text of the demo names one of its people', () => {
  const names = Object.values(demoPeople).flatMap(({ name }) => name.split(' ').slice(0, 1));
  expect(texts.filter((text) => names.some((name) => text.includes(name)))).toEqual([]);
});

test('the standard mode asks every question that the demo answers, in a way that it takes', () => {
  for (const { questionId, questionnaire, answer, note } of demoAnswers) {
    const entry = question(questionId);
    expect(entry.modes.has('standard'), questionId).toBe(true);
    expect(entry.questionnaire, questionId).toBe(questionnaire);
    if (!('cleared' in answer)) expect(readAnswer(entry, answer, questionId)).toEqual(answer);
    expect(note?.length ?? 0).toBeLessThanOrEqual(NOTE_MAX);
  }
});

test('the facts are facts of the edition, and all but one are known in the end', () => {
  const facts = new Map(edition.profile.document.facts.map((fact) => [fact.id, fact]));
  for (const version of profileVersions) {
    for (const [id, value] of Object.entries(version.facts)) {
      const fact = facts.get(id);
      expect(fact, id).toBeDefined();
      if (fact) expect(readFact(fact, value, id)).toBe(value);
    }
  }
  const known = new Set(Object.keys(profileVersions.at(-1)?.facts ?? {}));
  expect([...facts.keys()].filter((id) => !known.has(id))).toEqual(['producesInformation']);
});

test('evidence carries titles of its question, and where an agency is waited for a date alone', () => {
  for (const reference of demoReferences) {
    const entry = question(reference.questionId);
    expect(entry.question.evidence.map(({ ja }) => ja)).toContain(reference.title);
    if (!takesOwnWords(index, entry)) expect(reference.version).toBeNull();
    const answer = demoAnswers.findLast(({ questionId }) => questionId === reference.questionId);
    expect(answer?.answer, reference.questionId).toHaveProperty('level');
  }
  expect(question('A-01.level')).toSatisfy(
    (entry: (typeof index.questions)[number]) => !takesOwnWords(index, entry),
  );
});

test('about what an agency decides the demo carries no note', () => {
  const noted = demoAnswers.filter(({ note }) => note !== null);
  expect(noted.filter(({ questionId }) => !takesOwnWords(index, question(questionId)))).toEqual([]);
});

test.each(['2026-11-22T23:00:00Z', '2027-01-01T00:30:00+09:00', '2026-11-27T14:59:00Z'])(
  'loaded at %s, everything happened before, on working days, in its order',
  (text) => {
    const now = new Date(text);
    const moments = [...demoAnswers, ...demoReferences, ...profileVersions];
    for (const moment of moments) {
      const at = new Date(instantOf(now, moment));
      expect(at < now).toBe(true);
      expect(new Date(workday(now, moment.workdaysAgo)).getUTCDay() % 6).not.toBe(0);
    }
    for (const [at, { questionId, version, ...one }] of demoAnswers.entries()) {
      const before = demoAnswers[at - 1];
      if (version > 1 && before) {
        expect(before.questionId).toBe(questionId);
        expect(instantOf(now, before) < instantOf(now, one)).toBe(true);
      }
    }
    for (const reference of demoReferences) {
      const noted = instantOf(now, reference);
      const dated =
        typeof reference.dated === 'number' ? workday(now, reference.dated) : reference.dated;
      expect(dated < noted.slice(0, 10), `${reference.questionId} ${reference.title}`).toBe(true);
      if (reference.withdrawn) expect(noted < instantOf(now, reference.withdrawn)).toBe(true);
    }
  },
);
