import { sql } from 'drizzle-orm';
import { z } from 'zod';
import { sameAddress, type Locale } from './accounts.ts';
import { summarise } from './client-summaries.ts';
import { list, SCOPES, type Scope, type Terms } from './engagements.ts';
import { MEMBER_ROLES, type Role } from './members.ts';
import { tellOwners, type Notices } from './notices.ts';
import { granted, type Granted } from './outcome.ts';
import { instant, rows } from './rows.ts';
import { tokenHashText } from './session-token.ts';
import { STAFF_ROLES, type StaffRole } from './staff.ts';
import {
  withSession,
  type AssociationTx,
  type AuthTx,
  type CompanyTx,
  type ConsultancyTx,
  type Session,
  type SystemTx,
} from './tenant.ts';

/**
 * What an invitation offers. A company invites its own people (`member`) and a consultant (`engagement`);
 * a consultancy its people (`consultant`) and a company (`client`), whose owner then says how far; an
 * association its officers (`officer`) and a company (`participant`).
 */
export type Offer =
  | ({ kind: 'member' } & Role)
  | ({ kind: 'engagement' } & Terms)
  | { kind: 'client' }
  | { kind: 'consultant'; role: StaffRole }
  | { kind: 'officer'; role: StaffRole }
  | { kind: 'participant' };

export const INVITATION_KINDS = [
  'member',
  'engagement',
  'client',
  'consultant',
  'officer',
  'participant',
] as const;
export type InvitationKind = (typeof INVITATION_KINDS)[number];

/** The message in both languages: whose account stands gets it in their own. */
export type InvitationTexts = Record<Locale, { subject: string; bodyText: string }>;

/**
 * Invites an address, for 72 hours and one use, and puts the message into the outbox with it. For a
 * confirmed owner of the organisation that is open. `token` (session-token.ts) stands in the message
 * alone. `too-many`: the organisation has sent 20 in the last hour. `opted-out`: the address does not want to
 * be written to by the association.
 */
export async function invite(
  tx: CompanyTx | ConsultancyTx | AssociationTx,
  given: {
    token: string;
    email: string;
    offer: Offer;
    byName: string;
    texts: InvitationTexts;
    locale: Locale;
  },
): Promise<Granted> {
  const { offer } = given;
  const terms = offer.kind === 'engagement' ? offer : null;
  const role = 'role' in offer ? offer.role : null;
  const sections = 'sections' in offer ? offer.sections : null;
  return granted(
    tx,
    sql`ctx.invite(${tokenHashText(given.token)}, ${offer.kind}, ${sameAddress(given.email)}, ${role}, ${sections},
          ${terms?.scope ?? null}, ${list(terms?.questionnaires ?? null)}, ${terms?.days ?? null}::int,
          ${given.byName}, ${JSON.stringify(given.texts)}::jsonb, ${given.locale})`,
  );
}

export type OpenInvitation = {
  kind: InvitationKind;
  email: string;
  role: Role['role'] | StaffRole | null;
  sections: string | null;
  scope: Scope | null;
  questionnaires: string[] | null;
  days: number | null;
  invitedByName: string;
  expiresAt: Date;
};

const open = z.strictObject({
  kind: z.enum(INVITATION_KINDS),
  email: z.string(),
  role: z.enum([...MEMBER_ROLES, ...STAFF_ROLES]).nullable(),
  sections: z.string().nullable(),
  scope: z.enum(SCOPES).nullable(),
  questionnaires: z.array(z.string()).nullable(),
  days: z.number().nullable(),
  invited_by_name: z.string(),
  expires_at: instant,
});

const listed = z.strictObject({ ...open.shape, invitation_id: z.string() });

const asOpen = (row: z.infer<typeof open>): OpenInvitation => ({
  kind: row.kind,
  email: row.email,
  role: row.role,
  sections: row.sections,
  scope: row.scope,
  questionnaires: row.questionnaires,
  days: row.days,
  invitedByName: row.invited_by_name,
  expiresAt: row.expires_at,
});

/** What the organisation that is open has offered and nobody has taken yet; for its owners. */
export async function listInvitations(
  tx: CompanyTx | ConsultancyTx | AssociationTx,
): Promise<(OpenInvitation & { invitationId: string })[]> {
  const found = await rows(tx, listed, sql`select * from ctx.invitations()`);
  return found.map((row) => ({ ...asOpen(row), invitationId: row.invitation_id }));
}

export async function withdrawInvitation(
  tx: CompanyTx | ConsultancyTx | AssociationTx,
  invitationId: string,
): Promise<Granted> {
  return granted(tx, sql`ctx.withdraw_invitation(${invitationId})`);
}

const peeked = z.strictObject({
  ...open.shape,
  organisation_name: z.string(),
  has_account: z.boolean(),
});

/**
 * What a link offers, to whoever holds it; null where it was used or withdrawn, is older than 72 hours,
 * or where its inviter could not make it today. `hasAccount`: the address has one.
 */
export async function peekInvitation(
  tx: SystemTx | AuthTx,
  token: string,
): Promise<(OpenInvitation & { organisationName: string; hasAccount: boolean }) | null> {
  const [row] = await rows(
    tx,
    peeked,
    sql`select * from ctx.open_invitation(${tokenHashText(token)})`,
  );
  if (!row) return null;
  return { ...asOpen(row), organisationName: row.organisation_name, hasAccount: row.has_account };
}

export type Accepted =
  | { ok: true; kind: InvitationKind; organisationId: string; companyId: string | null }
  /**
   * `other-address`: it was sent to somebody else · `target`: the organisation that should take it is
   * not the person's · `level`, `confirm`: they must prove more, or again, who they are · `already`.
   */
  | { ok: false; reason: 'expired' | 'other-address' | 'target' | 'level' | 'confirm' | 'already' };

const accepted = z.strictObject({
  outcome: z.enum(['ok', 'expired', 'other-address', 'target', 'level', 'confirm', 'already']),
  kind: z.enum(INVITATION_KINDS).nullable(),
  organisation_id: z.string().nullable(),
  company_id: z.string().nullable(),
});

/**
 * Takes an invitation as the session's account, whose address must be the invited one. `target` is the
 * organisation of the person that takes it: a consultancy for an engagement, a company for a client or a
 * participant; `terms` are those that a client's owner grants. Of any number of calls one succeeds.
 */
export async function acceptInvitation(
  session: Session,
  given: {
    token: string;
    target: string | null;
    terms: Terms | null;
    /** To every owner of a company that a consultancy is let into, in the same transaction. */
    notices?: (companyId: string) => Notices;
  },
): Promise<Accepted> {
  return withSession(session, async (tx, enter) => {
    const [row] = await rows(
      tx,
      accepted,
      sql`select * from ctx.accept_invitation(${session.contextDigest}, ${tokenHashText(given.token)}, ${given.target}::uuid,
            ${given.terms?.scope ?? null}, ${list(given.terms?.questionnaires ?? null)}, ${given.terms?.days ?? null}::int)`,
    );
    if (!row) throw new Error('The invitation was neither accepted nor refused.');
    const { outcome, kind, organisation_id: organisationId, company_id: companyId } = row;
    if (outcome !== 'ok') return { ok: false, reason: outcome };
    if (kind === null || organisationId === null) throw new Error('An acceptance names no place.');
    // What the consultancy sees from now on is counted in the same transaction.
    if (companyId !== null && (kind === 'engagement' || kind === 'client')) {
      await summarise(await enter(companyId));
      if (given.notices) await tellOwners(tx, companyId, given.notices(companyId));
    }
    return { ok: true, kind, organisationId, companyId };
  });
}
