import type { ActionFunctionArgs } from '@remix-run/node';
import type { InvitationKind } from '#db/invitations.ts';
import type { Notices } from '#db/notices.ts';
import type { LiveSession } from '#db/sessions.ts';
import { engagementMessage, type EngagementEvent } from '#emails/engagement.ts';
import { paths } from '../paths.ts';
import { targetsFor } from './accept.server.ts';

/** What the owners of a company are told of a consultancy, in both languages. */
export function engagementNotices(
  event: EngagementEvent,
  given: {
    origin: string;
    companyId: string;
    company: string;
    consultancy: string;
    byName: string;
  },
): Notices {
  const { origin, companyId, ...names } = given;
  const about = { ...names, page: origin + paths.sharing(companyId) };
  return {
    ja: engagementMessage('ja', event, about),
    en: engagementMessage('en', event, about),
  };
}

/** The same for an invitation that is taken, should it let a consultancy in; the names are in it and in its target. */
export async function grantedNotices(
  { context }: ActionFunctionArgs,
  session: LiveSession,
  given: { invitation: { kind: InvitationKind; organisationName: string }; target: string | null },
): Promise<(companyId: string) => Notices> {
  const { kind, organisationName: inviting } = given.invitation;
  const targets = await targetsFor(session, kind);
  const taking = targets?.find(({ value }) => value === given.target)?.label ?? '';
  const names =
    kind === 'client'
      ? { company: taking, consultancy: inviting }
      : { company: inviting, consultancy: taking };
  const { origin } = context.environment;
  const { name: byName } = session.account;
  return (companyId) => engagementNotices('granted', { ...names, origin, companyId, byName });
}
