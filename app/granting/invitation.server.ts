import type { ActionFunctionArgs } from '@remix-run/node';
import type { invite, Offer } from '#db/invitations.ts';
import { newToken } from '#db/session-token.ts';
import { invitationMessage } from '#emails/invitation.ts';
import { languageOf } from '../language.server.ts';
import { paths } from '../paths.ts';

type Given = { email: string; offer: Offer; organisation: string; inviter: string };

/** An invitation with its fresh link and its message in both languages, as `invite` takes it. */
export async function invitationFor(
  { request, context }: ActionFunctionArgs,
  { email, offer, organisation, inviter }: Given,
): Promise<Parameters<typeof invite>[1]> {
  const token = newToken();
  const link = context.environment.origin + paths.invitation(token);
  const text = (language: 'ja' | 'en') => {
    const { subject, bodyText } = invitationMessage(language, offer.kind, {
      organisation,
      inviter,
      link,
    });
    return { subject, bodyText };
  };
  return {
    token,
    email,
    offer,
    byName: inviter,
    texts: { ja: text('ja'), en: text('en') },
    locale: await languageOf(request),
  };
}
