import { useMessages } from '../language.ts';
import { unsent as texts } from '../messages/unsent.ts';
import type { UnsentView } from '../unsent.ts';
import { Note } from './note.tsx';
import { Page } from './page.tsx';
import { PageHead } from './page-head.tsx';
import { SignInForm } from './sign-in-form.tsx';
import { UnsentText } from './unsent-text.tsx';
import { useLeaveWarning } from './use-leave-warning.ts';

/** In place of a page whose form met no session: the way to sign in, with what was typed. */
export function SignedOut({ view }: { view: UnsentView }) {
  const t = useMessages(texts);
  const isOnceMore = view.isLeft === 'once-more';
  useLeaveWarning();
  return (
    <Page>
      <PageHead title={isOnceMore ? t.onceMore.title : t.title} />
      <div className="stack-24">
        <SignInForm back={view.unsent.to} carried={view.carried}>
          <Note tone="open" role="alert">
            <p>{isOnceMore ? t.onceMore.lead : t.lead}</p>
            {view.isLeft === 'too-large' && <p>{t.tooLarge}</p>}
          </Note>
        </SignInForm>
        <UnsentText shown={view.shown} />
      </div>
    </Page>
  );
}
