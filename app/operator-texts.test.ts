import { mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { missingOperatorTexts, operatorText } from './operator-texts.server.ts';

let directory = '';
const env = () => ({ JUNBI_TEXTS_DIR: directory });

beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'junbi-texts-'));
});

afterEach(() => {
  rmSync(directory, { recursive: true });
});

test('without a directory every text is missing, and none is shown', async () => {
  expect(missingOperatorTexts({})).toHaveLength(6);
  expect(await operatorText('privacy', 'ja', {})).toBeNull();
});

test('a blank line begins a paragraph, other line ends stay lines, markup is text', async () => {
  writeFileSync(
    join(directory, 'privacy.ja.txt'),
    '\u{feff}目的\r\n点検\r\n \r\n<b>保存</b>\n\n\n',
  );
  expect(await operatorText('privacy', 'ja', env())).toEqual({
    language: 'ja',
    paragraphs: [['目的', '点検'], ['<b>保存</b>']],
  });
});

test('an edited text is shown without a restart', async () => {
  const file = join(directory, 'terms.en.txt');
  writeFileSync(file, 'First');
  expect((await operatorText('terms', 'en', env()))?.paragraphs).toEqual([['First']]);
  writeFileSync(file, 'Other');
  utimesSync(file, 1, 1);
  expect((await operatorText('terms', 'en', env()))?.paragraphs).toEqual([['Other']]);
});

test('the other language stands in and says which it is', async () => {
  writeFileSync(join(directory, 'contact.ja.txt'), '総務課');
  expect(await operatorText('contact', 'en', env())).toMatchObject({ language: 'ja' });
});

test('a file of white space is missing', async () => {
  writeFileSync(join(directory, 'contact.ja.txt'), ' \n\n');
  writeFileSync(join(directory, 'contact.en.txt'), 'General affairs');
  expect(missingOperatorTexts(env())).toContain('contact.ja.txt');
  expect(missingOperatorTexts(env())).not.toContain('contact.en.txt');
  expect(await operatorText('contact', 'ja', env())).toMatchObject({ language: 'en' });
});
