import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData } from '@remix-run/react';
import { getAssociation } from '#db/associations.ts';
import { useFooterLinks, useLanguageLink } from '../components/chrome.ts';
import { RoleBanner } from '../components/role-banner.tsx';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { inAssociation, requireOfficer } from '../guards.server.ts';
import { useMessages } from '../language.ts';
import { banner } from '../messages/banner.ts';
import { common, DISCLAIMER } from '../messages/common.ts';
import { roles } from '../messages/roles.ts';
import { paths } from '../paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const officer = await requireOfficer(args);
  const { name } = await inAssociation(officer, getAssociation);
  return { name, role: officer.role, personName: officer.name, person: officer.accountId };
}

export default function AssociationLayout() {
  const { name, role, personName } = useLoaderData<typeof loader>();
  const t = useMessages(common);
  return (
    <>
      <SiteHeader
        homeHref={paths.companies}
        language={useLanguageLink()}
        where={{ name }}
        who={{ label: personName, href: paths.companies }}
        signOut={{ action: paths.signOut, label: t.signOut }}
      />
      <RoleBanner name={name}>{useMessages(banner).as(useMessages(roles)[role])}</RoleBanner>
      <Outlet />
      <SiteFooter disclaimer={useMessages(DISCLAIMER)} links={useFooterLinks()} />
    </>
  );
}

export { failureTitle as meta } from '../page-title.ts';

export { Failure as ErrorBoundary } from '../components/failure.tsx';
