import { save, type Place } from './answers.ts';
import type { App } from './app.ts';
import { formWith } from './form.ts';
import { expectStatus, joinCompany, signUp, startAssessment, type Person } from './people.ts';

// An assessment of the edition before, carried and signed, through the forms.

const inside = ({ org, assessment }: Place, page: string) =>
  `/o/${org}/assessments/${assessment}/${page}`;

/** As if it had been started before the newest edition was published: only a superuser can. */
export async function dateBack({ superuser }: Pick<App, 'superuser'>, place: Place): Promise<void> {
  await superuser.query(
    `update junbi.assessment set edition_id = '2026-11' where assessment_id = $1`,
    [place.assessment],
  );
}

/** Carries it into the next edition, or with `?again=1` into a new run; where the new one is. */
export async function carryOn({ visitor }: Person, place: Place, query = ''): Promise<Place> {
  const page = inside(place, 'next-edition') + query;
  const { fields } = formWith((await visitor.get(page)).text, 'edition');
  const carried = await visitor.post(page, fields);
  expectStatus(carried, 303);
  const [, assessment = ''] = /assessments\/([^/]+)/.exec(carried.location ?? '') ?? [];
  return { org: place.org, assessment };
}

export async function submit(person: Person, place: Place): Promise<void> {
  expectStatus(await person.visitor.post(inside(place, 'sign-off'), { intent: 'submit' }), 303);
}

export async function sign({ visitor }: Person, place: Place): Promise<void> {
  const page = inside(place, 'sign-off');
  const { fields } = formWith((await visitor.get(page)).text, 'expected');
  expectStatus(await visitor.post(page, fields), 303);
}

export async function reopen(person: Person, place: Place, reason: string): Promise<void> {
  const sent = { intent: 'reopen', reason };
  expectStatus(await person.visitor.post(inside(place, 'sign-off'), sent), 303);
}

/** The id of the newest signed result of an assessment. */
export async function signedResultOf({ visitor }: Person, place: Place): Promise<string> {
  const { text } = await visitor.get(inside(place, 'sign-off'));
  const [, id = ''] = /\/results\/([0-9a-f-]{36})/.exec(text) ?? [];
  return id;
}

/**
 * A run of the edition before that another person signed, and the next run that goes on from it: what is open
 * there can be carried into the next edition, submitted, and undone.
 */
export async function signedAndOn(
  app: App,
  owner: Person,
  org: string,
): Promise<Place & { signed: string; result: string }> {
  const before = { org, assessment: await startAssessment(owner, org, { mode: 'full' }) };
  await dateBack(app, before);
  await save(owner, before, 'A-02.level', { level: '1' });
  const declarer = await signUp(app, '署名 一');
  await joinCompany(app, { owner, org }, declarer, { role: 'declarer' });
  await submit(owner, before);
  await sign(declarer, before);
  declarer.visitor.close();
  const result = await signedResultOf(owner, before);
  return { ...(await carryOn(owner, before, '?again=1')), signed: before.assessment, result };
}

/** What is carried on or submitted takes no form any more: past all rules, puts it back to where all of them work. */
export async function openAgain(
  { superuser }: Pick<App, 'superuser'>,
  { assessment }: Place,
): Promise<void> {
  await superuser.query(
    `update junbi.assessment a set state = 'undone' from junbi.carrying c
      where c.company_id = a.company_id and c.assessment_id = a.assessment_id and c.from_assessment_id = $1`,
    [assessment],
  );
  await superuser.query(`update junbi.assessment set state = 'open' where assessment_id = $1`, [
    assessment,
  ]);
}
