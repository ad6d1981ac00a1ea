import { useRouteLoaderData } from '@remix-run/react';
import { useMessages } from '../language.ts';
import { DISCLAIMER, common } from '../messages/common.ts';
import { failure } from '../messages/failure.ts';
import { paths } from '../paths.ts';
import { LinkButton } from './button.tsx';
import { Page } from './page.tsx';
import { PageHead } from './page-head.tsx';
import { SiteFooter } from './site-footer.tsx';
import { SiteHeader } from './site-header.tsx';
import { useFooterLinks, useLanguageLink } from './chrome.ts';

/** The page for what cannot be shown: an unknown address, or a fault of ours. */
export function Failure({ status }: { status: number }) {
  return (
    <>
      <SiteHeader homeHref={paths.start} language={useLanguageLink()} />
      <FailureContent status={status} />
      <SiteFooter disclaimer={useMessages(DISCLAIMER)} links={useFooterLinks()} />
    </>
  );
}

export function FailureContent({ status }: { status: number }) {
  const texts = useMessages(failure);
  const t = status === 404 ? texts.notFound : status === 403 ? texts.unconfirmed : texts.broken;
  // Absent where the root loader itself failed: then the log tells by the time alone.
  const root = useRouteLoaderData<{ reference: string }>('root');
  const { companies } = useMessages(common);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        {status !== 404 && status !== 403 && root && <p>{texts.number(root.reference)}</p>}
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
