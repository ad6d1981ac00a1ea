import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { findRecovery } from '#db/recoveries.ts';
import { withAuth } from '#db/tenant.ts';
import { stopRecovery } from '../auth/recovery.server.ts';
import { Button } from '../components/button.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { useMessages } from '../language.ts';
import { security } from '../messages/security.ts';
import { pageTitle } from '../page-title.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await withAuth((tx) => findRecovery(tx, 'cancel', params['token'] ?? ''));
  return { isRunning: found !== null };
}

/** A post, because programs that look through messages open every link. */
export async function action({ params, context }: ActionFunctionArgs) {
  return { cancelled: await stopRecovery(params['token'] ?? '', context.environment.origin) };
}

export default function CancelRecovery() {
  const { isRunning } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { account: t } = useMessages(security);
  if (answer?.cancelled)
    return (
      <Page>
        <PageHead title={t.cancelTitle} />
        <Note tone="ok" role="status">
          <p>{t.cancelled}</p>
        </Note>
      </Page>
    );
  if (!isRunning)
    return (
      <Page>
        <PageHead title={t.overTitle} lead={t.over} />
      </Page>
    );
  return (
    <Page>
      <PageHead title={t.cancelTitle} lead={t.cancelLead} />
      <form method="post">
        <Button variant="primary" large>
          {t.cancel}
        </Button>
      </form>
    </Page>
  );
}

export const meta = pageTitle({
  ja: { title: security.ja.account.cancelTitle },
  en: { title: security.en.account.cancelTitle },
});
