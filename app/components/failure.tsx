import { isRouteErrorResponse, useRouteError, useRouteLoaderData } from '@remix-run/react';
import { useMessages } from '../language.ts';
import { DISCLAIMER, common } from '../messages/common.ts';
import { failure } from '../messages/failure.ts';
import { failureOf } from '../page-title.ts';
import { paths } from '../paths.ts';
import { unsentIn } from '../unsent.ts';
import { LinkButton } from './button.tsx';
import { HeldUp } from './held-up.tsx';
import { Page } from './page.tsx';
import { PageHead } from './page-head.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { useFooterLinks, useLanguageLink } from './chrome.ts';

/** In place of a page that failed: what it is, or the way to sign in for a form that met no session. */
export function Failure() {
  const error = useRouteError();
  const view = unsentIn(error);
  const status = isRouteErrorResponse(error) ? error.status : 500;
  const { signOut } = useMessages(common);
  return (
    <>
      <SiteHeader
        homeHref={paths.start}
        language={useLanguageLink()}
        // Who cannot confirm signs out and in again, another way.
        signOut={view?.confirm ? { action: paths.signOut, label: signOut } : undefined}
      />
      {view ? <HeldUp view={view} /> : <FailureContent status={status} />}
      <SiteFooter disclaimer={useMessages(DISCLAIMER)} links={useFooterLinks()} />
    </>
  );
}

/** What cannot be shown: an unknown address, what an address does not take, or a fault of ours. */
export function FailureContent({ status }: { status: number }) {
  const texts = useMessages(failure);
  const t = texts[failureOf(status)];
  // Absent where the root loader itself failed: then the log tells by the time alone.
  const root = useRouteLoaderData<{ reference: string }>('root');
  const { companies } = useMessages(common);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        {status >= 500 && status !== 503 && root && <p>{texts.number(root.reference)}</p>}
      </PageHead>
      <p className="btn-row">
        <LinkButton variant="primary" href={paths.companies}>
          {companies}
        </LinkButton>
        <LinkButton href={paths.start}>{texts.start}</LinkButton>
      </p>
    </Page>
  );
}
