import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { file, run, sheet } from './run.ts';

const checkout = join(import.meta.dirname, '../..');

/** `npm run -s junbi -- …`, as a person types it. */
function junbi(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  return new Promise((resolve, reject) => {
    const child = execFile(
      'npm',
      ['run', '-s', 'junbi', '--', ...argv],
      { cwd: checkout, maxBuffer: 2 ** 24 },
      (error, out, err) => {
        if (child.exitCode === null) reject(error ?? new Error('It was ended by a signal.'));
        else resolve({ code: child.exitCode, out, err });
      },
    );
  });
}

/** npm itself may warn about a person's own settings; that is not ours. */
const ours = (err: string) => err.split('\n').filter((line) => line && !line.startsWith('npm '));

test('describe writes JSON on stdout and nothing else', async () => {
  const { code, out, err } = await junbi('describe', '--edition', '2026-11');
  expect({ code, err: ours(err) }).toEqual({ code: 0, err: [] });
  expect(out.trimEnd()).toBe((await run('describe')).out.join('\n'));
});

test('score takes its flags through npm', async () => {
  const path = file(sheet());
  const { code, out, err } = await junbi('score', path, '--stage', 'holding', '--mode', 'full');
  expect({ code, err: ours(err) }).toEqual({ code: 0, err: [] });
  expect(out.trimEnd()).toBe(
    (await run('score', path, '--stage', 'holding', '--mode', 'full')).out.join('\n'),
  );
});

test('check exits 0 with a summary on stdout', async () => {
  const { code, out, err } = await junbi('check');
  expect({ code, err: ours(err) }).toEqual({ code: 0, err: [] });
  expect(JSON.parse(out)).toBeTypeOf('object');
});

test('bad input exits 2 with one line on stderr and nothing on stdout', async () => {
  const path = file(sheet({ answers: { 'A-01.level': { level: 5 } } }));
  const { code, out, err } = await junbi('score', path);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(ours(err)).toEqual([
    `${path}: answers["A-01.level"].level: expected a level of 0, 1, 2, 3 or 4, got 5`,
  ]);
});

test('no command exits 2', async () => {
  const { code, out } = await junbi();
  expect({ code, out }).toEqual({ code: 2, out: '' });
});
