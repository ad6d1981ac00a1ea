import { cpSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  EDITION,
  nextEdition,
  QUESTIONNAIRE,
  writeDraft,
  writeDrafts,
} from '#assessments/check/next-edition.ts';
import { runCheck } from '#assessments/command/check.ts';
import { CONTENT, loadLibrary } from '#assessments/library.ts';
import { folder, run, type Run } from './run.ts';

const { files } = loadLibrary();

function content(): string {
  const directory = folder();
  cpSync(CONTENT, directory, { recursive: true, filter: (path) => !path.endsWith('/drafts') });
  return directory;
}

/** `check` in a copy of the content. */
function check(directory: string, ...args: string[]): Run {
  const [out, err]: [string[], string[]] = [[], []];
  const terminal = { out: (text: string) => out.push(text), err: (text: string) => err.push(text) };
  return { code: runCheck(args, terminal, directory), out, err };
}

const parsed = ({ out }: Run): unknown => JSON.parse(out.join(''));

test('without drafts the summary says nothing of them, and none is missing anything', () => {
  const directory = content();
  const { code, out } = check(directory);
  expect(code).toBe(0);
  expect(out.join('')).not.toContain('drafts');
  const drafts = check(directory, '--drafts');
  expect([drafts.code, parsed(drafts)]).toEqual([0, { drafts: [] }]);
});

test('a skeleton is listed beside the summary, and fails only the question for drafts', () => {
  const directory = content();
  const before = parsed(check(directory));
  writeDraft(directory, QUESTIONNAIRE, 'id: facility\nversion: 3\ntitle: { ja: 施設・設備 }\n');
  const missing = ['title.en', 'summary', 'domains', 'questions'].map(
    (place) => `${QUESTIONNAIRE}: ${place}: is missing.`,
  );
  const listed = check(directory);
  expect(listed.code).toBe(0);
  expect(parsed(listed)).toEqual({
    ...Object(before),
    drafts: [{ key: 'questionnaires/facility@3', missing }],
  });
  expect(check(directory, '--drafts')).toEqual({ code: 1, out: [], err: missing });
});

test('complete drafts are ready', () => {
  const directory = content();
  writeDrafts(directory, nextEdition(files));
  const drafts = check(directory, '--drafts');
  expect([drafts.code, drafts.err]).toEqual([0, []]);
  expect(parsed(drafts)).toEqual({
    drafts: [
      { key: 'editions/2027-06', missing: [] },
      { key: 'mappings/facility-2-3@1', missing: [] },
      { key: 'questionnaires/facility@3', missing: [] },
    ],
  });
});

test('a draft that cannot be read fails both', () => {
  const directory = content();
  writeDraft(directory, EDITION, 'id: 2027-07\n');
  const refused = [`${EDITION}: says 2027-07 but is filed as editions/2027-06.`];
  for (const args of [[], ['--drafts']])
    expect(check(directory, ...args)).toEqual({ code: 1, out: [], err: refused });
});

test('what was moved but is not locked yet keeps no draft from being judged', () => {
  const directory = content();
  writeDraft(directory, 'published.lock.json', '{}');
  expect(check(directory).code).toBe(1);
  expect(check(directory, '--drafts').code).toBe(0);
});

test('drafts beside published documents that do not keep the laws are not judged', () => {
  const directory = content();
  writeDraft(directory, 'editions/2026-12.yaml', 'id: 2026-12\n');
  const { code, out, err } = check(directory, '--drafts');
  expect([code, out, err[0]]).toEqual([1, [], 'editions/2026-12.yaml: title: is missing.']);
});

test('an unknown flag and a file are bad input', async () => {
  expect((await run('check', '--draft')).code).toBe(2);
  expect((await run('check', '--drafts', QUESTIONNAIRE)).code).toBe(2);
});
