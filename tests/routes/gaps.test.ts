import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { gaps as texts } from '#app/messages/gaps.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { standingOf } from '#assessments/standing.ts';
import { newestEdition } from '../setup/newest-edition.ts';
import { factFields, facts, saveAll, type Place } from '../setup/answers.ts';
import { openApp, type App } from '../setup/app.ts';
import { plain } from '../setup/form.ts';
import {
  fillProfile,
  foundCompany,
  signUp,
  startAssessment,
  type Person,
} from '../setup/people.ts';

// The filters of the gaps page against the engine's own gaps, and an answer in each of its five words.

const edition = newestEdition;
const reason = '資本関係のある会社がないため';
const answers = {
  'A-01.level': { level: 1 },
  'A-02.level': { unknown: true },
  'A-03.level': { level: 4 },
  'C-02.level': { level: 0 },
  'B-08.level': { notApplicable: reason },
} as const;
// Whether B-08 applies stays open: that fact is not given.
const { hasParentOrGroup: _left, ...known } = facts;
const { hasParentOrGroup: _open, ...knownFields } = factFields;
const given = { stage: 'application', mode: 'standard', facts: known, answers } as const;
const { gaps } = standingOf(edition, given);

let app: App;
let person: Person;
let place: Place;
beforeAll(async () => {
  app = await openApp();
  person = await signUp(app);
  const org = await foundCompany(person);
  await fillProfile(person, org, knownFields);
  place = { org, assessment: await startAssessment(person, org) };
  await saveAll(person, place, answers);
});
afterAll(async () => {
  person.visitor.close();
  await app.close();
});

async function gapsPage(search: Record<string, string>) {
  const path = `/o/${place.org}/assessments/${place.assessment}/gaps`;
  const { status, text } = await person.visitor.get(
    `${path}?${new URLSearchParams(search).toString()}`,
  );
  expect(status).toBe(200);
  return text;
}

const rowsOf = (html: string) =>
  [...html.matchAll(/<details\b[^>]*\bid="([A-L]-\d\d)"/g)].map(([, id]) => id);

type Gap = (typeof gaps)[number];
const title = (gap: Gap) =>
  indexEdition(edition).requirementById.get(gap.id)?.requirement.title.ja ?? '';

const filters: [string, Record<string, string>, (gap: Gap) => boolean][] = [
  ['no filter', {}, () => true],
  ['a domain', { domain: 'C' }, ({ id }) => id.startsWith('C')],
  [
    'what is mandatory',
    { obligation: 'mandatory' },
    (gap) => gap.requirement.obligation === 'mandatory',
  ],
  [
    'what is advised',
    { obligation: 'recommended' },
    (gap) => gap.requirement.obligation === 'recommended',
  ],
  ['what decides the state', { gate: 'in' }, (gap) => gap.requirement.countsInGate],
  ['what does not decide it', { gate: 'out' }, (gap) => !gap.requirement.countsInGate],
  ['what is below target', { certainty: 'definite' }, (gap) => gap.certainty === 'definite'],
  ['what is open', { certainty: 'open' }, (gap) => gap.certainty === 'open'],
  ['a number in full-width characters', { q: 'ｃ－０２' }, ({ id }) => id === 'C-02'],
  [
    'a domain, its bearing and its certainty at once',
    { domain: 'A', gate: 'in', certainty: 'open' },
    (gap) => gap.id.startsWith('A') && gap.requirement.countsInGate && gap.certainty === 'open',
  ],
  [
    'values that do not exist, which count as none',
    { domain: 'Z', gate: 'x', obligation: 'y' },
    () => true,
  ],
];

describe('the gaps page', () => {
  test.each(filters)(
    'lists by %s what the engine says, in its order',
    async (_name, search, passes) => {
      const wanted = gaps.filter(passes).map(({ id }) => id);
      expect(wanted.length).toBeGreaterThan(0);
      const html = await gapsPage(search);
      expect(rowsOf(html)).toEqual(wanted);
      expect(plain(html)).toContain(texts.ja.shown(wanted.length));
    },
  );

  test('the filters differ from one another and from none (the control)', () => {
    const lists = filters.slice(0, -1).map(([, , passes]) => gaps.filter(passes).length);
    expect(Math.max(...lists.slice(1))).toBeLessThan(lists[0] ?? 0);
  });

  test('words are found in titles, all of them must occur, and the search stays in its field', async () => {
    const [first] = gaps;
    if (!first) throw new Error('There is no gap.');
    const html = await gapsPage({ q: title(first) });
    expect(rowsOf(html)).toContain(first.id);
    expect(html).toContain(`value="${title(first)}"`);
    const nothing = await gapsPage({ q: `${title(first)} ありえない言葉` });
    expect(rowsOf(nothing)).toEqual([]);
    expect(plain(nothing)).toContain(texts.ja.nothing);
  });

  test('an answer 該当しない is shown as such, with its reason, and not as unanswered', async () => {
    const html = await gapsPage({ open: 'B-08' });
    const row = plain(/<details\b[^>]*\bid="B-08"[\s\S]*?<\/details>/.exec(html)?.[0] ?? '');
    expect(row).toContain(texts.ja.reasons.condition);
    expect(row).toContain(`${texts.ja.answer}${texts.ja.answers.notApplicable}`);
    expect(row).toContain(reason);
    expect(row).toContain(person.name);
    expect(row).not.toContain(texts.ja.answers.unanswered);
  });

  test('the other kinds of answer keep their own words (the control)', async () => {
    const html = await gapsPage({});
    const row = (id: string) =>
      plain(new RegExp(`<details\\b[^>]*\\bid="${id}"[\\s\\S]*?</details>`).exec(html)?.[0] ?? '');
    expect(row('A-02')).toContain(`${texts.ja.answer}${texts.ja.answers.unknown}`);
    expect(row('C-01')).toContain(`${texts.ja.answer}${texts.ja.answers.unanswered}`);
  });
});
