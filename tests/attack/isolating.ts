import { Client } from 'pg';
import { associationOf, atLevel2, consultancyOf } from '../db/organisations.ts';
import { companyOf, grantAccess, openWorld, signedIn } from '../db/world.ts';
import { readCatalog, TENANT_COLUMNS, type Catalog } from './catalog.ts';
import { fuzz, type FuzzReport, type Fuzzing } from './fuzzing.ts';
import type { Attacker } from './grammar-query.ts';
import { isFull } from './random.ts';
import { dropChecks, fingerprints, foreignIds, liftWatch, plantRows, type Ids } from './plant.ts';

/** Inside which transaction the statements run. */
export type Inside = 'company' | 'reader' | 'consultancy' | 'association';

/** Who runs them: the application, or one of the two logins of the association’s view. */
export type Login = 'app' | 'app_assoc' | 'agg';

const OPENERS: Record<Inside, string> = {
  company: 'ctx.open',
  reader: 'ctx.open',
  consultancy: 'ctx.open_consultancy',
  association: 'ctx.open_association',
};

export type FuzzWorld = Awaited<ReturnType<typeof openFuzzWorld>>;

/**
 * Three foreign tenants of each kind full of canaries, and an attacker who owns one of each.
 * @param given columns that the attacker is given anyway
 */
export async function openFuzzWorld(given: readonly string[] = []) {
  const world = await openWorld();
  const { superuser } = world;
  const owner = await atLevel2(world, await signedIn('攻撃者'));
  const company = await companyOf(owner);
  const consultancy = await consultancyOf(owner);
  const association = await associationOf(owner);
  const own: Ids = {
    company_id: company.companyId,
    consultancy_id: consultancy.consultancyId,
    association_id: association.associationId,
    account_id: owner.accountId,
  };
  // Reads the owner's company and nothing else: what they own, this person must not change.
  const reader = await signedIn('読むだけの人');
  await grantAccess(world, company, reader, { canWrite: false });
  const foreign = [0, 1, 2].map(foreignIds);
  await dropChecks(superuser);
  await liftWatch(superuser);
  const catalog = await readCatalog(superuser);
  const plantOwn = () =>
    plantRows(superuser, catalog, {
      ids: own,
      word: 'OWN',
      isForeign: false,
      attacker: owner.accountId,
    });
  for (const ids of foreign) {
    await plantRows(superuser, catalog, {
      ids,
      word: 'CANARY',
      isForeign: true,
      attacker: owner.accountId,
      given,
    });
  }
  await plantOwn();
  await superuser.query('analyze');
  return { ...world, catalog, own, foreign, owner, reader, plantOwn };
}

/**
 * Fuzzes in rounds; after each the rows of all others must stand as they stood, and the attacker's own
 * are tidied up, so that the tables stay small.
 * @param inside `nothing`: without a capability
 */
export async function attackFrom(
  world: FuzzWorld,
  inside: Inside | 'nothing',
  given: { count: number; seed: number; login?: Login; asSuperuser?: boolean; lanes?: number },
): Promise<FuzzReport & { changed: string[] }> {
  const { superuser, own, foreign, owner, reader } = world;
  const login = given.login ?? 'app';
  const catalog = login === 'app' ? world.catalog : await readCatalog(superuser, login);
  const person = inside === 'reader' ? reader : owner;
  const attacker: Attacker = { digest: person.contextDigest, own, foreign };
  const lanes = given.lanes ?? (isFull ? 4 : 2);
  const { capability, close } = await opener(world, inside, login);
  // Only who writes in a tenant of theirs may change its rows.
  const writes = login === 'app' && inside !== 'reader';
  const of = { own: writes ? [own] : [], isProtected: writes ? foreign : [...foreign, own] };
  await tidy(world);
  const before = await fingerprints(superuser, catalog, of);
  const total: FuzzReport & { changed: string[] } = {
    statements: 0,
    executed: 0,
    malformed: 0,
    kinds: { query: 0, write: 0, call: 0, context: 0 },
    hits: [],
    changed: [],
  };
  const perLane = 500;
  const url = given.asSuperuser ? world.ownerUrl : urlOf(world, login);
  const common = { url, catalog, attacker, capability, commits: !given.asSuperuser };
  try {
    for (let round = 0; total.statements < given.count && isQuiet(total, given); round += 1) {
      const left = given.count - total.statements;
      const jobs = Array.from({ length: lanes }, (_, lane): Fuzzing => {
        const seed = given.seed + 7919 * (round * lanes + lane);
        return { ...common, seed, count: Math.min(perLane, Math.ceil(left / lanes)) };
      });
      for (const report of await Promise.all(jobs.map(fuzz))) add(total, report);
      total.changed.push(
        ...differences(catalog, before, await fingerprints(superuser, catalog, of)),
      );
      if (!given.asSuperuser) await tidy(world);
    }
  } finally {
    await close();
  }
  return total;
}

export function urlOf({ appUrl, assocUrl, aggUrl }: FuzzWorld, login: Login): string {
  return { app: appUrl, app_assoc: assocUrl, agg: aggUrl }[login];
}

/** Capabilities as a request gets them: through a connection of the login itself, where it may open one. */
export async function opener(world: FuzzWorld, inside: Inside | 'nothing', login: Login) {
  if (inside === 'nothing')
    return { capability: () => Promise.resolve(''), close: () => Promise.resolve() };
  const client = new Client({ connectionString: urlOf(world, login === 'agg' ? 'app' : login) });
  await client.connect();
  const person = inside === 'reader' ? world.reader : world.owner;
  const id = inside === 'reader' ? world.own.company_id : world.own[`${inside}_id`];
  const open = async () => {
    const { rows } = await client.query<{ answer: string | null }>(
      `select ${OPENERS[inside]}($1, $2) as answer`,
      [person.contextDigest, id],
    );
    return rows[0]?.answer ?? '';
  };
  // One connection for all lanes: they take turns.
  let last = Promise.resolve('');
  const capability = () => (last = last.then(open));
  if ((await capability()) === '') throw new Error(`The ${inside} does not open.`);
  return { capability, close: () => client.end() };
}

// One round with a leak says it all; the control counts on.
const isQuiet = (
  { hits, changed }: { hits: unknown[]; changed: unknown[] },
  { asSuperuser }: { asSuperuser?: boolean },
) => asSuperuser === true || (hits.length === 0 && changed.length === 0);

function add(total: FuzzReport, { statements, executed, malformed, kinds, hits }: FuzzReport) {
  total.statements += statements;
  total.executed += executed;
  total.malformed += malformed;
  for (const kind of ['query', 'write', 'call', 'context'] as const)
    total.kinds[kind] += kinds[kind];
  total.hits.push(...hits);
}

/** Rows of others that are gone or changed; in tables of tenants, also rows that were put among them. */
function differences(
  catalog: Catalog,
  before: Map<string, Set<string>>,
  after: Map<string, Set<string>>,
): string[] {
  return [...before].flatMap(([table, stood]) => {
    const stands = after.get(table) ?? new Set();
    const lost = [...stood].filter((hash) => !stands.has(hash)).length;
    const hasTenant = catalog.tables.some(
      ({ name, columns }) =>
        name === table && columns.some((column) => TENANT_COLUMNS.some((it) => it === column.name)),
    );
    const added = hasTenant ? [...stands].filter((hash) => !stood.has(hash)).length : 0;
    return lost + added > 0 ? [`${table}: ${lost} rows changed or gone, ${added} put in`] : [];
  });
}

/** What the attacker wrote among their own rows goes; what they destroyed comes back. */
async function tidy({ superuser, catalog, own, foreign, plantOwn }: FuzzWorld): Promise<void> {
  await superuser.query('begin; set local session_replication_role = replica');
  for (const { name, columns, kind } of catalog.tables) {
    const tenant = TENANT_COLUMNS.find((it) => columns.some((column) => column.name === it));
    if (kind !== 'r' || !tenant) continue;
    // Without their ways in the attacker would be shut out of their own.
    const kept = name.startsWith('ctx.') ? [...foreign, own] : foreign;
    await superuser.query(`delete from ${name} where ${tenant} <> all ($1)`, [
      kept.map((ids) => ids[tenant]),
    ]);
  }
  await superuser.query('commit');
  await plantOwn();
}
