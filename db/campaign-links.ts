import { sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Locale } from './accounts.ts';
import { PERMISSIONS, type Permission } from './campaigns.ts';
import type { InvitationTexts } from './invitations.ts';
import { granted, type Granted } from './outcome.ts';
import { instant, rows } from './rows.ts';
import { tokenHashText } from './session-token.ts';
import type { SystemTx } from './tenant.ts';

/**
 * `used-up`: an invitation was asked for three times · `closed`: who started the campaign could not invite
 * today · `old`: the message is older than 90 days.
 */
export const LINK_STATES = ['open', 'used-up', 'closed', 'old'] as const;
export type LinkState = (typeof LINK_STATES)[number];

/** What the link of a campaign's message leads to. */
export type CampaignLink = {
  associationName: string;
  message: string;
  senderName: string;
  senderAddress: string;
  permission: Permission;
  /** A day, `YYYY-MM-DD`. */
  permittedSince: string;
  startedByName: string;
  writtenAt: Date;
  state: LinkState;
  hasOptedOut: boolean;
};

const peeked = z.strictObject({
  association_name: z.string(),
  message: z.string(),
  sender_name: z.string(),
  sender_address: z.string(),
  permission: z.enum(PERMISSIONS),
  permitted_since: z.string(),
  started_by_name: z.string(),
  written_at: instant,
  state: z.enum(LINK_STATES),
  has_opted_out: z.boolean(),
});

/** For whoever holds the link; null where there is no such message. */
export async function peekCampaign(tx: SystemTx, token: string): Promise<CampaignLink | null> {
  const [row] = await rows(
    tx,
    peeked,
    sql`select association_name, message, sender_name, sender_address, permission, permitted_since::text,
               started_by_name, written_at, state, has_opted_out
          from ctx.peek_campaign(${tokenHashText(token)})`,
  );
  if (!row) return null;
  return {
    associationName: row.association_name,
    message: row.message,
    senderName: row.sender_name,
    senderAddress: row.sender_address,
    permission: row.permission,
    permittedSince: row.permitted_since,
    startedByName: row.started_by_name,
    writtenAt: row.written_at,
    state: row.state,
    hasOptedOut: row.has_opted_out,
  };
}

export type AskedForInvitation =
  { ok: true } | { ok: false; reason: Exclude<LinkState, 'open'> | 'not-found' | 'opted-out' };

const asked = z.strictObject({
  outcome: z.enum(['ok', 'used-up', 'closed', 'old', 'not-found', 'opted-out']),
});

/**
 * Puts an ordinary invitation for the addressee's company into the outbox: 72 hours, one use, for the
 * address that was written to. Nobody learns whether it has an account.
 */
export async function askInvitation(
  tx: SystemTx,
  given: { token: string; invitationToken: string; texts: InvitationTexts; locale: Locale },
): Promise<AskedForInvitation> {
  const [one] = await rows(
    tx,
    asked,
    sql`select ctx.ask_invitation(${tokenHashText(given.token)}, ${tokenHashText(given.invitationToken)},
          ${JSON.stringify(given.texts)}::jsonb, ${given.locale}) as outcome`,
  );
  if (!one) throw new Error('Asking for an invitation answered nothing.');
  return one.outcome === 'ok' ? { ok: true } : { ok: false, reason: one.outcome };
}

/** The association writes to the addressee no more; also by an old link, and as often as it is said. */
export async function optOut(tx: SystemTx, token: string): Promise<Granted> {
  return granted(tx, sql`ctx.opt_out(${tokenHashText(token)})`);
}

/** Takes an opt-out back. */
export async function optInAgain(tx: SystemTx, token: string): Promise<Granted> {
  return granted(tx, sql`ctx.opt_in_again(${tokenHashText(token)})`);
}
