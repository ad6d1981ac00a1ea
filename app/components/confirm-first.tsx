import { useMessages } from '../language.ts';
import { security } from '../messages/security.ts';
import { unsent as texts } from '../messages/unsent.ts';
import { paths } from '../paths.ts';
import type { Confirm, UnsentView } from '../unsent.ts';
import { ConfirmForm } from './confirm-form.tsx';
import { Note } from './note.tsx';
import { Page } from './page.tsx';
import { PageHead } from './page-head.tsx';
import { UnsentText } from './unsent-text.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';

/** In place of a page whose form asks for more than a sign-in: the way to confirm, with what was sent. */
export function ConfirmFirst({ view, confirm }: { view: UnsentView; confirm: Confirm }) {
  const { confirm: t } = useMessages(texts);
  const { otherwise } = useMessages(security).confirm;
  useLeaveWarning();
  const [page = paths.companies] = view.unsent.to.split('?', 1);
  return (
    <Page>
      <PageHead title={t.title} />
      <div className="signin stack-24">
        <Note tone="open" role="alert">
          <p>{t.lead}</p>
          {view.isLeft === 'too-large' && <p>{t.tooLarge}</p>}
        </Note>
        <ConfirmForm {...confirm} action={paths.confirm(page)} carried={view.carried} />
        <p className="muted">{otherwise}</p>
      </div>
      <div className="mt-32">
        <UnsentText shown={view.shown} />
      </div>
    </Page>
  );
}
