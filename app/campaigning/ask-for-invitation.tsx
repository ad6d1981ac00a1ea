import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Section } from '../components/section.tsx';
import { useMessages } from '../language.ts';
import { campaignLink as texts } from '../messages/campaign-link.ts';

/** The form that asks for the invitation, or why there is none. */
export function AskForInvitation({ state }: { state: 'open' | 'used-up' | 'closed' }) {
  const t = useMessages(texts);
  return (
    <Section id="ask" title={t.askTitle} intro={state === 'open' && t.askLead}>
      {state === 'used-up' && <p>{t.usedUp}</p>}
      {state === 'closed' && <p>{t.closed}</p>}
      {state === 'open' && (
        <Form method="post" reloadDocument>
          <input type="hidden" name="intent" value="ask" />
          <Button variant="primary" large>
            {t.ask}
          </Button>
        </Form>
      )}
    </Section>
  );
}
