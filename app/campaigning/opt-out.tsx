import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Note } from '../components/note.tsx';
import { Section } from '../components/section.tsx';
import { useMessages } from '../language.ts';
import { campaignLink as texts } from '../messages/campaign-link.ts';

type OptOutProps = { association: string; hasOptedOut: boolean };

/** The form that opts out; afterwards it says so, and takes it back. */
export function OptOut({ association, hasOptedOut }: OptOutProps) {
  const t = useMessages(texts);
  if (hasOptedOut)
    return (
      <Section id="opt-out" title={t.optOutTitle}>
        <Note tone="ok" role="status" title={t.optedOut(association)}>
          <p>{t.optedOutLead}</p>
        </Note>
        <Form method="post" reloadDocument>
          <input type="hidden" name="intent" value="opt-in-again" />
          <Button variant="plain">{t.optInAgain}</Button>
        </Form>
      </Section>
    );
  return (
    <Section id="opt-out" title={t.optOutTitle} intro={t.optOutLead(association)}>
      <Form method="post" reloadDocument>
        <input type="hidden" name="intent" value="opt-out" />
        <Button large>{t.optOut}</Button>
      </Form>
    </Section>
  );
}
