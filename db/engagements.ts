import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { summarise } from './client-summaries.ts';
import { tellOwners, type Notices } from './notices.ts';
import { granted, type Granted } from './outcome.ts';
import { instant, rows } from './rows.ts';
import type { CompanyTx, ConsultancyTx } from './tenant.ts';

export const SCOPES = ['read', 'answer'] as const;
export type Scope = (typeof SCOPES)[number];

export const ENGAGEMENT_DAYS = { usual: 90, most: 366 } as const;

/** What a company lets a consultancy do. */
export type Terms = {
  scope: Scope;
  /** Null means all of them. */
  questionnaires: string[] | null;
  days: number;
};

export type Engagement = {
  engagementId: string;
  consultancyId: string;
  consultancyName: string;
  scope: Scope;
  questionnaires: string[] | null;
  startsAt: Date;
  endsAt: Date;
  revokedAt: Date | null;
  grantedByName: string;
  revokedByName: string | null;
  /** Whom it lets in now, by name. */
  people: string[];
};

const listed = z.strictObject({
  engagement_id: z.string(),
  consultancy_id: z.string(),
  consultancy_name: z.string().nullable(),
  scope: z.enum(SCOPES),
  questionnaires: z.array(z.string()).nullable(),
  starts_at: instant,
  ends_at: instant,
  revoked_at: instant.nullable(),
  granted_by_name: z.string(),
  revoked_by_name: z.string().nullable(),
  people: z.array(z.string()),
});

/** Every engagement that the company ever granted, newest first; empty for a consultant. */
export async function listEngagements(tx: CompanyTx): Promise<Engagement[]> {
  const found = await rows(tx, listed, sql`select * from ctx.engagements()`);
  return found.map((row) => ({
    engagementId: row.engagement_id,
    consultancyId: row.consultancy_id,
    consultancyName: row.consultancy_name ?? '',
    scope: row.scope,
    questionnaires: row.questionnaires,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    revokedAt: row.revoked_at,
    grantedByName: row.granted_by_name,
    revokedByName: row.revoked_by_name,
    people: row.people,
  }));
}

/**
 * A new term or other terms for a consultancy that was let in before; what it was engaged for ends with it.
 * For a confirmed owner. `engagementId` is a random id that the form carries: sent twice, it stands once.
 */
export async function grantEngagement(
  tx: CompanyTx,
  given: Terms & {
    engagementId: string;
    consultancyId: string;
    /** Now where it lies in the past or is not said. */
    startsAt: Date | null;
    byName: string;
    /** To every owner, in the same transaction. */
    notices?: Notices;
  },
): Promise<Granted> {
  const done = await granted(
    tx,
    sql`ctx.grant_engagement(${given.engagementId}, ${given.consultancyId}, ${given.scope},
          ${list(given.questionnaires)}, coalesce(${given.startsAt}::timestamptz, now()), ${given.days}::int, ${given.byName})`,
  );
  if (!done.ok) return done;
  await summarise(tx);
  if (given.notices) await tellOwners(tx, null, given.notices);
  return done;
}

/** Ends an engagement from the next transaction on. For a confirmed owner. */
export async function revokeEngagement(
  tx: CompanyTx,
  given: { engagementId: string; byName: string; notices?: Notices },
): Promise<Granted> {
  const ended = await granted(
    tx,
    sql`ctx.revoke_engagement(${given.engagementId}, ${given.byName})`,
  );
  if (ended.ok && given.notices) await tellOwners(tx, null, given.notices);
  return ended;
}

/** A consultancy gives a client up. For its confirmed owner. */
export async function resignEngagement(
  tx: ConsultancyTx,
  given: { clientId: string; byName: string; notices?: Notices },
): Promise<Granted> {
  const ended = await granted(tx, sql`ctx.resign_engagement(${given.clientId}, ${given.byName})`);
  if (ended.ok && given.notices) await tellOwners(tx, given.clientId, given.notices);
  return ended;
}

export type ActingEngagement = Pick<
  Engagement,
  'consultancyId' | 'consultancyName' | 'scope' | 'questionnaires' | 'endsAt'
>;

const acting = listed.pick({
  consultancy_id: true,
  consultancy_name: true,
  scope: true,
  questionnaires: true,
  ends_at: true,
});

/** For whom and how far the person works here; null for the company's own people. */
export async function actingEngagement(tx: CompanyTx): Promise<ActingEngagement | null> {
  const [row] = await rows(tx, acting, sql`select * from ctx.acting_engagement()`);
  if (!row) return null;
  return {
    consultancyId: row.consultancy_id,
    consultancyName: row.consultancy_name ?? '',
    scope: row.scope,
    questionnaires: row.questionnaires,
    endsAt: row.ends_at,
  };
}

/** An array as one parameter: drizzle would spread it. */
export const list = (values: readonly string[] | null) => sql`${sql.param(values)}::text[]`;
