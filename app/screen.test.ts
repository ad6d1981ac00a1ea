import { expect, test } from 'vitest';
import { paths } from './paths.ts';
import { viewOf } from './screen.ts';

const [org, id] = ['00000000-0000-4000-8000-000000000001', '00000000-0000-4000-8000-0000000000a1'];

test.each([
  [paths.company(org), { screen: 'home', assessment: null, item: null }],
  [paths.profile(org), { screen: 'profile', assessment: null, item: null }],
  [paths.newAssessment(org), { screen: 'new', assessment: null, item: null }],
  [paths.gaps(org, id), { screen: 'gaps', assessment: id, item: null }],
  [paths.section(org, id, 'C'), { screen: 'sections', assessment: id, item: 'C' }],
  [
    paths.question(org, id, 'A-01.level'),
    { screen: 'questions', assessment: id, item: 'A-01.level' },
  ],
  [
    paths.evidence(org, id, 'A-01.level'),
    { screen: 'questions/evidence', assessment: id, item: 'A-01.level' },
  ],
  [`${paths.gaps(org, id)}.data`, { screen: 'gaps', assessment: id, item: null }],
])('the page %s is named by codes', (path, view) => {
  expect(viewOf(path)).toEqual(view);
});

test('what somebody types into an address does not reach the log', () => {
  expect(viewOf(`${paths.gaps(org, id)}/%E3%83%A1%E3%83%A2/a b/"x"`)).toEqual({
    screen: 'gaps',
    assessment: id,
    item: null,
  });
});
