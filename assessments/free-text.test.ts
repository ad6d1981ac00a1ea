import { array, assert, constantFrom, integer, oneof, property, string, tuple } from 'fast-check';
import { expect, test } from 'vitest';
import { BAD_SENTENCES } from './free-text/bad-sentences.ts';
import { BENIGN_SENTENCES } from './free-text/benign-sentences.ts';
import { withoutMarkings } from './free-text/suggestion.ts';
import { checkFreeText, FREE_TEXT_MAX } from './free-text.ts';
import { GUARD } from './free-text/detectors.ts';

const bad = Object.entries(BAD_SENTENCES).flatMap(([reason, texts]) =>
  texts.map((text) => ({ reason, text })),
);

test.each(bad)('refuses as $reason: $text', ({ reason, text }) => {
  expect(checkFreeText(text)).toMatchObject({ ok: false, reason });
});

test.each(BENIGN_SENTENCES)('lets pass: %s', (text) => {
  expect(checkFreeText(text)).toEqual({ ok: true });
});

test('prints how many sentences it was held against', () => {
  const counts = Object.entries(BAD_SENTENCES).map(([reason, { length }]) => `${reason} ${length}`);
  process.stdout.write(
    `${bad.length} refused (${counts.join(', ')}), ${BENIGN_SENTENCES.length} passed\n`,
  );
  expect(bad.length).toBeGreaterThanOrEqual(60);
  expect(BENIGN_SENTENCES.length).toBeGreaterThanOrEqual(60);
});

test('finds every bad sentence at the end of a harmless one too', () => {
  for (const { text } of bad) {
    const check = checkFreeText(`規程を見直す予定。\n${text}`);
    expect({ text, ok: check.ok }).toEqual({ text, ok: false });
  }
});

test('finds every bad sentence when zero-width characters stand between all of its characters', () => {
  for (const { text } of bad.filter(({ text }) => text.length * 2 < FREE_TEXT_MAX)) {
    const check = checkFreeText(Array.from(text).join('\u200b'));
    expect({ text, ok: check.ok }).toEqual({ text, ok: false });
  }
});

function wide(text: string): string {
  return text.replaceAll(/[!-~]/g, (sign) =>
    String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0),
  );
}

test('finds every bad sentence in full-width letters and digits', () => {
  for (const { text } of bad) {
    expect({ text, ok: checkFreeText(wide(text)).ok }).toEqual({ text, ok: false });
  }
});

test('says that it is not sure where neither a word nor a person is seen', () => {
  const text = '読んだら返す約束の紙に、弁は外から閉まると書いてあった。';
  expect(checkFreeText(text)).toMatchObject({ ok: false, reason: 'unclear' });
});

test('names the word as it was typed and where it begins', () => {
  expect(checkFreeText('前回の監査で指摘された、特定秘密の保管簿の様式に合わせて直す。')).toEqual({
    ok: false,
    reason: 'marking',
    found: '特定秘密',
    at: 12,
  });
  expect(checkFreeText('注： 特 定\u3000秘\u200b密 の棚')).toEqual({
    ok: false,
    reason: 'marking',
    found: '特 定\u3000秘\u200b密',
    at: 3,
  });
});

test('names the law without being refused, and the information beside it not', () => {
  expect(checkFreeText('特定秘密保護法第10条')).toEqual({ ok: true });
  expect(checkFreeText('特定秘密保護法により特定秘密を保管')).toMatchObject({ at: 10 });
});

test('My Number needs its check digit where no word announces it', () => {
  expect(checkFreeText('123456789018')).toMatchObject({ reason: 'my-number' });
  expect(checkFreeText('123456789012')).toMatchObject({ reason: 'identity-number' });
  expect(checkFreeText('管理番号は123456789012')).toEqual({ ok: true });
});

test('takes 400 characters and not one more, surrogate pairs counted once', () => {
  expect(checkFreeText('𠮷'.repeat(FREE_TEXT_MAX))).toEqual({ ok: true });
  expect(checkFreeText('あ'.repeat(FREE_TEXT_MAX + 1))).toMatchObject({ reason: 'too-long' });
  expect(checkFreeText('あ'.repeat(5_000_000))).toMatchObject({ reason: 'too-long' });
  expect(checkFreeText('あ'.repeat(1000), GUARD, 1000)).toEqual({ ok: true });
  expect(checkFreeText('あ'.repeat(1001), GUARD, 1000)).toMatchObject({ at: 1000 });
});

test('suggests the text without its marking, and nothing where that is not enough', () => {
  expect(withoutMarkings('前回の監査で指摘された、特定秘密の保管簿の様式に合わせて直す。')).toBe(
    '前回の監査で指摘された、保管簿の様式に合わせて直す。',
  );
  expect(withoutMarkings('【機密】棚の見直し')).toBe('棚の見直し');
  expect(withoutMarkings('特定秘密')).toBeNull();
  expect(withoutMarkings('特定秘密の担当は090-1234-5678')).toBeNull();
});

const pieces = [
  ...bad.map(({ text }) => text),
  ...BENIGN_SENTENCES,
  '保有',
  'ていて',
  'して',
  'の',
  '取扱い',
  'に関する',
  'さん',
  '、',
  '1',
  '-',
  '@',
  'a.',
  '(',
];

test('whatever is typed, the place found lies in the text and is what was found', () => {
  const text = oneof(
    string({ unit: 'grapheme', maxLength: 420 }),
    array(constantFrom(...pieces), { maxLength: 12 }).map((parts) => parts.join('')),
  );
  assert(
    property(text, (typed) => {
      const check = checkFreeText(typed);
      if (check.ok || check.reason === 'too-long') return;
      expect(check.found).not.toBe('');
      expect(typed.slice(check.at, check.at + check.found.length)).toBe(check.found);
    }),
    { numRuns: 2000 },
  );
});

/** Milliseconds; the best of several is the text's own, the rest is the machine's. */
function time(typed: string): number {
  const start = performance.now();
  checkFreeText(typed);
  return performance.now() - start;
}

test('a text of repeated pieces never makes it slow', () => {
  let slowest = 0;
  const repeated = tuple(
    constantFrom(...pieces),
    constantFrom(...pieces),
    integer({ min: 1, max: 20 }),
  ).map(([head, piece, cut]) => (head + piece.slice(0, cut).repeat(400)).slice(0, FREE_TEXT_MAX));
  assert(
    property(repeated, (typed) => {
      slowest = Math.max(slowest, Math.min(time(typed), time(typed), time(typed)));
    }),
    { numRuns: 1000 },
  );
  process.stdout.write(`slowest of 1,000 repeated texts: ${slowest.toFixed(1)} ms\n`);
  // Loose, for a busy machine; a pattern that reads a text in two ways takes seconds.
  expect(slowest).toBeLessThan(100);
});
