import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { chosenAnswer } from '#assessments/chosen-answer.ts';
import { loadEdition } from '#assessments/library.ts';
import { answerFields } from './answer-fields.server.ts';

const question = loadEdition('2026-11')
  .questionnaires.flatMap(({ document }) => document.questions)
  .find(({ allowsNotApplicable }) => allowsNotApplicable);
if (!question) throw new Error('No question of the edition allows 該当しない.');

function read(given: { reason?: string; note?: string }) {
  const fields = answerFields.parse({
    intent: 'save',
    level: 'na',
    base: '0',
    request: randomUUID(),
    person: randomUUID(),
    ...given,
  });
  return { ...fields, chosen: question && chosenAnswer(question, fields.level, fields.reason) };
}

test('the page and a plain form send different line ends; reason and note are kept alike', () => {
  for (const field of ['reason', 'note'] as const) {
    expect(read({ [field]: ' 一行目\r\n二行目 ' })[field]).toBe('一行目\n二行目');
    expect(read({ [field]: '一行目\n二行目' })[field]).toBe('一行目\n二行目');
  }
});

test('a reason of 200 characters fits, however its lines end and its characters are stored', () => {
  const five = `${'𠮷'.repeat(39)}\r\n`.repeat(5).slice(0, -2);
  expect(read({ reason: five }).chosen).toMatchObject({ ok: true });
  expect(read({ reason: '𠮷'.repeat(200) }).chosen).toMatchObject({ ok: true });
  expect(read({ reason: '𠮷'.repeat(201) }).chosen).toMatchObject({ problem: 'reason-missing' });
});
