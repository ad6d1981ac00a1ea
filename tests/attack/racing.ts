import { getCompany } from '#db/companies.ts';
import { DatabaseError } from '#db/database-error.ts';
import { listEngagements, revokeEngagement } from '#db/engagements.ts';
import { changeRole, leaveCompany, revokeMember } from '#db/members.ts';
import { leaveStaff, revokeStaff } from '#db/staff.ts';
import {
  NoAccess,
  withCompany,
  withConsultancy,
  type Consultant,
  type Member,
} from '#db/tenant.ts';
import { newToken } from '#db/session-token.ts';
import { acceptInvitation, invite } from '#db/invitations.ts';
import {
  atLevel2,
  companyOf,
  consultancyOf,
  engaged,
  signedIn,
  withRole,
  type Person,
  type World,
} from '../db/world.ts';

// Taking access back while it is used, and two owners who go at the same moment.

export function generator(seed: number) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

/** One way to take access back, and who loses it. */
type Ending = { name: string; loser: Member; revoke: () => Promise<unknown> };

export async function endings(
  world: World,
): Promise<{ endings: Ending[]; restore: () => Promise<void> }> {
  const owner = await companyOf(await signedIn('佐藤'));
  const hara = await atLevel2(world, await signedIn('原'));
  const office: Person & Consultant = { ...hara, ...(await consultancyOf(hara)) };
  const inside = await engaged(owner, office);
  const kimura = await atLevel2(world, await signedIn('木村'));
  await joined(office, kimura);
  const preparer = await signedIn('鈴木');
  const theirs = await withRole(owner, preparer, { role: 'preparer', sections: null });
  const [engagement] = await withCompany(owner, listEngagements);
  const engagementId = engagement?.engagementId ?? '';
  const ofKimura = { companyId: owner.companyId, contextDigest: kimura.contextDigest };
  const kimuraAtWork = { ...kimura, consultancyId: office.consultancyId };
  return {
    endings: [
      {
        name: 'an engagement revoked',
        loser: inside,
        revoke: () =>
          withCompany(owner, (tx) => revokeEngagement(tx, { engagementId, byName: '佐藤' })),
      },
      {
        name: 'a consultant put out of the consultancy',
        loser: ofKimura,
        revoke: () => withConsultancy(office, (tx) => revokeStaff(tx, kimura.accountId)),
      },
      {
        name: 'a consultant who leaves the consultancy',
        loser: ofKimura,
        revoke: () => withConsultancy(kimuraAtWork, leaveStaff),
      },
      {
        name: 'a member put out of the company',
        loser: theirs,
        revoke: () => withCompany(owner, (tx) => revokeMember(tx, preparer.accountId)),
      },
    ],
    restore: async () => {
      await world.superuser.query(`
        update ctx.engagement set revoked_at = null, revoked_by_name = null;
        update ctx.consultancy_member set revoked_at = null;
        update ctx.access set revoked_at = null;
        update auth.session set confirmed_at = now(), last_seen_at = now()`);
    },
  };
}

async function joined(office: Person & Consultant, person: Person): Promise<void> {
  const token = newToken();
  const text = { subject: '招待', bodyText: '本文' };
  await withConsultancy(office, (tx) =>
    invite(tx, {
      token,
      email: person.email,
      offer: { kind: 'consultant', role: 'member' },
      byName: '原',
      texts: { ja: text, en: text },
      locale: 'ja',
    }),
  );
  await acceptInvitation(person, { token, target: null, terms: null });
}

export type RaceReport = { before: number; after: number; late: number };

/**
 * Three readers read while the access is taken back. `late`: transactions that began after the
 * revocation was committed and still saw a row. `after`: those that saw none, as they should.
 */
export async function raceRevocation(
  { loser, revoke }: Ending,
  random: () => number,
): Promise<RaceReport> {
  const report: RaceReport = { before: 0, after: 0, late: 0 };
  let committed = Infinity;
  const reader = async () => {
    for (let left = 3; left > 0;) {
      const began = performance.now();
      const saw = await sees(loser);
      if (began > committed) {
        left -= 1;
        if (saw) report.late += 1;
        else report.after += 1;
      } else if (saw) report.before += 1;
    }
  };
  const readers = [reader(), reader(), reader()];
  await new Promise((resolve) => setTimeout(resolve, random() * 5));
  await revoke();
  committed = performance.now();
  await Promise.all(readers);
  return report;
}

const sees = (member: Member): Promise<boolean> =>
  withCompany(member, getCompany).then(
    () => true,
    (error: unknown) => {
      if (error instanceof NoAccess) return false;
      throw error;
    },
  );

/** The ways in which an owner stops being one, or makes another stop. */
const steps = (mine: Member, me: Person, them: Person) => [
  () => withCompany(mine, leaveCompany),
  () => withCompany(mine, (tx) => revokeMember(tx, them.accountId)),
  () => withCompany(mine, (tx) => changeRole(tx, me.accountId, { role: 'viewer', sections: null })),
];

/** Two owners of one company, each going in one of several ways at the same moment. */
export async function twoOwners(world: World) {
  const first = await signedIn('佐藤');
  const owner = await companyOf(first);
  const second = await signedIn('鈴木');
  const other = await withRole(owner, second, { role: 'owner', sections: null });
  const ofFirst = steps(owner, first, second);
  const ofSecond = steps(other, second, first);
  return {
    /** How many owners are left. */
    race: async (random: () => number): Promise<number> => {
      const going = [ofFirst, ofSecond].map((ways) => ways[Math.floor(random() * ways.length)]);
      await Promise.all(going.map(async (go) => go?.().catch(ifLost)));
      const { rows } = await world.superuser.query<{ n: number }>(
        `select count(*)::int as n from ctx.access where company_id = $1 and role = 'owner' and revoked_at is null`,
        [owner.companyId],
      );
      await world.superuser.query(
        `update ctx.access set role = 'owner', revoked_at = null where company_id = $1`,
        [owner.companyId],
      );
      await world.superuser.query(
        'update auth.session set confirmed_at = now(), last_seen_at = now()',
      );
      return rows[0]?.n ?? 0;
    },
  };
}

// The other one was quicker: the door is shut, or the database asks to try again.
function ifLost(error: unknown): void {
  if (!(error instanceof NoAccess || error instanceof DatabaseError)) throw error;
}

/** Rewrites functions of the database by a change of their text; returns what puts them back. */
export async function mutated(
  { superuser }: World,
  names: readonly string[],
  change: (definition: string) => string,
): Promise<() => Promise<void>> {
  const originals: string[] = [];
  for (const name of names) {
    const { rows } = await superuser.query<{ definition: string }>(
      'select pg_get_functiondef($1::regprocedure) as definition',
      [name],
    );
    const definition = rows[0]?.definition ?? '';
    const mutant = change(definition);
    if (mutant === definition) throw new Error(`The mutant of ${name} changes nothing.`);
    originals.push(definition);
    await superuser.query(mutant);
  }
  return async () => {
    for (const original of originals) await superuser.query(original);
  };
}
