import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { asksFor } from './forbidden.ts';
import { plant } from './plant.ts';

const harmless = 'What is meant is described here';

test.each([
  ['取扱者の氏名を書いてください', 'the names of persons'],
  ['候補者の名簿', 'the names of persons'],
  ['誰が同意したかを把握していますか。', 'who was listed, consented, refused or was cleared'],
  ['適性評価を断った理由を確認していますか。', 'who was listed, consented, refused or was cleared'],
  ['質問票の回答の写し', 'the content of a vetting'],
  ['候補者の病歴を確認していますか。', 'health, debts, crimes or habits of a person'],
  [
    '取扱者本人の住宅ローンなどの借入れを把握していますか。',
    'health, debts, crimes or habits of a person',
  ],
  ['家族の国籍を確認していますか。', 'the family of a person'],
  ['マイナンバー', 'My Number'],
  ['金庫の番号を管理していますか。', 'codes of locks or the custody of keys'],
  ['警報の配置を決めていますか。', 'the layout of alarms or cameras'],
  ['カメラの死角を把握していますか。', 'the layout of alarms or cameras'],
  ['取扱場所の図面', 'drawings of the place'],
  ['取扱端末のネットワークアドレスの一覧', 'network addresses'],
  ['情報の件名の一覧', 'the title, subject, number or content of designated information'],
  [
    '提案の内容を記録していますか。',
    'the title, subject, number or content of designated information',
  ],
])('%s asks for %s', (ja, what) => {
  expect(asksFor('question', { ja, en: harmless })).toContain(what);
});

test.each([
  ['Names of staff who handle it', 'the names of persons'],
  ['Do you know who has consented?', 'who was listed, consented, refused or was cleared'],
  ['Copies of the answers to the questionnaire', 'the content of a vetting'],
  ['Is the criminal history checked?', 'health, debts, crimes or habits of a person'],
  ['Nationality of the spouse', 'the family of a person'],
  ['Lock numbers', 'codes of locks or the custody of keys'],
  ['Camera blind spots', 'the layout of alarms or cameras'],
  ['Floor plan of the area', 'drawings of the place'],
  ['IP addresses of the terminals', 'network addresses'],
  [
    'Titles of the designated information',
    'the title, subject, number or content of designated information',
  ],
])('%s asks for %s', (en, what) => {
  expect(asksFor('evidence', { ja: '説明', en })).toContain(what);
});

test.each([
  ['番号や鍵の所在は書かないでください。', 'Do not write codes or custody of keys.'],
  [
    '採用で、適性評価の結果を予想するための情報（病歴、家族の状況など）を集めない仕組みがありますか。',
    'Is there a mechanism against collecting information (health, family)?',
  ],
  ['説明を行った日付と件数の記録（個人名を含まない）', 'Dates and number of briefings (no names)'],
  ['株主名簿', 'Shareholder register'],
])('a text that keeps it out is fine: %s', (ja, en) => {
  expect(asksFor('question', { ja, en })).toEqual([]);
});

test('a remark in brackets does not excuse the sentence around it', () => {
  const ja = '候補者の病歴（証明書は不要で、原本は返さない）を確認していますか。';
  expect(asksFor('question', { ja, en: harmless })).toHaveLength(1);
});

test('advice to write such things down is a fault, mentioning them is not', () => {
  expect(asksFor('todo', { ja: '取扱者の家族の状況を一覧にして登録する。', en: harmless })).toEqual(
    ['the family of a person'],
  );
  expect(asksFor('todo', { ja: '図面の配布先を限る。', en: harmless })).toEqual([]);
});

test('check names the question that asks for it', () => {
  const planted = plant(
    loadLibrary(),
    'questionnaires/personnel@1',
    ['questions', 'D-05.level', 'evidence', 0],
    { ja: '質問票の回答の写し', en: 'Copy of the answers to the questionnaire' },
  );
  expect(check(planted).problems).toContain(
    'questionnaires/personnel/1.yaml: question D-05.level, evidence 1: asks for the content of a vetting.',
  );
});

test.each([
  ['自社が適合しているかを確かめる', 'Check whether you are pre-certified'],
  ['認定見込みを示す', 'It shows that you are compliant with the Act'],
  ['合格の水準', 'The passing score'],
])('words that only an agency may say are reported: %s', (ja, en) => {
  const path: [string, ...string[]] = ['questions', 'A-01.level', 'todo'];
  const planted = plant(loadLibrary(), 'questionnaires/governance@1', path, {
    ja: `${ja}。`,
    en: `${en}.`,
  });
  const place = 'questionnaires/governance/1.yaml: question A-01.level, todo: says "';
  const found = check(planted).problems.filter((problem) => problem.startsWith(place));
  expect(found.length).toBeGreaterThan(0);
});
