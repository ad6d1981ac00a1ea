import { Definition } from '../components/definition.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { invitation as texts } from '../messages/invitation.ts';
import { people } from '../messages/people.ts';
import { sharing } from '../messages/sharing.ts';
import { dateText, listText, timeText, withBrackets } from '../print.ts';

export type Offer = {
  kind: keyof (typeof texts)['ja']['kinds'];
  organisationName: string;
  invitedByName: string;
  role: keyof (typeof people)['ja']['does'] | null;
  sections: string | null;
  scope: 'read' | 'answer' | null;
  /** Their titles; null means all of them. */
  questionnaires: string[] | null;
  days: number | null;
  expiresAt: string;
};

/** What one would accept, in words. */
export function InvitationOffer({ offer }: { offer: Offer }) {
  const t = useMessages(texts);
  const words = useMessages(people);
  const shares = useMessages(sharing);
  const language = useLanguage();
  const { kind, role, sections, scope, days, expiresAt } = offer;
  const items = [
    ...(role === null
      ? []
      : [
          {
            term: t.role,
            value:
              sections === null
                ? words.roles[role]
                : withBrackets(words.roles[role], words.part(sections), language),
          },
        ]),
    ...(scope === null
      ? []
      : [
          { term: t.scope, value: shares.scopes[scope] },
          {
            term: t.questionnaires,
            value: offer.questionnaires ? listText(offer.questionnaires, language) : shares.all,
          },
        ]),
    ...(days === null ? [] : [{ term: t.days, value: t.daysText(days) }]),
    { term: t.until, value: `${dateText(expiresAt, language)} ${timeText(expiresAt)}` },
  ];
  return (
    <>
      <p>{t.kinds[kind](offer.organisationName)}</p>
      <Definition lines items={items} />
    </>
  );
}
