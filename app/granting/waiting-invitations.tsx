import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Ledger } from '../components/ledger.tsx';
import { PersonField } from '../components/person-field.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { people as texts } from '../messages/people.ts';
import { dateText, timeText } from '../print.ts';

export type Waiting = {
  id: string;
  email: string;
  role: keyof (typeof texts)['ja']['roles'] | null;
  expiresAt: string;
};

/** What was offered and nobody has taken yet, each with a way to take it back. */
export function WaitingInvitations({ invitations }: { invitations: readonly Waiting[] }) {
  const t = useMessages(texts);
  const language = useLanguage();
  if (invitations.length === 0) return <p>{t.waitingNone}</p>;
  return (
    <Ledger
      rows={invitations.map(({ id, email, role, expiresAt }) => ({
        key: id,
        title: email,
        text: (
          <Form method="post" reloadDocument noValidate>
            <PersonField />
            <input type="hidden" name="intent" value="withdraw" />
            <input type="hidden" name="invitation" value={id} />
            <Button>{t.withdrawFor(email)}</Button>
          </Form>
        ),
        side: [
          ...(role === null ? [] : [t.roles[role]]),
          `${t.expires} ${dateText(expiresAt, language)} ${timeText(expiresAt)}`,
        ],
      }))}
    />
  );
}
