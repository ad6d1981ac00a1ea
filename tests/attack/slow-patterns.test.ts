import { beforeAll, expect, test, vi } from 'vitest';
import { checkFreeText } from '#assessments/free-text.ts';
import { BAD_SENTENCES } from '#assessments/free-text/bad-sentences.ts';
import { BENIGN_SENTENCES } from '#assessments/free-text/benign-sentences.ts';
import { withoutMarkings } from '#assessments/free-text/suggestion.ts';

// WEB-13: every pattern that the guard uses on a text, on 50,000 characters made to hold it up. The
// guard itself never reads more than 1,000; a pattern that reads a text in two ways shows here first.

const LENGTH = 50_000;
const UNITS =
  '1|1-|1 |a|a.|a@|A.|Aa Bb, |-| |\n|(|zero|あ|ア|の|が|さん|ー|、|。|いち|田|田中|名|東|国の|病|通|字|取扱|特定秘密の|重要経済|一'.split(
    '|',
  );

const patterns = new Map<string, RegExp>();

/** Every use of a pattern goes through `exec`; while it is watched, each pattern is kept. */
beforeAll(() => {
  const exec = vi.spyOn(RegExp.prototype, 'exec');
  for (const text of [...Object.values(BAD_SENTENCES).flat(), ...BENIGN_SENTENCES]) {
    checkFreeText(text);
    withoutMarkings(text);
    const used = exec.mock.contexts.slice();
    exec.mockClear();
    for (const pattern of used) {
      if (pattern instanceof RegExp) patterns.set(`${pattern.source}/${pattern.flags}`, pattern);
    }
  }
  exec.mockRestore();
});

/** Milliseconds of the processor for all matches; the best of some runs is the pattern's own. */
function time(pattern: RegExp, text: string): number {
  const flags = pattern.flags.includes('g') ? pattern.flags : `${pattern.flags}g`;
  const all = new RegExp(pattern.source, flags);
  let best = Infinity;
  for (let run = 0; run < 3 && best > 5; run += 1) {
    const before = process.cpuUsage();
    text.replaceAll(all, '');
    const { user, system } = process.cpuUsage(before);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
}

const repeated = (unit: string, length: number) =>
  unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

type Timed = { source: string; unit: string; ms: number; ratio: number };

function slowest(of: Iterable<RegExp>): Timed[] {
  const rows = [...of].flatMap((pattern) =>
    UNITS.map((unit) => {
      const ms = time(pattern, repeated(unit, LENGTH));
      // A quarter of the text: a quarter of the time where it is read once, a sixteenth where not.
      const ratio = ms < 20 ? 0 : ms / Math.max(1, time(pattern, repeated(unit, LENGTH / 4)));
      return { source: pattern.source.slice(0, 80), unit, ms, ratio };
    }),
  );
  return rows.sort((a, b) => b.ms - a.ms);
}

test('no pattern of the guard is held up by 50,000 characters', () => {
  const rows = slowest(patterns.values());
  for (const { source, unit, ms, ratio } of rows.slice(0, 5)) {
    process.stdout.write(
      `${ms.toFixed(0)} ms (goal 50), ${ratio.toFixed(1)} times a quarter: ${JSON.stringify(unit)} on ${source}\n`,
    );
  }
  process.stdout.write(`${patterns.size} patterns × ${UNITS.length} texts\n`);
  expect(patterns.size).toBeGreaterThan(150);
  const held = rows.filter(({ ms, ratio }) => ms > 1000 || ratio > 10);
  expect(held).toEqual([]);
});

test('mutant: a pattern that begins anew at every character is found', () => {
  const [short, long] = [
    time(/\d+x/u, repeated('1', LENGTH / 4)),
    time(/\d+x/u, repeated('1', LENGTH)),
  ];
  process.stdout.write(
    `mutant: ${long.toFixed(0)} ms, ${(long / short).toFixed(1)} times a quarter\n`,
  );
  expect(long / short).toBeGreaterThan(10);
});
