import { createAccount } from '#db/accounts.ts';
import { listCompanies } from '#db/companies.ts';
import { peekInvitation, type InvitationKind } from '#db/invitations.ts';
import { listNamedOrganisations } from '#db/organisations.ts';
import type { LiveSession } from '#db/sessions.ts';
import { withAuth, withSystem } from '#db/tenant.ts';
import type { MessageLanguage } from '#emails/message.ts';
import { hashPassword } from '../auth/password.server.ts';
import { paths } from '../paths.ts';

export type Choice = { value: string; label: string };

/** The organisations of a person that can take an invitation of this kind; null where none is needed. */
export async function targetsFor(
  session: LiveSession,
  kind: InvitationKind,
): Promise<Choice[] | null> {
  if (kind === 'engagement') {
    const all = await withSystem((tx) => listNamedOrganisations(tx, session));
    return all
      .filter((one) => one.kind === 'consultancy')
      .map(({ organisationId, name }) => ({ value: organisationId, label: name }));
  }
  if (kind !== 'client' && kind !== 'participant') return null;
  const { companies } = await listCompanies(session);
  return companies
    .filter(({ role }) => role === 'owner')
    .map(({ companyId, name }) => ({ value: companyId, label: name }));
}

/** Where a taken invitation leads. */
export function placeOf(
  kind: InvitationKind,
  organisationId: string,
  target: string | null,
): string {
  switch (kind) {
    case 'member':
      return paths.company(organisationId);
    case 'engagement':
      return paths.consultancy(target ?? organisationId);
    case 'client':
    case 'participant':
      return paths.sharing(target ?? organisationId);
    case 'consultant':
      return paths.consultancy(organisationId);
    case 'officer':
      return paths.association(organisationId);
  }
}

/**
 * Makes the account of an invited address: whoever holds the link has read the message. The invitation
 * itself stays to be accepted. Null where it cannot be used, or the address has an account.
 */
export async function signUpInvited(
  token: string,
  given: { name: string; password: string; locale: MessageLanguage },
): Promise<string | null> {
  const { name, locale, password } = given;
  const passwordHash = await hashPassword(password);
  return withAuth(async (tx) => {
    const invitation = await peekInvitation(tx, token);
    if (!invitation) return null;
    const made = await createAccount(tx, { email: invitation.email, name, locale, passwordHash });
    return made.ok ? made.accountId : null;
  });
}
