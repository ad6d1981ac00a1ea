import type { Publication } from '#assessments/disclosure/publication.ts';
import { standardLattice } from '#assessments/disclosure/standard-groups.ts';
import { withoutRequestMarks } from '../setup/alike.ts';
import type { App } from '../setup/app.ts';
import { foundOrganisation, reachLevel2, signUp } from '../setup/people.ts';
import { publishContributions } from '../setup/published-figures.ts';
import type { Answer } from '../setup/visitor.ts';
import type { HiddenCase, HiddenWorld } from './hidden-worlds.ts';

// The worlds of a hidden cell on a running application, and what is seen of them from outside.

// The same for all: keyed digests, and with them the noise, would differ from association to association.
export const lattice = standardLattice('association');

/** An association of its own for one world. */
export interface Place extends HiddenWorld {
  association: string;
  cell: string;
  publications: Publication[];
}

export interface Request {
  /** Below the association. */
  page: string;
  method?: 'HEAD';
  headers?: Record<string, string>;
}
export type Ask = (place: Place, request: Request) => Promise<Answer>;

/** Associations of one officer for every world of these cases, and a way to ask for their pages. */
export async function openPlaces(app: App, cases: readonly HiddenCase[]) {
  const officer = await signUp(app, '関 直人');
  await reachLevel2(app, officer);
  const places = new Map<HiddenCase, Place[]>();
  for (const one of cases) {
    const made: Place[] = [];
    for (const world of one.worlds) {
      const association = await foundOrganisation(officer, 'associations', '見本工業会');
      const { contributions } = world;
      const publications = await publishContributions(app, association, { lattice, contributions });
      made.push({ ...world, association, cell: one.cell, publications });
    }
    places.set(one, made);
  }
  // Pages show when things were done: at one time everywhere.
  await app.superuser.query(`
    update assoc.draft set asked_at = '2026-07-01', computed_at = '2026-07-02', released_at = '2026-07-03';
    update ctx.association_member set granted_at = '2026-01-01';
    analyze`);
  const { visitor } = officer;
  const cookies = (more: string) =>
    [...[...visitor.cookies].map(([name, value]) => `${name}=${value}`), more].join('; ');
  const ask: Ask = ({ association }, { page, method = 'GET', headers = {} }) =>
    visitor.raw(method, `/a/${association}${page && `/${page}`}`, {
      headers: { ...headers, ...(headers['cookie'] && { cookie: cookies(headers['cookie']) }) },
    });
  return {
    ask,
    of: (one: HiddenCase): Place[] => places.get(one) ?? [],
    all: () => [...places.values()].flat(),
    close: () => visitor.close(),
  };
}

/** Every way to ask for the figures, and for this cell of them. */
export function requestsFor(cell: string): Request[] {
  const named = encodeURIComponent(cell);
  const queries = ['', '?period=2026-Q1', '?period=2099-Q4', `?period=${named}`, `?cell=${named}`];
  const headers = [
    { 'if-none-match': '*' },
    { 'if-modified-since': 'Fri, 27 Nov 2026 00:00:00 GMT' },
    { range: 'bytes=0-99' },
    { cookie: 'language=ImVuIg%3D%3D' },
    { accept: 'application/json' },
  ];
  return [
    ...['figures', 'figures.data', 'figures.csv'].flatMap((page) =>
      queries.map((query) => ({ page: page + query })),
    ),
    ...[`figures/${cell}`, `figures/${named}.csv`, `figures.csv/${named}`].map((page) => ({
      page,
    })),
    ...['figures?pairs=all', 'publications', 'publications.data', '', '_.data'].map((page) => ({
      page,
    })),
    ...['figures', 'figures.csv'].flatMap((page): Request[] => [
      { page, method: 'HEAD' },
      ...headers.map((given) => ({ page, headers: given })),
    ]),
    // It has no nonce and no id: how small it becomes tells what is in it.
    { page: 'figures.csv', headers: { 'accept-encoding': 'gzip' } },
  ];
}

/** All of an answer but the day, the nonce and the id of the association. */
function seen({ status, headers, text }: Answer, { association }: Place): string {
  const { date: _, 'content-security-policy': policy, ...rest } = headers;
  return JSON.stringify([
    status,
    rest,
    String(policy).replaceAll(/'nonce-[^']*'/g, ''),
    Buffer.byteLength(text),
    withoutRequestMarks(text),
  ]).replaceAll(association, 'ID');
}

/** What answers otherwise in one of these associations than in the first. */
export async function unlike(
  places: readonly Place[],
  requests: readonly Request[],
  ask: Ask,
): Promise<string[]> {
  const found: string[] = [];
  for (const request of requests) {
    const answers: string[] = [];
    for (const place of places) answers.push(seen(await ask(place, request), place));
    if (new Set(answers).size > 1) found.push(request.page);
  }
  return found;
}

/** By the id of a cell, what it was computed from last; only the aggregating role knows it. */
export const stateOf = ({ publications }: Place) => publications.at(-1)?.state.cells ?? {};

export const sizeOf = (place: Place, cell: string): number =>
  Object.keys(stateOf(place)[cell]?.members ?? {}).length;
