import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation } from '@remix-run/react';
import { getConsultancy } from '#db/consultancies.ts';
import { useFooterLinks, useLanguageLink } from '../components/chrome.ts';
import { PrimaryNav } from '../components/primary-nav.tsx';
import { RoleBanner } from '../components/role-banner.tsx';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { inConsultancy, requireConsultant } from '../guards.server.ts';
import { useMessages } from '../language.ts';
import { banner } from '../messages/banner.ts';
import { clients } from '../messages/clients.ts';
import { common, DISCLAIMER } from '../messages/common.ts';
import { roles } from '../messages/roles.ts';
import { paths } from '../paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const consultant = await requireConsultant(args);
  const { name } = await inConsultancy(consultant, getConsultancy);
  return {
    id: consultant.consultancyId,
    name,
    role: consultant.role,
    personName: consultant.name,
    person: consultant.accountId,
  };
}

export default function ConsultancyLayout() {
  const { id, name, role, personName } = useLoaderData<typeof loader>();
  const t = useMessages(common);
  const { nav } = useMessages(clients);
  const { pathname } = useLocation();
  const items = [
    { href: paths.consultancy(id), label: nav.clients },
    { href: paths.clientQuestion(id), label: nav.question },
    { href: paths.consultancyTeam(id), label: nav.team },
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
