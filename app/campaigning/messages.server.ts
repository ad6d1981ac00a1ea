import type { InvitationTexts } from '#db/invitations.ts';
import { campaignMessage } from '#emails/campaign.ts';
import type { MessageLanguage } from '#emails/message.ts';
import { dateText } from '../print.ts';
import type { CampaignFields } from './fields.server.ts';

/** The message of a campaign around one link, in both languages. */
export function campaignTexts(
  association: string,
  { message, senderName, senderAddress, permission, since: day }: CampaignFields,
  linkIn: (language: MessageLanguage) => string,
): InvitationTexts {
  const text = (language: MessageLanguage) => {
    const { subject, bodyText } = campaignMessage(language, {
      association,
      message,
      senderName,
      senderAddress,
      permission,
      since: dateText(day, language),
      link: linkIn(language),
    });
    return { subject, bodyText };
  };
  return { ja: text('ja'), en: text('en') };
}
