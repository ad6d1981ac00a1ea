import { randomUUID } from 'node:crypto';
import { DatabaseError } from '#db/database-error.ts';
import {
  withAssociation,
  withCompany,
  withConsultancy,
  type AssociationTx,
  type CompanyTx,
  type Consultant,
  type ConsultancyTx,
  type Member,
  type Officer,
} from '#db/tenant.ts';
import type { Things } from './furnished.ts';
import type { Called, Thing } from './verbs.ts';

// What a verb answers when ids of its arguments are replaced, and where those answers differ.

class Undone extends Error {
  readonly answer: unknown;
  constructor(answer: unknown) {
    super('Rolled back.');
    this.answer = answer;
  }
}

export type Run = { answer: string; asked: Thing[] };
/** The door of one organisation, for one person. */
export type Inside<Tx> = (work: (tx: Tx) => Promise<never>) => Promise<never>;
export type Replaced = (thing: Thing, at: number) => string | undefined;

export const inCompany =
  (member: Member): Inside<CompanyTx> =>
  (work) =>
    withCompany(member, work);
export const inConsultancy =
  (consultant: Consultant): Inside<ConsultancyTx> =>
  (work) =>
    withConsultancy(consultant, work);
export const inAssociation =
  (officer: Officer): Inside<AssociationTx> =>
  (work) =>
    withAssociation(officer, work);

/** What the verb answers when the nth id is this one and all others are one's own; nothing stays. */
export async function answerOf<Tx>(
  call: Called<Tx>,
  inside: Inside<Tx>,
  own: Things,
  replaced: Replaced = () => undefined,
): Promise<Run> {
  const asked: Thing[] = [];
  const given: string[] = [];
  const id = (thing: Thing) => {
    const other = replaced(thing, asked.length);
    asked.push(thing);
    if (other !== undefined) given.push(other);
    return other ?? own[thing];
  };
  const work = inside(async (tx) => {
    throw new Undone(await call(tx, id));
  });
  const outcome = await work.catch((error: unknown) => {
    if (error instanceof Undone) return error.answer;
    if (error instanceof DatabaseError) return { failed: error.reason, code: error.code };
    throw error;
  });
  const text = JSON.stringify(outcome, mapped) ?? 'undefined';
  const answer = given.reduce((rest, one) => rest.replaceAll(one, 'ID'), text);
  return { answer: answer.replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'AT'), asked };
}

const mapped = (_key: string, value: unknown): unknown =>
  value instanceof Map ? [...value] : value;

/** Each single position, and all of them at once. */
const placesOf = (count: number): number[][] =>
  count === 0 ? [] : [...Array.from({ length: count }, (_, at) => [at]), [...Array(count).keys()]];

/** Where the answers differ, or tell something of the other organisation. */
export async function differences<Tx>(
  call: Called<Tx>,
  inside: Inside<Tx>,
  own: Things,
  foreign: Things,
): Promise<unknown[]> {
  const found: unknown[] = [];
  const { asked, answer } = await answerOf(call, inside, own);
  if (answer.includes('他社')) found.push({ places: [], answer });
  for (const places of placesOf(asked.length)) {
    const theirs = await answerOf(call, inside, own, (thing, at) =>
      places.includes(at) ? foreign[thing] : undefined,
    );
    const nobodys = await answerOf(call, inside, own, (_thing, at) =>
      places.includes(at) ? randomUUID() : undefined,
    );
    const tells = places.length === asked.length && /内々|他社/.test(theirs.answer);
    if (tells || theirs.answer !== nobodys.answer)
      found.push({ places, theirs: theirs.answer, nobodys: nobodys.answer });
  }
  return found;
}
