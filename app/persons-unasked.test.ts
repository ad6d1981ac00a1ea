import { expect, test } from 'vitest';
import { CLASSIFICATION } from '#db/classification.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { loadEdition } from '#assessments/library.ts';
import { fieldsOfPages } from '../tests/setup/text-fields.ts';

// PRV-1: no column, no fact and no question is about a person's vetting. Words that belong to it may
// stand in a question about a rule; each such question stands here with the reason.

const IN_COLUMNS =
  /consent|vetting|clearance|criminal|convict|offen[cs]e|illness|health|medical|psych|drug|alcohol|drink|debt|credit|loan|bankrupt|nationality|citizen|family|spouse|birth|my_?number|licen[cs]e|passport|residence|gender|religion|candidate|handler_?name/i;
const IN_TEXTS =
  /適性評価の結果|同意|不同意|犯罪|前科|懲戒|病歴|精神|薬物|飲酒|借入|信用状態|債務|家族|国籍|マイナンバー|個人番号|免許証|旅券|生年月日|氏名/;
/** Asking somebody for what is theirs; not even a rule may do that here. */
const ASKS_A_PERSON =
  /(?:あなた|本人|候補者|従業者)の(?:病歴|国籍|家族|借入|債務|犯罪|飲酒|同意|適性評価の結果)(?:を|は)(?:入力|記入|選択|教えて|書いて)/;

const columns = Object.entries(CLASSIFICATION).flatMap(([table, names]) =>
  Object.keys(names).map((name) => `${table}.${name}`),
);
const index = indexEdition(loadEdition('2026-11'));

const COLUMNS_WITH_REASON: Readonly<Record<string, string>> = {
  'auth.session.user_agent_family': 'the browser’s name, not a person’s family',
};

/** Question → why it may speak of it: it asks for a rule or a procedure, never about anybody. */
const QUESTIONS_WITH_REASON: Readonly<Record<string, string>> = {
  'B-01.level': 'whether the company knows its owners, of whom nothing is typed here',
  'B-02.level':
    'whether officers’ particulars are checked with a stated purpose; none is typed here',
  'B-03.level': 'the company’s own loans and sales',
  'D-03.level': 'whether there is a procedure for consent',
  'D-06.level': 'whether there is a procedure for the agency’s notices',
  'L-02.level': 'whether refusing is free of disadvantage',
  'L-03.level': 'whether consent is free',
  'L-05.level': 'whether such things are never collected',
  'L-07.level': 'whether the papers are kept few and safe',
};

test('no column of the database is for something of a vetting', () => {
  const found = columns.filter((column) => IN_COLUMNS.test(column));
  expect(found).toEqual(Object.keys(COLUMNS_WITH_REASON));
});

test('no question asks about a person; those about rules stand here with the reason', () => {
  const texts = index.questions.map(({ id, question }) => ({
    id,
    text: JSON.stringify(question),
    asked: question.text.ja,
  }));
  const found = texts.filter(({ asked }) => IN_TEXTS.test(asked)).map(({ id }) => id);
  expect(found).toEqual(Object.keys(QUESTIONS_WITH_REASON));
  expect(texts.filter(({ text }) => ASKS_A_PERSON.test(text))).toEqual([]);
});

test('no field of a form is named for something of a vetting', () => {
  const names = fieldsOfPages().map((field) => field.split(' ')[1] ?? '');
  expect(names.filter((name) => IN_COLUMNS.test(name))).toEqual([]);
});

test('every question is answered by a level and none by words', () => {
  expect(new Set(index.questions.map(({ question }) => question.kind))).toEqual(new Set(['level']));
});

test('control: a column or a question of that kind is found', () => {
  expect(IN_COLUMNS.test('junbi.person.vetting_result')).toBe(true);
  expect(IN_COLUMNS.test('junbi.handler.spouse_nationality')).toBe(true);
  expect(IN_TEXTS.test('候補者の病歴を確認していますか。')).toBe(true);
  expect(ASKS_A_PERSON.test('候補者の国籍を入力してください。')).toBe(true);
});
