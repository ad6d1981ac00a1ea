import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { answerHistory, currentAnswers, saveAnswer } from '#db/answers.ts';
import type { AnswerToSave } from '#db/answers.ts';
import { withCompany, type Member } from '#db/tenant.ts';
import { assessmentOf, companyOf, grantAccess, openWorld, signedIn, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

let member: Member;
let assessmentId: string;
beforeEach(async () => {
  member = await companyOf(await signedIn());
  assessmentId = await assessmentOf(member);
});

const save = (given: Partial<AnswerToSave> = {}, by: Member = member) =>
  withCompany(by, (tx) =>
    saveAnswer(tx, {
      assessmentId,
      questionId: 'A-04.level',
      questionnaire: 'governance',
      base: 0,
      answer: { level: 2 },
      note: null,
      requestId: randomUUID(),
      byName: '田中',
      ...given,
    }),
  );

const current = (by: Member = member) => withCompany(by, (tx) => currentAnswers(tx, assessmentId));

const write = async (level: 0 | 1 | 2 | 3 | 4) => {
  let base = 0;
  for (;;) {
    const outcome = await save({ base, answer: { level } });
    if (outcome.ok) return outcome.version;
    if (outcome.reason !== 'stale') throw new Error(outcome.reason);
    base = outcome.theirs?.version ?? 0;
  }
};

describe('saving an answer', () => {
  it('adds a version, and the newest is the current one', async () => {
    expect(await save({ note: '規程を作成した' })).toMatchObject({ ok: true, version: 1 });
    expect(await save({ base: 1, answer: { unknown: true } })).toMatchObject({ version: 2 });
    expect(await save({ base: 2, answer: { notApplicable: '取引がない' } })).toMatchObject({
      version: 3,
    });
    expect(await save({ base: 3, answer: { cleared: true } })).toMatchObject({ version: 4 });
    expect(await current()).toMatchObject([
      {
        questionId: 'A-04.level',
        questionnaire: 'governance',
        answer: { cleared: true },
        version: 4,
      },
    ]);
    const history = await withCompany(member, (tx) =>
      answerHistory(tx, assessmentId, 'A-04.level'),
    );
    expect(history.map(({ version, answer, note }) => [version, answer, note])).toEqual([
      [4, { cleared: true }, null],
      [3, { notApplicable: '取引がない' }, null],
      [2, { unknown: true }, null],
      [1, { level: 2 }, '規程を作成した'],
    ]);
    expect(history[0]?.at).toBeInstanceOf(Date);
  });

  it('gives the same time when saved as when read again', async () => {
    const saved = await save();
    expect(saved.ok && saved.at).toEqual((await current())[0]?.at);
  });

  it('from an old page is stale: it shows the other value and overwrites nothing', async () => {
    await save({ answer: { level: 3 }, note: '鈴木が確認', byName: '鈴木' });
    expect(await save({ answer: { level: 1 } })).toMatchObject({
      ok: false,
      reason: 'stale',
      theirs: { answer: { level: 3 }, note: '鈴木が確認', version: 1, byName: '鈴木' },
    });
    expect(await current()).toMatchObject([{ answer: { level: 3 }, version: 1 }]);
  });

  it('of two at once with the same base lets exactly one stand', async () => {
    for (let round = 0; round < 10; round++) {
      const both = await Promise.all([
        save({ base: round, answer: { level: 1 }, byName: '田中' }),
        save({ base: round, answer: { level: 4 }, byName: '鈴木' }),
      ]);
      expect(both.filter((one) => one.ok)).toHaveLength(1);
      const stale = both.find((one) => !one.ok);
      const stands = both[0]?.ok ? { level: 1 } : { level: 4 };
      expect(stale).toMatchObject({
        reason: 'stale',
        theirs: { answer: stands, version: round + 1 },
      });
    }
  });

  it('sent again with the same request id gives the first outcome, also at the same moment', async () => {
    const requestId = randomUUID();
    const first = await save({ requestId });
    expect(await save({ requestId })).toEqual(first);
    await save({ base: 1, answer: { level: 4 } });
    expect(await save({ requestId })).toEqual(first);
    const again = randomUUID();
    const many = await Promise.all(
      Array.from({ length: 5 }, () => save({ base: 2, requestId: again })),
    );
    expect(new Set(many.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(many[0]).toMatchObject({ ok: true, version: 3 });
  });

  it('sent again with another answer or note is stale: nothing is called saved that was not', async () => {
    const requestId = randomUUID();
    await save({ requestId, answer: { level: 2 }, note: '棚卸し中' });
    const theirs = { answer: { level: 2 }, note: '棚卸し中', version: 1 };
    for (const other of [
      { answer: { level: 3 } as const, note: '棚卸し中' },
      { answer: { level: 2 } as const, note: null },
      { answer: { cleared: true } as const, note: null },
    ]) {
      expect(await save({ requestId, ...other })).toMatchObject({
        ok: false,
        reason: 'stale',
        theirs,
      });
    }
    expect(await current()).toMatchObject([theirs]);
  });

  it('does not take a request id that saved another question', async () => {
    const requestId = randomUUID();
    await save({ requestId });
    expect(await save({ requestId, questionId: 'C-01.level', questionnaire: 'facility' })).toEqual({
      ok: false,
      reason: 'request-reused',
    });
  });

  it('by 20 writers at once leaves versions without a gap and loses nothing', async () => {
    const levels = [0, 1, 2, 3, 4] as const;
    const versions = await Promise.all(
      Array.from({ length: 20 }, (_, i) => write(levels[i % 5] ?? 0)),
    );
    expect(versions.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 1));
    const history = await withCompany(member, (tx) =>
      answerHistory(tx, assessmentId, 'A-04.level'),
    );
    expect(history).toHaveLength(20);
  });

  it('never skips a version, even when a page claims one that does not exist', async () => {
    expect(await save({ base: 7 })).toEqual({ ok: false, reason: 'stale', theirs: null });
    await save();
    expect(await save({ base: 7 })).toMatchObject({ reason: 'stale', theirs: { version: 1 } });
  });

  it('keeps a question in its questionnaire', async () => {
    await save();
    expect(await save({ base: 1, questionnaire: 'facility' })).toMatchObject({ reason: 'stale' });
    expect(await save({ base: 1 })).toMatchObject({ ok: true });
  });
});

describe('who may save and read', () => {
  it('another company’s assessment is not found, exactly like an unknown one', async () => {
    const stranger = await companyOf(await signedIn());
    const foreign = await save({}, stranger);
    expect(foreign).toEqual(await save({ assessmentId: randomUUID() }, stranger));
    expect(foreign).toEqual({ ok: false, reason: 'not-found' });
    expect(await current(stranger)).toEqual([]);
  });

  it('a viewer reads and may not save', async () => {
    await save();
    const viewer = await grantAccess(world, member, await signedIn(), { canWrite: false });
    expect(await current(viewer)).toHaveLength(1);
    expect(await save({ base: 1 }, viewer)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(await save({ base: 1 })).toMatchObject({ ok: true });
  });

  it('a respondent of one questionnaire sees and saves only that one', async () => {
    await save();
    await save({ questionId: 'C-01.level', questionnaire: 'facility' });
    const respondent = await grantAccess(world, member, await signedIn(), {
      questionnaires: ['facility'],
    });
    expect((await current(respondent)).map((one) => one.questionId)).toEqual(['C-01.level']);
    expect(await save({ base: 1 }, respondent)).toEqual({ ok: false, reason: 'not-allowed' });
    expect(
      await save({ base: 1, questionId: 'C-01.level', questionnaire: 'facility' }, respondent),
    ).toMatchObject({ ok: true, version: 2 });
    // Claiming the own questionnaire for another's question finds no earlier version to follow.
    expect(await save({ base: 1, questionnaire: 'facility' }, respondent)).toMatchObject({
      ok: false,
    });
    expect(await current()).toHaveLength(2);
  });

  it('the policies hold below the verb: nobody’s answers are open without a questionnaire', async () => {
    await save();
    const nothing = await grantAccess(world, member, await signedIn(), { questionnaires: [] });
    expect(await current(nothing)).toEqual([]);
    expect(await current()).toHaveLength(1);
  });
});
