import { join } from 'node:path';
import { writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { file, folder, run, sheet } from './run.ts';

const answers = (answer: unknown, id = 'A-01.level') => sheet({ answers: { [id]: answer } });
const facts = (given: unknown) => sheet({ facts: given });
const without = (field: string) => {
  const rest = JSON.parse(sheet());
  Reflect.deleteProperty(rest, field);
  return JSON.stringify(rest);
};

/** What is wrong, the text of FILE, the place that must be named, and what was expected there. */
const BAD: [string, string, string, string][] = [
  ['an unknown edition', sheet({ edition: '1999-01' }), 'edition', '2026-11'],
  ['an edition that is a path', sheet({ edition: '../2026-11' }), 'edition', '2026-11'],
  ['an edition that is a number', sheet({ edition: 2026 }), 'edition', '2026-11'],
  ['no edition', without('edition'), 'edition', '2026-11'],
  ['an unknown stage', sheet({ stage: 'certified' }), 'stage', 'application, holding'],
  ['a stage that is null', sheet({ stage: null }), 'stage', 'application, holding'],
  ['no stage', without('stage'), 'stage', 'application, holding'],
  ['an unknown mode', sheet({ mode: 'all' }), 'mode', 'quick, standard, full'],
  ['a mode in an array', sheet({ mode: ['full'] }), 'mode', 'quick, standard, full'],
  ['no mode', without('mode'), 'mode', 'quick, standard, full'],
  ['no facts', without('facts'), 'facts', 'object'],
  ['facts that are null', facts(null), 'facts', 'object'],
  ['facts in an array', facts([]), 'facts', 'object'],
  ['facts that are a text', facts('employees'), 'facts', 'object'],
  ['an unknown fact', facts({ shoeSize: 27 }), 'facts["shoeSize"]', 'fact of edition'],
  ['a fact named like a method', facts({ toString: 1 }), 'facts["toString"]', 'fact of edition'],
  ['a number for yes or no', facts({ listed: 1 }), 'facts["listed"]', 'true, false'],
  ['"true" for yes', facts({ listed: 'true' }), 'facts["listed"]', 'true, false'],
  ['null for a fact', facts({ listed: null }), 'facts["listed"]', 'true, false'],
  ['a text for a count', facts({ employees: '48' }), 'facts["employees"]', 'whole number'],
  ['a part of a person', facts({ employees: 4.5 }), 'facts["employees"]', 'whole number'],
  ['a negative count', facts({ employees: -1 }), 'facts["employees"]', 'whole number'],
  ['a count beyond exact numbers', facts({ employees: 2 ** 53 }), 'facts["employees"]', 'whole'],
  ['an endless count', sheet().replace('48', '1e999'), 'facts["employees"]', 'whole number'],
  ['true for a count', facts({ employees: true }), 'facts["employees"]', 'whole number'],
  ['an unknown option', facts({ premises: 'rented' }), 'facts["premises"]', 'owned, leased'],
  ['an array of options', facts({ premises: ['owned'] }), 'facts["premises"]', 'owned, leased'],
  ['a fact at the top', sheet({ employees: 48 }), 'employees', 'facts, answers'],
  [
    'overlays of an edition that has none',
    sheet({ overlays: ['mining'] }),
    'overlays',
    'none, because edition 2026-11 has none',
  ],
  ['overlays that are no list', sheet({ overlays: 'mining' }), 'overlays', 'a list'],
  ['an extra field', sheet({ note: 'x' }), 'note', 'edition, stage, mode, facts, answers'],
  ['no answers', without('answers'), 'answers', 'object'],
  ['answers that are null', sheet({ answers: null }), 'answers', 'object'],
  ['answers in an array', sheet({ answers: [] }), 'answers', 'object'],
  ['an unknown question', answers({ level: 3 }, 'Z-99.level'), 'answers["Z-99.level"]', 'question'],
  ['a requirement for a question', answers({ level: 3 }, 'A-01'), 'answers["A-01"]', 'question'],
  ['level 5', answers({ level: 5 }), 'answers["A-01.level"].level', '0, 1, 2, 3 or 4'],
  ['level -1', answers({ level: -1 }), 'answers["A-01.level"].level', '0, 1, 2, 3 or 4'],
  ['level 2.5', answers({ level: 2.5 }), 'answers["A-01.level"].level', '0, 1, 2, 3 or 4'],
  ['level "3"', answers({ level: '3' }), 'answers["A-01.level"].level', '0, 1, 2, 3 or 4'],
  ['level null', answers({ level: null }), 'answers["A-01.level"].level', '0, 1, 2, 3 or 4'],
  ['level true', answers({ level: true }), 'answers["A-01.level"].level', '0, 1, 2, 3 or 4'],
  [
    'a level in an array',
    answers({ level: [3] }),
    'answers["A-01.level"].level',
    '0, 1, 2, 3 or 4',
  ],
  ['a bare level', answers(3), 'answers["A-01.level"]', '{"level": 0..4}'],
  ['an answer that is null', answers(null), 'answers["A-01.level"]', '{"level": 0..4}'],
  ['an answer in an array', answers([{ level: 3 }]), 'answers["A-01.level"]', '{"level": 0..4}'],
  ['an empty answer', answers({}), 'answers["A-01.level"]', '{"level": 0..4}'],
  ['a bare "unknown"', answers('unknown'), 'answers["A-01.level"]', '{"unknown": true}'],
  ['unknown: false', answers({ unknown: false }), 'answers["A-01.level"].unknown', 'true'],
  ['unknown: 1', answers({ unknown: 1 }), 'answers["A-01.level"].unknown', 'true'],
  [
    'two answers in one',
    answers({ level: 3, unknown: true }),
    'answers["A-01.level"]',
    'exactly one',
  ],
  ['a value for a level', answers({ value: 3 }), 'answers["A-01.level"]', '{"level": 0..4}'],
  ['an answer of its own kind', answers({ score: 3 }), 'answers["A-01.level"]', '{"level": 0..4}'],
  [
    'not applicable where a requirement is mandatory',
    answers({ notApplicable: 'no need' }),
    'answers["A-01.level"]',
    'cannot be not applicable',
  ],
  [
    'not applicable without a reason',
    answers({ notApplicable: '' }, 'A-06.level'),
    'answers["A-06.level"].notApplicable',
    'a reason',
  ],
  [
    'not applicable for a blank reason',
    answers({ notApplicable: ' \u3000\n' }, 'A-06.level'),
    'answers["A-06.level"].notApplicable',
    'a reason',
  ],
  [
    'not applicable: true',
    answers({ notApplicable: true }, 'A-06.level'),
    'answers["A-06.level"].notApplicable',
    'a reason',
  ],
  [
    'not applicable beside a level',
    answers({ notApplicable: 'none', level: 3 }, 'A-06.level'),
    'answers["A-06.level"]',
    'exactly one',
  ],
  ['__proto__ at the top', `{"__proto__": {"edition": "2026-11"}}`, '__proto__', 'edition, stage'],
  [
    '__proto__ among the facts',
    sheet().replace('"employees"', '"__proto__"'),
    'facts["__proto__"]',
    'fact of edition',
  ],
  [
    '__proto__ among the answers',
    sheet().replace('"A-01.level"', '"__proto__"'),
    'answers["__proto__"]',
    'question of edition',
  ],
  [
    '__proto__ in an answer',
    sheet().replace('{"level":3}', '{"__proto__":{"level":3}}'),
    'answers["A-01.level"]',
    '{"level": 0..4}',
  ],
  ['malformed JSON', '{"edition": ', '', 'well-formed JSON'],
  ['malformed JSON over lines', '{\n"edition":\n\n2026-11\n}', '', 'well-formed JSON'],
  ['an empty file', '', '', 'well-formed JSON'],
  ['a file of blanks', ' \n ', '', 'well-formed JSON'],
  ['JSON that is null', 'null', '', 'a JSON object'],
  ['JSON that is an array', '[]', '', 'a JSON object'],
  ['JSON that is a text', '"2026-11"', '', 'a JSON object'],
];

describe('score answers bad input with exit 2 and one line', () => {
  test('positive control: the sheet that is spoilt below is good', async () => {
    expect(await run('score', file(sheet()))).toMatchObject({ code: 0, err: [] });
  });

  test.each(BAD)('%s', async (_, text, place, expected) => {
    const path = file(text);
    const { code, out, err } = await run('score', path);
    expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
    const [line = ''] = err;
    expect(line).not.toMatch(/[\r\n\u2028\u2029]/);
    expect(line.startsWith(`${path}: ${place}`)).toBe(true);
    expect(line).toContain('expected');
    expect(line).toContain(expected);
    expect(line.length).toBeLessThan(path.length + 700);
  });

  test('a file that is not there, and a folder', async () => {
    const place = folder();
    for (const path of [join(place, 'missing.json'), place]) {
      const { code, out, err } = await run('score', path);
      expect({ code, out, err }).toEqual({
        code: 2,
        out: [],
        err: [`${path}: expected a readable JSON file`],
      });
    }
  });

  test('bytes that are no text', async () => {
    const path = join(folder(), 'bytes.json');
    writeFileSync(path, Uint8Array.from([0xff, 0xfe, 0x00, 0x7b]));
    expect(await run('score', path)).toMatchObject({ code: 2, out: [] });
  });
});

describe('a wrong command line is answered with exit 2 and one line', () => {
  const path = 'sheet.json';
  test.each<[string, string[], string]>([
    ['no FILE', ['score'], 'expected one FILE'],
    ['two FILEs', ['score', path, path], 'expected one FILE'],
    ['an unknown flag', ['score', path, '--colour', 'red'], '--colour'],
    ['a flag without its value', ['score', path, '--stage'], '--stage'],
    ['a flag of another command', ['score', path, '--edition', '2026-11'], '--edition'],
    ['an unknown edition to describe', ['describe', '--edition', 'x'], 'expected one of 2026-11'],
    ['a FILE to describe', ['describe', path], 'unexpected'],
    ['an argument to check', ['check', path], 'unexpected'],
    ['a flag to check', ['check', '--fast'], '--fast'],
    ['an unknown command', ['grade'], 'usage'],
    ['no command', [], 'usage'],
  ])('%s', async (_, argv, expected) => {
    const { code, out, err } = await run(...argv);
    expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
    expect(err[0]).toContain(expected);
    expect(err[0]).not.toMatch(/\n/);
  });

  test.each([
    ['--stage', 'certified', 'application, holding'],
    ['--mode', 'all', 'quick, standard, full'],
    ['--mode', '', 'quick, standard, full'],
  ])('%s %s names the file, the flag and the choices', async (flag, value, choices) => {
    const good = file(sheet());
    const { code, out, err } = await run('score', good, `${flag}=${value}`);
    expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
    expect(err[0]).toContain(`${good}: ${flag}: expected one of ${choices}`);
  });
});
