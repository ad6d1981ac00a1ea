import type { Unsaved as Answer } from '../auth/send-unsent.server.ts';
import { useMessages } from '../language.ts';
import { unsent as texts } from '../messages/unsent.ts';
import { paths } from '../paths.ts';
import { Button, LinkButton } from './button.tsx';
import { Page } from './page.tsx';
import { PageHead } from './page-head.tsx';
import { UnsentText } from './unsent-text.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';

/** Signed in, and what was typed before is still not saved: why, and what can be done. */
export function Unsaved({ reason, view: { unsent, shown } }: Answer) {
  const t = useMessages(texts);
  useLeaveWarning();
  const words = reason === 'refused' ? t.refused : t.otherPerson;
  return (
    <Page>
      <PageHead title={words.title} lead={words.lead} />
      <div className="stack-24">
        {reason === 'refused' ? (
          <form method="post" action={unsent.to}>
            {unsent.fields.map(([name, value], at) => (
              <input key={`${at} ${name}`} type="hidden" name={name} value={value} />
            ))}
            <Button variant="primary" large>
              {t.refused.send}
            </Button>
          </form>
        ) : (
          <p>
            <LinkButton href={paths.companies}>{t.companies}</LinkButton>
          </p>
        )}
        <UnsentText shown={shown} />
      </div>
    </Page>
  );
}
