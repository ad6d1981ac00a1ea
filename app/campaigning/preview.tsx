import { Form } from '@remix-run/react';
import type { Language } from '#assessments/bilingual.ts';
import type { CampaignReach } from '#db/campaigns.ts';
import { Button } from '../components/button.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Section } from '../components/section.tsx';
import type { Submitted } from '../forms.ts';
import { useLanguage, useMessages } from '../language.ts';
import { campaign as texts } from '../messages/campaign.ts';

type Mail = { subject: string; bodyText: string };

export type PreviewProps = {
  preview: { id: string; reach: CampaignReach; mail: Mail; other: Mail; submitted: Submitted };
};

/** Exactly what will be sent, to how many; the button sends it. */
export function Preview({ preview }: PreviewProps) {
  const { id, reach, mail, other, submitted } = preview;
  const t = useMessages(texts);
  const language = useLanguage();
  const { intent: _, person: __, ...fields } = submitted;
  return (
    <Section id="preview" title={t.previewTitle} intro={t.previewLead}>
      <p>
        {reach.written > 0 ? <b>{t.reach(reach.written)}</b> : t.nobody}{' '}
        {reach.optedOut > 0 && t.optedOut(reach.optedOut)}{' '}
        {reach.lately > 0 && t.lately(reach.lately)}
      </p>
      <MailText mail={mail} language={language} />
      <Disclosure summary={t.otherLanguage}>
        <MailText mail={other} language={language === 'ja' ? 'en' : 'ja'} />
      </Disclosure>
      {reach.written > 0 && (
        <Form method="post" reloadDocument>
          <PersonField />
          <input type="hidden" name="intent" value="send" />
          <input type="hidden" name="id" value={id} />
          {Object.entries(fields).map(([name, [value]]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <Button variant="primary" large>
            {t.send(reach.written)}
          </Button>
        </Form>
      )}
    </Section>
  );
}

function MailText({ mail, language }: { mail: Mail; language: Language }) {
  return (
    <div className="note stack-8">
      <p>
        <b lang={language}>{mail.subject}</b>
      </p>
      <p className="as-written" lang={language}>
        {mail.bodyText}
      </p>
    </div>
  );
}
