import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { plural } from '../print.ts';
import { home } from './home.ts';

/** Every text of a set that says a number, said with 1; each with the path to it. */
function saidWithOne(node: unknown, path: string): string[] {
  if (typeof node === 'function') {
    const said = calledWith(node, 1) ?? calledWith(node, '1');
    return typeof said === 'string' ? [`${path}: ${said}`] : [];
  }
  if (typeof node !== 'object' || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) => saidWithOne(value, `${path}.${key}`));
}

/** Null where it takes no such value. */
function calledWith(say: CallableFunction, one: 1 | '1'): unknown {
  try {
    return Reflect.apply(
      say,
      undefined,
      Array.from({ length: say.length }, () => one),
    );
  } catch {
    return null;
  }
}

const notSingular = /\b1 (?!is\b|was\b|has\b|waits\b|bears\b|decides\b)[a-z-]+s\b/;

async function english(): Promise<string[]> {
  const files = readdirSync(import.meta.dirname).filter((file) => /^[a-z-]+\.ts$/.test(file));
  const modules = await Promise.all(
    files.map(async (file): Promise<[string, unknown]> => [
      file,
      await import(/* @vite-ignore */ join(import.meta.dirname, file)),
    ]),
  );
  return modules.flatMap(([file, exported]) =>
    Object.entries(exported ?? {}).flatMap(([name, texts]: [string, unknown]) =>
      typeof texts === 'object' && texts !== null && 'en' in texts
        ? saidWithOne(texts.en, `${file} ${name}`)
        : [],
    ),
  );
}

test('no English text says one with a plural', async () => {
  const said = await english();
  expect(said.length).toBeGreaterThan(60);
  expect(said.filter((text) => notSingular.test(text))).toEqual([]);
});

test('the law finds a plural after one, and nothing else (the control)', () => {
  expect(['1 weeks', 'It takes 1 person-days.'].every((text) => notSingular.test(text))).toBe(true);
  expect(
    ['1 week', '0–11 weeks', '1 is below', '1 waits'].some((text) => notSingular.test(text)),
  ).toBe(false);
});

test('exactly one is singular, a range and any other number plural', () => {
  expect([plural(1, 'week'), plural(0, 'week'), plural('0–1', 'week')]).toEqual([
    '1 week',
    '0 weeks',
    '0–1 weeks',
  ]);
  expect(home.en.effortText('1', '1–2')).toBe('1 person-day, 1–2 weeks');
});
