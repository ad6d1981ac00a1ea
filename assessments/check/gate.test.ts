import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadLibrary } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const MODEL = 'gap-models/core@1';
const PLACE = 'gap-models/core/1.yaml: requirement';

test('a mandatory requirement outside the gate is reported', () => {
  const planted = plant(library, MODEL, ['requirements', 'C-01', 'countsInGate'], false);
  expect(check(planted).problems).toContain(
    `${PLACE} C-01: countsInGate is false, but mandatory requirements of the standard set count.`,
  );
});

test('ownership in the gate is reported', () => {
  const planted = plant(library, MODEL, ['requirements', 'B-01', 'countsInGate'], true);
  expect(check(planted).problems).toContain(
    `${PLACE} B-01: countsInGate is true, but expected requirements of the standard set do not count where they state ownership.`,
  );
});

test('another requirement that waits on an agency, or is a point to explain, is reported', () => {
  const waits = plant(library, MODEL, ['requirements', 'A-02', 'waitsOnAgency'], true);
  expect(check(waits).problems).toContain(`${PLACE} A-02: only A-01 waits on an agency.`);
  const explains = plant(library, MODEL, ['requirements', 'B-08', 'explains'], true);
  expect(check(explains).problems).toContain(
    `${PLACE} B-08: only B-01 to B-07 are points to explain.`,
  );
});

test('a mandatory requirement that may be set aside is reported', () => {
  const planted = plant(
    library,
    'questionnaires/facility@1',
    ['questions', 'C-01.level', 'allowsNotApplicable'],
    true,
  );
  expect(check(planted).problems).toContain(
    'questionnaires/facility/1.yaml: question C-01.level: allows "not applicable", but only recommended and conditional requirements may be set aside.',
  );
});

test('a mode that forgets what a smaller one asks is reported', () => {
  const planted = plant(
    library,
    'questionnaires/facility@1',
    ['questions', 'C-01.level', 'modes'],
    ['quick', 'full'],
  );
  const { problems } = check(planted);
  const place = 'questionnaires/facility/1.yaml: question C-01.level:';
  expect(problems).toContain(`${place} a smaller mode asks it, but standard does not.`);
  expect(problems).toContain(
    `${place} the mode standard and the standard set of the gap model differ.`,
  );
});

test('a post requirement whose level 3 does not accept a dry run is reported', () => {
  const planted = plant(
    library,
    'questionnaires/governance@1',
    ['questions', 'I-01.level', 'levels', 3],
    { ja: '計画のとおり検査している', en: 'Inspections follow the plan' },
  );
  const place = 'questionnaires/governance/1.yaml: question I-01.level, level 3:';
  expect(check(planted).problems).toEqual(
    expect.arrayContaining([
      `${place} the Japanese does not say that a recorded dry run (模擬運用の記録) counts.`,
      `${place} the English does not say that a recorded dry run counts.`,
    ]),
  );
});
