import { describe, expect, test } from 'vitest';
import type { Given, Outcome } from './outcome.ts';
import { createSaver, type Attempt } from './saver.ts';

const none: Given = { level: '', reason: '', note: '' };
const level = (value: string): Given => ({ ...none, level: value });
const away: Outcome = { ok: false, reason: 'away' };
const conflict = {
  name: '佐藤',
  time: '14:01',
  version: 2,
  theirs: { title: '3', text: '', note: '' },
  mine: { title: '2', text: '', note: '' },
  given: level('2'),
};

const stale = (given: Given): Outcome => ({
  ok: false,
  reason: 'stale',
  conflict: { ...conflict, given },
});

/** A server that answers as told, and versions that count up. */
function page(answers: (Outcome | 'ok')[]) {
  const sent: (Attempt & { isRetry: boolean })[] = [];
  const phases: string[] = [];
  const timers: (() => void)[] = [];
  let requests = 0;
  const saver = createSaver(
    { version: 0, given: none },
    {
      send: (attempt, { isRetry }) => {
        sent.push({ ...attempt, isRetry });
        const next = answers.shift() ?? 'ok';
        return Promise.resolve(
          next === 'ok'
            ? { ok: true, version: attempt.base + 1, time: '14:03', fresh: null }
            : next,
        );
      },
      newRequest: () => `request-${(requests += 1)}`,
      later: (run) => {
        timers.push(run);
        return () => timers.splice(timers.indexOf(run), 1);
      },
      changed: ({ phase }) => phases.push(phase),
    },
  );
  return { saver, sent, phases, timers };
}

describe('saving one question from the page', () => {
  test('choices made while one is under way become one save that follows it', async () => {
    const { saver, sent } = page([]);
    for (const value of ['1', '2', '3']) saver.want(level(value));
    const state = await saver.settled();
    expect(sent.map(({ given, base }) => [given.level, base])).toEqual([
      ['1', 0],
      ['3', 1],
    ]);
    expect(state).toMatchObject({ phase: 'saved', version: 2, time: '14:03' });
    expect(new Set(sent.map(({ request }) => request)).size).toBe(2);
  });

  test('what is saved already is not sent again', async () => {
    const { saver, sent } = page([]);
    saver.want(level('1'));
    await saver.settled();
    saver.want(level('1'));
    await saver.settled();
    expect(sent).toHaveLength(1);
  });

  test('an attempt of unknown fate is sent again as it was, before the newer choice', async () => {
    const { saver, sent } = page([away]);
    saver.want(level('2'));
    expect(await saver.settled()).toMatchObject({ phase: 'waiting', version: 0 });
    expect(saver.isUnsent()).toBe(true);
    saver.want(level('3'));
    await saver.settled();
    expect(sent.map(({ given, request, base }) => [given.level, request, base])).toEqual([
      ['2', 'request-1', 0],
      ['2', 'request-1', 0],
      ['3', 'request-2', 1],
    ]);
    expect(saver.isUnsent()).toBe(false);
  });

  test('only what the page sends by itself is marked as a retry', async () => {
    const { saver, sent, timers } = page([away, away]);
    saver.want(level('2'));
    await saver.settled();
    timers[0]?.();
    await saver.settled();
    saver.retry();
    const state = await saver.settled();
    expect(sent.map(({ isRetry }) => isRetry)).toEqual([false, true, true]);
    expect(state.phase).toBe('saved');
  });

  test('a session that ended keeps the answer until somebody has signed in again', async () => {
    const { saver, sent } = page([{ ok: false, reason: 'signed-out' }]);
    saver.want(level('4'));
    expect((await saver.settled()).phase).toBe('signed-out');
    saver.retry();
    expect((await saver.settled()).phase).toBe('saved');
    expect(sent.map(({ request }) => request)).toEqual(['request-1', 'request-1']);
  });

  test('a conflict ends saving: nothing is sent before the person has chosen', async () => {
    const { saver, sent } = page([{ ok: false, reason: 'stale', conflict }]);
    saver.want(level('2'));
    expect(await saver.settled()).toMatchObject({ phase: 'stale', conflict: { name: '佐藤' } });
    saver.want(level('4'));
    saver.retry();
    await saver.settled();
    expect(sent).toHaveLength(1);
  });

  test('what was chosen meanwhile is what a conflict shows as mine', async () => {
    const newest = { ...level('3'), note: '書いたばかりの文' };
    const { saver, sent } = page([away, stale(level('2')), stale(newest)]);
    saver.want(level('2'));
    await saver.settled();
    saver.want(newest);
    expect(await saver.settled()).toMatchObject({ phase: 'stale', conflict: { given: newest } });
    expect(sent.map(({ given, base, request }) => [given.level, base, request])).toEqual([
      ['2', 0, 'request-1'],
      ['2', 0, 'request-1'],
      ['3', 0, 'request-2'],
    ]);
    expect(saver.isUnsent()).toBe(false);
  });

  test('who went back to what the page came with is asked too', async () => {
    const { saver, sent } = page([away, { ok: false, reason: 'stale', conflict }, stale(none)]);
    saver.want(level('2'));
    await saver.settled();
    saver.want(none);
    expect(await saver.settled()).toMatchObject({ phase: 'stale', conflict: { given: none } });
    expect(sent).toHaveLength(3);
  });

  test('a refused text is not sent again, and going back to what is saved clears the refusal', async () => {
    const refused: Outcome = {
      ok: false,
      reason: 'refused',
      problems: { note: '書けません。' },
      given: none,
      base: 1,
    };
    const { saver, sent } = page(['ok', refused]);
    saver.want(level('2'));
    await saver.settled();
    saver.want({ ...level('2'), note: '特定秘密' });
    expect(await saver.settled()).toMatchObject({
      phase: 'refused',
      problems: { note: '書けません。' },
      version: 1,
    });
    saver.retry();
    expect(sent).toHaveLength(2);
    saver.want(level('2'));
    expect(await saver.settled()).toMatchObject({ phase: 'idle', problems: {} });
  });
});
