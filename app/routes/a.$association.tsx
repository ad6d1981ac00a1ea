import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { getAssociation } from '#db/associations.ts';
import { useFooterLinks, useLanguageLink } from '../components/chrome.ts';
import { PrimaryNav } from '../components/primary-nav.tsx';
import { RoleBanner } from '../components/role-banner.tsx';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { inAssociation, requireOfficer } from '../guards.server.ts';
import { useMessages } from '../language.ts';
import { association } from '../messages/association.ts';
import { banner } from '../messages/banner.ts';
import { common, DISCLAIMER } from '../messages/common.ts';
import { roles } from '../messages/roles.ts';
import { paths } from '../paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const officer = await requireOfficer(args);
  const { name } = await inAssociation(officer, getAssociation);
  return {
    id: officer.associationId,
    name,
    role: officer.role,
    personName: officer.name,
    person: officer.accountId,
  };
}

export default function AssociationLayout() {
  const { id, name, role, personName } = useLoaderData<typeof loader>();
  const t = useMessages(common);
  const { nav } = useMessages(association);
  const { pathname } = useLocation();
  const items = [
    { href: paths.association(id), label: nav.members },
    { href: paths.figures(id), label: nav.figures },
    { href: paths.publications(id), label: nav.publications },
    { href: paths.campaign(id), label: nav.campaign },
  ];
  return (
    <>
      <SiteHeader
        homeHref={paths.companies}
        language={useLanguageLink()}
        where={{ name }}
        who={{ label: personName, href: paths.companies }}
        signOut={{ action: paths.signOut, label: t.signOut }}
      >
        <PrimaryNav
          label={t.mainPages}
          items={items.map((item) => ({ ...item, current: item.href === pathname }))}
        />
      </SiteHeader>
      <RoleBanner name={name}>{useMessages(banner).as(useMessages(roles)[role])}</RoleBanner>
      <Outlet />
      <SiteFooter disclaimer={useMessages(DISCLAIMER)} links={useFooterLinks()} />
    </>
  );
}

export { failureTitle as meta } from '../page-title.ts';

export { Failure as ErrorBoundary } from '../components/failure.tsx';
