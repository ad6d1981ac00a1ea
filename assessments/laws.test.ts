import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Answer } from './answer.ts';
import { readAnswerSheet } from './answer-sheet.ts';
import { describe as described } from './describe.ts';
import type { Edition } from './edition.ts';
import { loadEdition } from './library.ts';
import { assessmentsOf, knownAnswersTo, knownValuesOf, questionsOf } from './oracle/assessments.ts';
import { broken, notLower, within } from './oracle/compare.ts';
import { editions, without } from './oracle/editions.ts';
import { RUNS, SEED } from './oracle/seed.ts';
import { resultJson } from './result-json.ts';
import type { Result } from './result.ts';
import { score, type Assessment } from './score.ts';

interface World {
  edition: Edition;
  assessment: Assessment;
}

const real = loadEdition('2026-11');
const inReal = assessmentsOf(real).map((assessment): World => ({ edition: real, assessment }));
const inGenerated = editions.chain((edition) =>
  assessmentsOf(edition).map((assessment): World => ({ edition, assessment })),
);
const worlds: [string, fc.Arbitrary<World>][] = [
  ['the real edition', inReal],
  ['generated editions', inGenerated],
];
const settings = { numRuns: RUNS, seed: SEED };

describe.each(worlds)(`the seven laws on %s (seed ${SEED})`, (_, world) => {
  test('1: raising a level lowers no end of any attainment and blocks nothing', () => {
    const raised = world.chain(({ edition, assessment }) => {
      const known = Object.entries(assessment.answers).filter(isBelow4);
      if (known.length === 0) return fc.constant({ edition, assessment, answers: {} });
      return fc.record({
        edition: fc.constant(edition),
        assessment: fc.constant(assessment),
        answers: fc
          .subarray(known, { minLength: 1 })
          .chain((some) =>
            fc
              .tuple(...some.map(([, { level }]) => fc.constantFrom(...above(level))))
              .map((levels) =>
                Object.fromEntries(levels.map((level, at) => [some[at]?.[0] ?? '', { level }])),
              ),
          ),
      });
    });
    fc.assert(
      fc.property(raised, ({ edition, assessment, answers }) => {
        const before = score(edition, assessment);
        const after = score(edition, answered(assessment, answers));
        expect(broken(before, after, notLower)).toEqual([]);
        for (const id of after.gate.blockers) expect(before.gate.blockers).toContain(id);
        expect(before.gate.status === 'clear' && after.gate.status !== 'clear').toBe(false);
      }),
      settings,
    );
  });

  test('2: answering what is open, to the last question, narrows every interval', () => {
    const settled = world.chain(({ edition, assessment }) => {
      const open = questionsOf(edition).filter(({ id }) => isOpen(assessment.answers[id]));
      return fc.record({
        edition: fc.constant(edition),
        assessment: fc.constant(assessment),
        open: fc
          .shuffledSubarray(open, { minLength: open.length })
          .chain((questions) =>
            fc
              .tuple(...questions.map((question) => knownAnswersTo(question)))
              .map((answers) => questions.map(({ id }, at) => ({ id, answer: answers[at] }))),
          ),
      });
    });
    fc.assert(
      fc.property(settled, ({ edition, assessment, open }) => {
        let now = assessment;
        const path = [score(edition, now)];
        const stops = new Set([1, Math.ceil(open.length / 2), open.length]);
        for (const [at, { id, answer }] of open.entries()) {
          now = answered(now, answer === undefined ? {} : { [id]: answer });
          if (stops.has(at + 1)) path.push(score(edition, now));
        }
        for (const [at, after] of path.entries()) {
          for (const before of path.slice(0, at)) expect(widened(before, after)).toEqual([]);
        }
      }),
      settings,
    );
  });

  test('2: a fact that becomes known narrows every interval', () => {
    const learnt = world.chain(({ edition, assessment }) => {
      const unknown = edition.profile.document.facts.filter(({ id }) => {
        const value = assessment.facts[id];
        return value === undefined || value === 'unknown';
      });
      return fc.record({
        edition: fc.constant(edition),
        assessment: fc.constant(assessment),
        facts: fc
          .subarray(unknown, { minLength: Math.min(1, unknown.length) })
          .chain((some) =>
            fc
              .tuple(...some.map((fact) => knownValuesOf(fact)))
              .map((values) => Object.fromEntries(some.map(({ id }, at) => [id, values[at] ?? 0]))),
          ),
      });
    });
    fc.assert(
      fc.property(learnt, ({ edition, assessment, facts }) => {
        const known = { ...assessment, facts: { ...assessment.facts, ...facts } };
        expect(widened(score(edition, assessment), score(edition, known))).toEqual([]);
      }),
      settings,
    );
  });

  test('3: the order of documents, requirements, questions, facts and answers changes nothing', () => {
    fc.assert(
      fc.property(world, fc.infiniteStream(fc.nat()), ({ edition, assessment }, dice) => {
        const shuffle = <T>(list: readonly T[]): T[] =>
          list
            .map((value) => ({ value, key: dice.next().value ?? 0 }))
            .sort((a, b) => a.key - b.key)
            .map(({ value }) => value);
        const shuffled: Edition = {
          ...edition,
          questionnaires: shuffle(edition.questionnaires).map((published) => ({
            ...published,
            document: {
              ...published.document,
              questions: shuffle(published.document.questions).map((question) => ({
                ...question,
                requirements: shuffle(question.requirements),
                modes: shuffle(question.modes),
              })),
            },
          })),
          gapModel: {
            ...edition.gapModel,
            document: {
              ...edition.gapModel.document,
              domains: shuffle(edition.gapModel.document.domains),
              requirements: shuffle(edition.gapModel.document.requirements),
            },
          },
        };
        const reordered = {
          ...assessment,
          facts: Object.fromEntries(shuffle(Object.entries(assessment.facts))),
          answers: Object.fromEntries(shuffle(Object.entries(assessment.answers))),
        };
        expect(JSON.stringify(score(shuffled, reordered))).toBe(
          JSON.stringify(score(edition, assessment)),
        );
      }),
      settings,
    );
  });

  test('4: one counted mandatory requirement below target is never clear', () => {
    let below = 0;
    fc.assert(
      fc.property(world, ({ edition, assessment }) => {
        const { gate, requirements } = score(edition, assessment);
        const short = requirements.filter(
          ({ countsInGate, obligation, level, target }) =>
            countsInGate && obligation === 'mandatory' && level !== null && level.hi < target,
        );
        below += short.length > 0 ? 1 : 0;
        expect(short.length === 0 || gate.status === 'blocked').toBe(true);
        for (const { id } of short) expect(gate.blockers).toContain(id);
      }),
      settings,
    );
    expect(below).toBeGreaterThan(RUNS / 50);
  });

  test('5: lo and the greatest losses, hi and the least losses, each add to one exactly', () => {
    fc.assert(
      fc.property(world, ({ edition, assessment }) => {
        const { overall, requirements } = score(edition, assessment);
        if (overall === null) return;
        const losses = requirements.flatMap(({ loss }) => loss ?? []);
        expect(overall.lo + losses.reduce((sum, loss) => sum + loss.hi, 0)).toBe(overall.of);
        expect(overall.hi + losses.reduce((sum, loss) => sum + loss.lo, 0)).toBe(overall.of);
      }),
      settings,
    );
  });

  test('6: what was exported as JSON gives the identical figures', () => {
    fc.assert(
      fc.property(world, ({ edition, assessment }) => {
        const exported = JSON.stringify({ edition: edition.id, ...assessment });
        const { edition: again, ...sheet } = readAnswerSheet(
          JSON.parse(exported),
          {},
          { ids: [edition.id], load: () => edition },
        );
        const once = JSON.stringify(resultJson(score(edition, assessment)));
        expect(JSON.stringify(resultJson(score(again, sheet)))).toBe(once);
      }),
      settings,
    );
  });

  test('7: the same frozen input gives the same result, and stays as it was', () => {
    fc.assert(
      fc.property(world, ({ edition, assessment }) => {
        deepFreeze(assessment);
        deepFreeze(edition);
        const copy = structuredClone(edition);
        const first = JSON.stringify(score(edition, assessment));
        expect(JSON.stringify(score(edition, assessment))).toBe(first);
        expect(JSON.stringify(score(copy, structuredClone(assessment)))).toBe(first);
      }),
      { ...settings, numRuns: RUNS / 4 },
    );
  });

  test('該当しない takes the requirement out, as if the edition did not have it', () => {
    let left = 0;
    fc.assert(
      fc.property(world, ({ edition, assessment }) => {
        const result = score(edition, assessment);
        const gone = result.requirements.filter(({ applicable }) => applicable === false);
        if (gone.length === 0 || gone.length === result.requirements.length) return;
        left += 1;
        const rest = score(without(edition, new Set(gone.map(({ id }) => id))), assessment);
        expect(rest.overall).toEqual(result.overall);
        expect(rest.gate).toEqual(result.gate);
        expect(rest.domains).toEqual(result.domains);
        for (const { id } of gone) {
          expect([...result.gate.blockers, ...result.gate.undetermined]).not.toContain(id);
        }
      }),
      settings,
    );
    expect(left).toBeGreaterThan(RUNS / 10);
  });

  test('a mandatory requirement without a condition is always applicable', () => {
    fc.assert(
      fc.property(world, ({ edition, assessment }) => {
        const { requirements } = described(edition).gapModel;
        const fixed = new Set(
          requirements
            .filter((entry) => entry.obligation === 'mandatory' && entry.condition === null)
            .map(({ id }) => id),
        );
        const missing = score(edition, assessment).requirements.filter(
          ({ id, applicable }) => fixed.has(id) && applicable !== true,
        );
        expect(missing).toEqual([]);
      }),
      settings,
    );
  });
});

/** What is less certain in `after` than in `before`. */
function widened(before: Result, after: Result): string[] {
  const faults = broken(before, after, (outer, inner) => within(inner, outer));
  for (const [at, { id, level }] of after.requirements.entries()) {
    const earlier = before.requirements[at]?.level ?? null;
    if (level === null) continue;
    if (earlier === null) faults.push(`${id} came back`);
    else if (level.lo < earlier.lo || level.hi > earlier.hi) faults.push(`${id} is wider`);
  }
  const { status } = before.gate;
  if (status !== 'undetermined' && after.gate.status !== status) faults.push(`${status} changed`);
  return faults;
}

function answered(assessment: Assessment, more: Record<string, Answer>): Assessment {
  return { ...assessment, answers: { ...assessment.answers, ...more } };
}

function isOpen(answer: Answer | undefined): boolean {
  return answer === undefined || 'unknown' in answer;
}

type Known = Extract<Answer, { level: unknown }>;

function isBelow4(entry: [string, Answer | undefined]): entry is [string, Known] {
  return entry[1] !== undefined && 'level' in entry[1] && entry[1].level < 4;
}

function above(level: number): Known['level'][] {
  return ([1, 2, 3, 4] as const).filter((higher) => higher > level);
}

function deepFreeze(value: unknown): void {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return;
  Object.freeze(value);
  for (const part of Object.values(value)) deepFreeze(part);
}
