import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { useFooterLinks, useLanguageLink } from '../components/chrome.ts';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { currentSession } from '../guards.server.ts';
import { useMessages } from '../language.ts';
import { common, DISCLAIMER } from '../messages/common.ts';
import { paths } from '../paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const session = await currentSession(args);
  return { name: session?.account.name ?? null, person: session?.account.accountId ?? null };
}

export default function Public() {
  const { name } = useLoaderData<typeof loader>();
  const t = useMessages(common);
  return (
    <>
      <SiteHeader
        homeHref={paths.start}
        language={useLanguageLink()}
        who={
          name === null
            ? { label: t.signIn, href: paths.signIn }
            : { label: name, href: paths.companies }
        }
        signOut={name === null ? undefined : { action: paths.signOut, label: t.signOut }}
      />
      <Outlet />
      <SiteFooter disclaimer={useMessages(DISCLAIMER)} links={useFooterLinks()} />
    </>
  );
}

export { failureTitle as meta } from '../page-title.ts';

export { Failure as ErrorBoundary } from '../components/failure.tsx';
