import { expect, test } from 'vitest';
import { ANSWER_NOTE_MAX } from '#app/answering/answer-fields.server.ts';
import { readAnswer, readFact } from '#assessments/answer-sheet.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { takesOwnWords } from '#assessments/evidence-titles.ts';
import { checkFreeText } from '#assessments/free-text.ts';
import type { Facts } from '#assessments/fact.ts';
import { loadEdition } from '#assessments/library.ts';
import { instantOf, workday } from '#db/demo/calendar.ts';
import { demoAnswers, demoReferences } from '#db/demo/chapters.ts';
import { demoMembers } from '#db/demo/members.ts';
import { demoPeople, emptyCompany, metalMaker, profileVersions, union } from '#db/demo/people.ts';
import { quartersOver } from '#db/demo/quarters.ts';

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
  union.name,
  ...demoMembers(quartersOver(new Date('2026-11-22T23:00:00Z'))).map(({ name }) => name),
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
  expect(checkFreeText(`${texts.at(-1)}\n【特定秘密】受信感度`)).toMatchObject({ ok: false });
});

test('the demo says nothing of a certification', () => {
  expect(texts.filter((text) => /適合|合格|認定|公認/.test(text))).toEqual([]);
});

test('no text of the demo names one of its people', () => {
  const names = Object.values(demoPeople).flatMap(({ name }) => name.split(' ').slice(0, 1));
  expect(texts.filter((text) => names.some((name) => text.includes(name)))).toEqual([]);
});

test('the standard mode asks every question that the demo answers, in its questionnaire', () => {
  const misplaced = demoAnswers.filter(({ questionId, questionnaire }) => {
    const entry = question(questionId);
    return !entry.modes.has('standard') || entry.questionnaire !== questionnaire;
  });
  expect(misplaced).toEqual([]);
});

test('every answer is one that its question takes, with a note that fits its field', () => {
  const given = demoAnswers.flatMap(({ questionId, answer }) =>
    'cleared' in answer ? [] : [{ questionId, answer }],
  );
  const taken = given.map(({ questionId, answer }) => ({
    questionId,
    answer: readAnswer(question(questionId), answer, questionId),
  }));
  expect(taken).toEqual(given);
  expect(demoAnswers.filter(({ note }) => (note?.length ?? 0) > ANSWER_NOTE_MAX)).toEqual([]);
});

test('the facts are facts of the edition, and all but one are known in the end', () => {
  const facts = edition.profile.document.facts;
  const readable = (given: Facts) =>
    Object.fromEntries(
      facts.flatMap((fact) =>
        given[fact.id] === undefined ? [] : [[fact.id, readFact(fact, given[fact.id], fact.id)]],
      ),
    );
  for (const version of profileVersions) {
    expect(readable(version.facts)).toEqual(version.facts);
  }
  const known = new Set(Object.keys(profileVersions.at(-1)?.facts ?? {}));
  expect(facts.map(({ id }) => id).filter((id) => !known.has(id))).toEqual(['producesInformation']);
});

test('evidence stands under a level and carries a title of its question', () => {
  const misfits = demoReferences.filter(({ questionId, title }) => {
    const titles = question(questionId).question.evidence.map(({ ja }) => ja);
    const current = demoAnswers.findLast((one) => one.questionId === questionId);
    return !titles.includes(title) || !current || !('level' in current.answer);
  });
  expect(misfits).toEqual([]);
});

const waits = ({ questionId }: { questionId: string }) =>
  !takesOwnWords(index, question(questionId));

test('where an agency is waited for, evidence is a listed document and a date alone', () => {
  const waiting = demoReferences.filter(waits);
  expect(waiting.map(({ questionId }) => questionId)).toEqual(['A-01.level']);
  expect(waiting.filter(({ version }) => version !== null)).toEqual([]);
});

test('about what an agency decides the demo carries no note', () => {
  const waiting = demoAnswers.filter(waits);
  expect(waiting.length).toBeGreaterThan(0);
  expect(waiting.filter(({ note }) => note !== null)).toEqual([]);
});

test.each(['2026-11-22T23:00:00Z', '2027-01-01T00:30:00+09:00', '2026-11-27T14:59:00Z'])(
  'loaded at %s, everything happened before, on working days, in its order',
  (text) => {
    const now = new Date(text);
    const moments = [...demoAnswers, ...demoReferences, ...profileVersions];
    expect(moments.filter((moment) => new Date(instantOf(now, moment)) >= now)).toEqual([]);
    const weekends = moments.filter(
      ({ workdaysAgo }) => new Date(workday(now, workdaysAgo)).getUTCDay() % 6 === 0,
    );
    expect(weekends).toEqual([]);

    const outOfOrder = demoAnswers.filter((one, at) => {
      const before = demoAnswers[at - 1];
      return one.version > 1 && !(before && instantOf(now, before) < instantOf(now, one));
    });
    expect(outOfOrder).toEqual([]);

    const impossible = demoReferences.filter((reference) => {
      const { dated, withdrawn } = reference;
      const noted = instantOf(now, reference);
      const written = typeof dated === 'number' ? workday(now, dated) : dated;
      return written >= noted || (withdrawn !== null && noted >= instantOf(now, withdrawn));
    });
    expect(impossible).toEqual([]);
  },
);
