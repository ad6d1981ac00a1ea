import type { ActionFunctionArgs } from '@remix-run/node';
import type { InvitationKind, invite, Offer } from '#db/invitations.ts';
import { newToken } from '#db/session-token.ts';
import { invitationMessage } from '#emails/invitation.ts';
import { languageOf } from '../language.server.ts';
import { paths } from '../paths.ts';

type From = { organisation: string; inviter: string };
type Given = From & { email: string; offer: Offer };

/** An invitation with its fresh link and its message in both languages, as `invite` takes it. */
export async function invitationFor(
  args: ActionFunctionArgs,
  { email, offer, ...from }: Given,
): Promise<Parameters<typeof invite>[1]> {
  return { ...(await freshLink(args, offer.kind, from)), email, offer, byName: from.inviter };
}

/** A fresh link with its message, whoever will get it. */
export async function freshLink(
  { request, context }: ActionFunctionArgs,
  kind: InvitationKind,
  from: From,
) {
  const token = newToken();
  const link = context.environment.origin + paths.invitation(token);
  const text = (language: 'ja' | 'en') => {
    const { subject, bodyText } = invitationMessage(language, kind, { ...from, link });
    return { subject, bodyText };
  };
  return {
    token,
    texts: { ja: text('ja'), en: text('en') },
    locale: await languageOf(request),
  };
}
