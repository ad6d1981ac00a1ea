import type { ActionFunctionArgs } from '@remix-run/node';
import { askInvitation, peekCampaign, type AskedForInvitation } from '#db/campaign-links.ts';
import { withSystem } from '#db/tenant.ts';
import { freshLink } from '../granting/invitation.server.ts';

/** Sends an ordinary invitation to whom a campaign's link was sent. */
export function askForInvitation(
  args: ActionFunctionArgs,
  token: string,
): Promise<AskedForInvitation> {
  return withSystem(async (tx) => {
    const found = await peekCampaign(tx, token);
    if (!found) return { ok: false, reason: 'not-found' };
    const { associationName: organisation, startedByName: inviter } = found;
    const fresh = await freshLink(args, 'participant', { organisation, inviter });
    const { token: invitationToken, texts, locale } = fresh;
    return askInvitation(tx, { token, invitationToken, texts, locale });
  });
}
