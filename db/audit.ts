import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { canonicalJson } from '#assessments/canonical-json.ts';
import type { AccountAction, Action, FieldsOf, SealedOf, Wanted } from './audit-actions.ts';
import { rows } from './rows.ts';
import type { AuthTx, CompanyTx, OwnerTx } from './tenant.ts';

/** What may stand in the log as it is: an id, a code, a number, or names of fields. */
type Plain = string | number | boolean | null | readonly string[];

/**
 * Writes the entry of what this transaction does into the company's access log; both stand or neither.
 * Call it once, after the change: a change without an entry is refused at commit (audit.expect_entry).
 * `target` is `kind/id`. Who acts, in which role and for whom comes from the capability.
 */
export async function record<A extends Action>(
  tx: CompanyTx,
  action: A,
  entry: {
    target: string;
    fields: { readonly [Field in FieldsOf<A>]: Plain };
    sealed: { readonly [Value in SealedOf<A>]: unknown };
  },
): Promise<void> {
  const sealed = Object.entries<unknown>(entry.sealed)
    .filter(([, value]) => value !== null && value !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const names = sealed.map(([name]) => name);
  const values = sealed.map(([, value]) => canonicalJson(value));
  await tx.execute(
    sql`select audit.append(${action}, ${entry.target}, ${canonicalJson(entry.fields)},
                            ${sql.param(names)}::text[], ${sql.param(values)}::text[])`,
  );
}

/** Writes that somebody inside the company was not allowed to do something. */
export async function recordRefusal(tx: CompanyTx, wanted: Wanted, target: string): Promise<void> {
  await record(tx, 'access.refused', { target, fields: { wanted }, sealed: {} });
}

/** Which screen of a company somebody from outside of it saw, and of which assessment. */
export async function recordView(
  tx: CompanyTx,
  view: { screen: string; assessment: string | null; item: string | null },
): Promise<void> {
  await record(tx, 'screen.viewed', { target: `screen/${view.screen}`, fields: view, sealed: {} });
}

const noted = z.strictObject({ noted: z.number() });

export type Factor = 'passkey' | 'one-time-codes' | 'recovery-codes';

/** A /24 or /48, never an address; `-` where none is known. */
export type Network = string;

/** Writes what happened to an account into the logs of the companies in which it has a role of its own. */
export async function recordAccount(
  tx: AuthTx | OwnerTx,
  accountId: string,
  action: Exclude<AccountAction, 'sign-in.failed'>,
  /** From where, and which factor, where it says something. */
  about: { network?: Network; factor?: Factor } = {},
): Promise<number> {
  const fields = canonicalJson(about);
  const [one] = await rows(
    tx,
    noted,
    sql`select audit.note_account(${accountId}, ${action}, ${fields}) as noted`,
  );
  return one?.noted ?? 0;
}

/**
 * Keeps a failed sign-in, for a known and an unknown address alike, so that the time tells nothing; within
 * a minute it stands in the logs of the account's companies (settleSignIns).
 */
export async function recordFailedSignIn(
  tx: AuthTx,
  email: string,
  network: Network,
): Promise<void> {
  await tx.execute(sql`select audit.note_failed_sign_in(${email}, ${network})`);
}
