import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { sameAddress, type Locale } from './accounts.ts';
import { list } from './engagements.ts';
import type { InvitationTexts } from './invitations.ts';
import { instant, rows } from './rows.ts';
import { tokenHashText } from './session-token.ts';
import type { AssociationTx, AuthTx } from './tenant.ts';

/** Addresses of a campaign, and days between two of them; the database holds to both. */
export const CAMPAIGN_LIMITS = { addresses: 200, days: 7 } as const;

/** How the addressees agreed to be written to, as the association says. */
export const PERMISSIONS = ['terms', 'asked', 'given'] as const;
export type Permission = (typeof PERMISSIONS)[number];

/** One of the addresses, with the token of its link and the message around it. */
export type Recipient = { email: string; token: string; texts: InvitationTexts };

export type CampaignDenied = 'not-allowed' | 'too-many' | 'too-soon' | 'nobody';
export type Started = { ok: true } | { ok: false; reason: CampaignDenied };

const started = z.strictObject({
  outcome: z.enum(['ok', 'not-allowed', 'too-many', 'too-soon', 'nobody']),
});

/**
 * Writes to those of the addresses that may be written to, for a confirmed owner; the same campaign a
 * second time changes nothing. `too-many`: over 200 addresses. `too-soon`: the last campaign is less than
 * 7 days old. `nobody`: each has opted out or was written to in the last 30 days.
 */
export async function startCampaign(
  tx: AssociationTx,
  given: {
    campaignId: string;
    recipients: readonly Recipient[];
    message: string;
    senderName: string;
    senderAddress: string;
    permission: Permission;
    /** A day, `YYYY-MM-DD`. */
    permittedSince: string;
    byName: string;
    locale: Locale;
  },
): Promise<Started> {
  const recipients = given.recipients.map(({ email, token, texts }) => ({
    email: sameAddress(email),
    tokenHash: tokenHashText(token),
    texts,
  }));
  const [one] = await rows(
    tx,
    started,
    sql`select ctx.start_campaign(${given.campaignId}, ${JSON.stringify(recipients)}::jsonb, ${given.message},
          ${given.senderName}, ${given.senderAddress}, ${given.permission}, ${given.permittedSince}::date,
          ${given.byName}, ${given.locale}) as outcome`,
  );
  if (!one) throw new Error('Starting a campaign answered nothing.');
  return one.outcome === 'ok' ? { ok: true } : { ok: false, reason: one.outcome };
}

/** How many of the addresses would be written to, and how many not, and why. */
export type CampaignReach = { written: number; optedOut: number; lately: number };
export type Previewed =
  { ok: true; reach: CampaignReach } | { ok: false; reason: Exclude<CampaignDenied, 'nobody'> };

const previewed = z.strictObject({
  outcome: z.enum(['ok', 'not-allowed', 'too-many', 'too-soon']),
  written: z.number(),
  opted_out: z.number(),
  lately: z.number(),
});

/** What a campaign to these addresses would come to now; for owners. */
export async function previewCampaign(
  tx: AssociationTx,
  addresses: readonly string[],
): Promise<Previewed> {
  const [one] = await rows(
    tx,
    previewed,
    sql`select * from ctx.preview_campaign(${list(addresses.map(sameAddress))})`,
  );
  if (!one) throw new Error('A preview answered nothing.');
  const { outcome, written, opted_out: optedOut, lately } = one;
  if (outcome !== 'ok') return { ok: false, reason: outcome };
  return { ok: true, reach: { written, optedOut, lately } };
}

export type Campaign = CampaignReach & {
  campaignId: string;
  at: Date;
  byName: string;
  message: string;
  /** How many of those who were written to asked for an invitation. */
  invited: number;
};

const campaign = z.strictObject({
  campaign_id: z.string(),
  at: instant,
  started_by_name: z.string(),
  message: z.string(),
  written: z.number(),
  opted_out: z.number(),
  lately: z.number(),
  invited: z.number(),
});

/** Newest first. */
export async function listCampaigns(tx: AssociationTx): Promise<Campaign[]> {
  const found = await rows(tx, campaign, sql`select * from ctx.campaigns()`);
  return found.map((row) => ({
    campaignId: row.campaign_id,
    at: row.at,
    byName: row.started_by_name,
    message: row.message,
    written: row.written,
    optedOut: row.opted_out,
    lately: row.lately,
    invited: row.invited,
  }));
}

/** Forgets the addresses of messages older than 90 days: their links invite nobody any more. */
export async function forgetCampaignAddresses(tx: AuthTx): Promise<void> {
  await tx.execute(sql`select ctx.forget_campaign_addresses()`);
}
