import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { canonicalJson } from '#assessments/canonical-json.ts';
import { madeChain } from '../setup/chain.ts';
import { folder, run } from './run.ts';

function written(name: string, contents: string | Uint8Array): string {
  const path = join(folder(), name);
  writeFileSync(path, contents);
  return path;
}

const made = madeChain(23);
const lines = made.lines.map((line) => JSON.stringify(line)).join('\n');
const keys = JSON.stringify({ keys: made.keys });

test('a sound chain exits 0 with a summary', async () => {
  const file = written('audit.json', JSON.stringify(made.chain));
  const { code, out, err } = await run('audit', 'verify', file);
  expect({ code, err }).toEqual({ code: 0, err: [] });
  expect(JSON.parse(out.join(''))).toEqual({
    company: made.chain.company,
    entries: 23,
    head: made.chain.head.hash,
    from: made.chain.entries[0]?.at,
    until: made.chain.entries[22]?.at,
    anchors: { inExport: 4, inFile: 0 },
    anchoredUpTo: 20,
    keysFrom: 'export',
  });
});

test('it is read out of the export, beside the anchors and keys that were kept elsewhere', async () => {
  const zip = written('export.zip', zipSync({ 'audit.json': strToU8(JSON.stringify(made.chain)) }));
  const beside = ['--anchors', written('a.jsonl', lines), '--keys', written('keys.json', keys)];
  const { code, out } = await run('audit', 'verify', zip, ...beside);
  expect(code).toBe(0);
  expect(JSON.parse(out.join(''))).toMatchObject({
    anchors: { inExport: 4, inFile: 4 },
    keysFrom: 'given',
  });
});

test('what was changed is told in sentences, with exit 1', async () => {
  const changed = structuredClone(made.chain);
  const third = changed.entries[2];
  if (third) third.actorName = '佐藤';
  changed.entries.splice(10, 1);
  const { code, out, err } = await run(
    'audit',
    'verify',
    written('a.json', JSON.stringify(changed)),
  );
  expect({ code, out }).toEqual({ code: 1, out: [] });
  expect(err).toContain('Entry 3 was changed: its hash is another.');
  expect(err).toContain('Entry 11 is missing: entry 12 stands in its place.');
  expect(err).toContain('The head counts 23 entries; the file holds 22.');
});

test('a signature of another key does not count', async () => {
  const other = JSON.stringify({ keys: madeChain(1).keys });
  const file = written('audit.json', JSON.stringify(made.chain));
  const { code, err } = await run('audit', 'verify', file, '--keys', written('keys.json', other));
  expect(code).toBe(1);
  expect(err[0]).toBe('Anchor no. 1 of the export is not signed with a key that is known.');
});

test('a line missing from the file of anchors is found', async () => {
  const gap = made.lines.filter((_, at) => at !== 1).map((line) => canonicalJson(line));
  const file = written('audit.json', JSON.stringify(made.chain));
  const anchors = written('a.jsonl', gap.join('\n'));
  const { code, err } = await run('audit', 'verify', file, '--anchors', anchors);
  expect({ code, err }).toEqual({
    code: 1,
    err: ['Anchor 3 of the file does not continue anchor 1.'],
  });
});

const sound = JSON.stringify(made.chain);
const without = (part: Record<string, unknown>) => JSON.stringify({ ...made.chain, ...part });

test.each<[string, (() => string)[], string]>([
  ['no FILE', [], 'audit: expected verify and one FILE'],
  ['another command', [() => 'prove', () => written('a', sound)], 'audit: expected verify'],
  ['a file that is not there', [() => 'verify', () => '/nowhere.json'], 'expected a readable file'],
  ['no JSON', [() => 'verify', () => written('a', '{')], 'expected well-formed JSON'],
  [
    'another format',
    [() => 'verify', () => written('a', without({ format: 'x' }))],
    'audit.json.format',
  ],
  ['a field too much', [() => 'verify', () => written('a', without({ more: 1 }))], 'audit.json'],
  ['a ZIP cut short', [() => 'verify', () => written('a', 'PK\u0003\u0004')], 'ZIP'],
  [
    'a ZIP without a chain',
    [() => 'verify', () => written('a', zipSync({ 'x.txt': strToU8('x') }))],
    'expected audit.json in the ZIP file',
  ],
  ['no UTF-8', [() => 'verify', () => written('a', Uint8Array.of(0xff, 0xfe))], 'UTF-8'],
  [
    'anchors that are none',
    [() => 'verify', () => written('a', sound), () => '--anchors', () => written('b', '{}')],
    'line 1',
  ],
  [
    'keys that are none',
    [() => 'verify', () => written('a', sound), () => '--keys', () => written('b', '[]')],
    'keys:',
  ],
])('%s exits 2 with one line', async (_, argv, says) => {
  const { code, out, err } = await run('audit', ...argv.map((make) => make()));
  expect({ code, out, lines: err.length }).toEqual({ code: 2, out: [], lines: 1 });
  expect(err[0]).toContain(says);
});
