import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type pg from 'pg';
import { z } from 'zod';
import { connectionOf, connectOwner, type Login } from './client.server.ts';
import { DatabaseError, scrubbed } from './database-error.ts';

// The only doors to the database. Each opens one transaction and hands over a branded value: a verb
// that wants a CompanyTx cannot be called with another door's transaction, nor with a connection.

type Queries = Pick<
  NodePgDatabase,
  'select' | 'selectDistinct' | 'selectDistinctOn' | 'insert' | 'update' | 'delete' | 'execute'
>;
declare const door: unique symbol;
type Through<Door extends string> = Queries & { readonly [door]: Door };

/** Sees one company's rows, as one person, for at most 60 s. */
export type CompanyTx = Through<'company'>;
/** Sees one consultancy's rows: its name and the summaries of its clients. */
export type ConsultancyTx = Through<'consultancy'>;
/** Sees one association's rows; no company's. */
export type AssociationTx = Through<'association'>;
/** Sees accounts, sessions and messages; no company's rows. */
export type AuthTx = Through<'auth'>;
/** Works in the background through the functions made for it; sees no tenant's rows. */
export type WorkerTx = Through<'worker'>;
/** Computes what is published for associations from what companies released; sees nothing else. */
export type AggregatorTx = Through<'aggregator'>;
/** Sees what is published for one association, or for those that one company belongs to; nothing else. */
export type PublishedTx = Through<'published'>;
/** Sees only what belongs to no tenant: published content. */
export type SystemTx = Through<'system'>;
/** Publishes content as the owner of the tables; the running app never holds one. */
export type OwnerTx = Through<'owner'>;
export type AnyTx =
  | CompanyTx
  | ConsultancyTx
  | AssociationTx
  | AuthTx
  | WorkerTx
  | AggregatorTx
  | PublishedTx
  | SystemTx
  | OwnerTx;

/** A signed-in person: the digest that their cookie's token gives (db/session-token.ts). */
export type Session = { readonly contextDigest: string };
/** A person at work in one company. */
export type Member = Session & { readonly companyId: string };
/** A person at work in one consultancy, or in one association. */
export type Consultant = Session & { readonly consultancyId: string };
export type Officer = Session & { readonly associationId: string };

/** The session ended, or the access to this company was taken back (or never stood): answer "not found". */
export class NoAccess extends Error {
  override readonly name = 'NoAccess';
  readonly reason = 'no-access';
}

/**
 * Works inside one company. Throws NoAccess where `ctx.open` grants nothing: a guard has asked before,
 * so it is the rare case that a session ended or an access was revoked since. Whatever `work` returns
 * is committed; whatever it throws rolls back, and the driver's errors come out as DatabaseError.
 */
export async function withCompany<T>(
  member: Member,
  work: (tx: CompanyTx) => Promise<T>,
): Promise<T> {
  return transaction('app', (client) => openTenant(client, company(member)), work);
}

/** Works inside one consultancy; NoAccess also where the session has not reached level 2. */
export async function withConsultancy<T>(
  consultant: Consultant,
  work: (tx: ConsultancyTx) => Promise<T>,
): Promise<T> {
  return transaction('app', (client) => openTenant(client, consultancy(consultant)), work);
}

/** Works inside one association; NoAccess also where the session has not reached level 2. */
export async function withAssociation<T>(
  officer: Officer,
  work: (tx: AssociationTx) => Promise<T>,
): Promise<T> {
  return transaction('app', (client) => openTenant(client, association(officer)), work);
}

/**
 * Registers `companyId` (a fresh random one) as a new tenant owned by the session's account and works
 * inside it, in one transaction: without `foundCompany` in `work` nothing of it remains reachable.
 */
export async function withNewCompany<T>(
  member: Member,
  work: (tx: CompanyTx) => Promise<T>,
): Promise<T> {
  return transaction('app', (client) => foundTenant(client, company(member)), work);
}

/** The same for a consultancy; its founder needs a session of level 2. */
export async function withNewConsultancy<T>(
  consultant: Consultant,
  work: (tx: ConsultancyTx) => Promise<T>,
): Promise<T> {
  return transaction('app', (client) => foundTenant(client, consultancy(consultant)), work);
}

/** The same for an association. */
export async function withNewAssociation<T>(
  officer: Officer,
  work: (tx: AssociationTx) => Promise<T>,
): Promise<T> {
  return transaction('app', (client) => foundTenant(client, association(officer)), work);
}

/** Works on accounts, sessions, links, counters and messages. */
export async function withAuth<T>(work: (tx: AuthTx) => Promise<T>): Promise<T> {
  return transaction('auth', begin, work);
}

/** Works in the background: anchors, erasures that are due. */
export async function withWorker<T>(work: (tx: WorkerTx) => Promise<T>): Promise<T> {
  return transaction('app_worker', begin, work);
}

/** Computes what is published for associations. */
export async function withAggregator<T>(work: (tx: AggregatorTx) => Promise<T>): Promise<T> {
  return transaction('agg', begin, work);
}

/** Reads what is published, as an officer of an association or as a person of a member company. */
export async function withPublished<T>(
  reader: Member | Officer,
  work: (tx: PublishedTx) => Promise<T>,
): Promise<T> {
  const tenant = 'companyId' in reader ? company(reader) : association(reader);
  return transaction('app_assoc', (client) => openTenant(client, tenant), work);
}

/** Works on what belongs to no tenant. There is no capability, so every tenant table is empty here. */
export async function withSystem<T>(work: (tx: SystemTx) => Promise<T>): Promise<T> {
  return transaction('app', begin, work);
}

/**
 * Works for a person who opens a company on the way: what they do first (taking an invitation) may be
 * what lets them in. `enter` is the company's door inside the same transaction.
 */
export async function withSession<T>(
  session: Session,
  work: (tx: SystemTx, enter: (companyId: string) => Promise<CompanyTx>) => Promise<T>,
): Promise<T> {
  let connection: pg.ClientBase | undefined;
  const remembering = (client: pg.ClientBase) => begin((connection = client));
  return transaction<'system', T>('app', remembering, (tx) =>
    work(tx, async (companyId) => {
      if (!connection) throw new Error('The transaction has not begun.');
      await openTenant(connection, company({ ...session, companyId }), '');
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the same transaction, now with a capability
      return tx as unknown as CompanyTx;
    }),
  );
}

/** Works as the owner of the tables: for publishing content at start and from the command line. */
export async function withOwner<T>(
  ownerUrl: string,
  work: (tx: OwnerTx) => Promise<T>,
): Promise<T> {
  const client = await connectOwner(ownerUrl).catch(rethrowScrubbed);
  try {
    return await inTransaction(
      client,
      async () => ({
        underway: client.query('begin; set local role owner_ddl; set local lock_timeout = 5000'),
      }),
      work,
      () => {},
    );
  } finally {
    await client.end();
  }
}

const begin = async (client: pg.ClientBase) => ({ underway: client.query('begin') });

/** A tenant as SQL names it: the functions that open and register it, and their arguments. */
type Tenant = { open: string; found: string; arguments: string };

const company = (member: Member): Tenant => ({
  open: 'ctx.open',
  found: 'ctx.found',
  arguments: `${digest(member)}, ${uuid(member.companyId)}`,
});
const consultancy = (consultant: Consultant): Tenant => ({
  open: 'ctx.open_consultancy',
  found: 'ctx.found_consultancy',
  arguments: `${digest(consultant)}, ${uuid(consultant.consultancyId)}`,
});
const association = (officer: Officer): Tenant => ({
  open: 'ctx.open_association',
  found: 'ctx.found_association',
  arguments: `${digest(officer)}, ${uuid(officer.associationId)}`,
});

async function foundTenant(client: pg.ClientBase, tenant: Tenant) {
  const found = `begin; select ${tenant.found}(${tenant.arguments}) as answer`;
  if ((await lastAnswer(client, found)) !== true) throw new NoAccess();
  return openTenant(client, tenant, '');
}

// `begin` and `ctx.open` in one round trip; then the capability as a literal, which (unlike
// set_config) also reaches the workers of a distributed server.
async function openTenant(client: pg.ClientBase, tenant: Tenant, start = 'begin; ') {
  const open = `${start}select ${tenant.open}(${tenant.arguments}) as answer`;
  const capability = await lastAnswer(client, open);
  if (capability === null) throw new NoAccess();
  if (typeof capability !== 'string' || !CAPABILITY.test(capability))
    throw new Error('ctx.open answered with something that is not a capability.');
  return { underway: client.query(`set local app.capability = '${capability}'`) };
}

const UUID = '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}';
const CAPABILITY = new RegExp(
  `^(?:company|consultancy|association)\\.${UUID}\\.(?:ro|rw)\\.[a-z]+\\.${UUID}\\.(?:-|${UUID})\\.[a-z,-]*\\.[A-L]*\\.[01]\\.[0-9]{10}\\.[0-9a-f]{64}$`,
);

const digest = ({ contextDigest }: Session) => literal(/^[0-9a-f]{64}$/, contextDigest);
const uuid = (id: string) => literal(new RegExp(`^${UUID}$`), id);

// What is no digest or no id can open nothing: the same answer as for an unknown one.
function literal(shape: RegExp, text: string): string {
  if (!shape.test(text)) throw new NoAccess();
  return `'${text}'`;
}

/** The first column of the last statement's row; node-postgres returns one result per statement. */
async function lastAnswer(client: pg.ClientBase, text: string): Promise<unknown> {
  const one: unknown = await client.query(text);
  return answers.parse(one).at(-1)?.rows[0]?.answer;
}

const answers = z
  .union([z.array(z.unknown()), z.unknown().transform((one) => [one])])
  .pipe(z.array(z.object({ rows: z.array(z.object({ answer: z.unknown() })) })));

/** The opening statement, sent and on its way: the work of the transaction need not wait for its answer. */
type Opening = { underway: Promise<unknown> };

async function transaction<Door extends string, T>(
  login: Login,
  open: (client: pg.ClientBase) => Promise<Opening>,
  work: (tx: Through<Door>) => Promise<T>,
): Promise<T> {
  const client = await connectionOf(login).catch(rethrowScrubbed);
  let lost: Error | undefined;
  const remember = (error: Error) => (lost = error);
  client.on('error', remember); // a connection that dies between two statements must not end the process
  try {
    return await inTransaction(client, () => open(client), work, remember);
  } finally {
    client.off('error', remember);
    client.release(lost);
  }
}

async function inTransaction<Door extends string, T>(
  client: pg.ClientBase,
  open: () => Promise<Opening>,
  work: (tx: Through<Door>) => Promise<T>,
  giveUp: (lost: Error) => void,
): Promise<T> {
  const queries = untilOver(client);
  try {
    const { underway } = await open();
    // The statements of `work` follow the opening one on the wire; should that fail, they fail too.
    const [, result] = await Promise.all([underway, work(branded<Door>(queries.client))]);
    const { command } = await client.query('commit');
    // After a swallowed error COMMIT answers ROLLBACK: saying "saved" then would be a lie.
    if (command !== 'COMMIT') throw new DatabaseError('rolled-back');
    return result;
  } catch (thrown) {
    const error = scrubbed(thrown);
    // Behind a statement that hangs a rollback would only wait: such a connection is thrown away.
    if (error instanceof DatabaseError && error.reason === 'unavailable') giveUp(error);
    else await client.query('rollback').catch(giveUp);
    throw error instanceof Response ? responseThrown() : error;
  } finally {
    queries.end();
  }
}

const responseThrown = () =>
  new TypeError('A Response was thrown inside a transaction: return a value, and answer outside.');

/** The connection as long as its transaction lasts: a `tx` kept for later must not meet the next person's. */
function untilOver(client: pg.ClientBase): { client: unknown; end: () => void } {
  let over = false;
  const query: unknown = (...args: Parameters<typeof client.query>) => {
    if (over) throw new Error('This transaction is over: do all its work inside the door.');
    return client.query(...args);
  };
  return { client: { query }, end: () => void (over = true) };
}

// The one place where a brand is given; it exists for the compiler alone.
function branded<Door extends string>(client: unknown): Through<Door> {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- drizzle calls nothing but query()
  const queries: unknown = drizzle({ client: client as pg.PoolClient });
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a brand has no value to check
  return queries as Through<Door>;
}

function rethrowScrubbed(error: unknown): never {
  throw scrubbed(error);
}
