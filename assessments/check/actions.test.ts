import { expect, test } from 'vitest';
import { check } from '../check.ts';
import { loadEdition, loadLibrary } from '../library.ts';
import { plant } from './plant.ts';

const library = loadLibrary();
const ACTIONS = 'actions/core@1';
const all = loadEdition('2026-11').actions.document.actions;

test('a requirement without an action and too few actions are reported', () => {
  const few = all.filter(
    (action) => !action.raises.some(({ requirement }) => requirement === 'C-01'),
  );
  const { problems } = check(plant(library, ACTIONS, ['actions'], few.slice(0, 40)));
  expect(problems).toContain(
    'gap-models/core/1.yaml: requirement C-01 (mandatory): no action raises it.',
  );
  expect(problems).toContain('actions/core/1.yaml: there are 40 actions; at least 50 are wanted.');
});

test('an action that covers more than four requirements is refused', () => {
  const raises = ['A-01', 'A-02', 'A-03', 'A-04', 'A-05'].map((requirement) => ({
    requirement,
    level: 2,
  }));
  const { problems } = check(plant(library, ACTIONS, ['actions', 0, 'raises'], raises));
  expect(problems[0]).toMatch(/^actions\/core\/1\.yaml: actions\.0\.raises: /);
});

test('buying rooms before an agency has a need is reported', () => {
  const id = all.find((action) => action.costCategories.includes('FAC'))?.id ?? '';
  const { problems } = check(plant(library, ACTIONS, ['actions', id, 'after'], []));
  expect(problems).toContain(
    `actions/core/1.yaml: action ${id}: buys rooms or equipment without waiting for A-01 at level 3 (an agency's need).`,
  );
});

test('money without a category, and a category without money, are reported', () => {
  const paid = all.find((action) => action.yen.hi > 0)?.id ?? '';
  const free = all.find((action) => action.yen.hi === 0)?.id ?? '';
  expect(
    check(plant(library, ACTIONS, ['actions', paid, 'costCategories'], [])).problems,
  ).toContain(
    `actions/core/1.yaml: action ${paid}: costs money outside but names no cost category.`,
  );
  expect(
    check(plant(library, ACTIONS, ['actions', free, 'costCategories'], ['TRN'])).problems,
  ).toContain(
    `actions/core/1.yaml: action ${free}: costs nothing outside but names cost categories.`,
  );
});

test('a condition that belongs to no requirement of the action is reported', () => {
  const id = all.find((action) => action.condition === undefined)?.id ?? '';
  const planted = plant(library, ACTIONS, ['actions', id, 'condition'], {
    fact: 'listed',
    eq: true,
  });
  expect(check(planted).problems).toContain(
    `actions/core/1.yaml: action ${id}: its condition is that of no requirement it raises.`,
  );
});
