import type { LoaderFunctionArgs } from '@remix-run/node';
import { Outlet, useLoaderData, useLocation, useParams } from '@remix-run/react';
import { getCompany } from '#db/companies.ts';
import { listAssessments } from '#db/assessments.ts';
import { readNewestEdition } from '#db/content.ts';
import { actingEngagement } from '#db/engagements.ts';
import { shouldRevalidate as revalidateUnlessSaving } from '../answering/background.ts';
import { useFooterLinks, useLanguageLink } from '../components/chrome.ts';
import { PrimaryNav } from '../components/primary-nav.tsx';
import { SiteFooter } from '../components/site-footer.tsx';
import { SiteHeader } from '../components/site-header.tsx';
import { StandingBanner } from '../granting/standing-banner.tsx';
import { inCompany, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { assessment as assessmentTexts } from '../messages/assessment.ts';
import { common, DISCLAIMER } from '../messages/common.ts';
import { company as texts } from '../messages/company.ts';
import { paths } from '../paths.ts';
import { withBrackets } from '../print.ts';
import { standingView } from '../views/standing-banner.server.ts';

export const shouldRevalidate = revalidateUnlessSaving;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const language = await languageOf(args.request);
  const [company, assessments, acting, edition] = await inCompany({ ...member, view: null }, (tx) =>
    Promise.all([
      getCompany(tx),
      listAssessments(tx),
      member.consultancyId === null ? null : actingEngagement(tx),
      member.questionnaires === null ? null : readNewestEdition(tx),
    ]),
  );
  const open = assessments.find((one) => one.assessmentId === args.params['assessment']);
  const shown = open ?? assessments[0];
  return {
    org: member.companyId,
    companyName: company.name,
    personName: member.name,
    person: member.accountId,
    standing: standingView(member, acting, edition, language),
    readsLog: ['owner', 'preparer'].includes(member.role),
    assessment: shown
      ? { id: shown.assessmentId, title: shown.title, stage: shown.stage, edition: shown.editionId }
      : null,
  };
}

export default function CompanyLayout() {
  const { companyName, personName, assessment, standing } = useLoaderData<typeof loader>();
  const t = useMessages(common);
  const stages = useMessages(assessmentTexts).stageShort;
  const language = useLanguage();
  return (
    <>
      <SiteHeader
        homeHref={paths.companies}
        language={useLanguageLink()}
        where={{
          name: companyName,
          detail: assessment
            ? withBrackets(assessment.title, stages[assessment.stage], language)
            : undefined,
        }}
        who={{ label: personName, href: paths.companies }}
        signOut={{ action: paths.signOut, label: t.signOut }}
      >
        <PrimaryNav label={t.mainPages} items={useNavigation()} />
      </SiteHeader>
      <StandingBanner company={companyName} standing={standing} />
      <Outlet />
      <SiteFooter disclaimer={useMessages(DISCLAIMER)} links={useFooterLinks()} />
    </>
  );
}

function useNavigation() {
  const { org, assessment, standing, readsLog } = useLoaderData<typeof loader>();
  const { nav } = useMessages(texts);
  const { pathname } = useLocation();
  const params = useParams();
  const id = params['assessment'] ?? assessment?.id;
  const items = [
    { href: paths.company(org), label: nav.home },
    ...(id === undefined
      ? []
      : [
          { href: paths.questions(org, id), label: nav.answer },
          { href: paths.gaps(org, id), label: nav.gaps },
          { href: paths.plan(org, id), label: nav.plan },
          { href: paths.subsidies(org, id), label: nav.subsidies },
          { href: paths.report(org, id), label: nav.report },
        ]),
    { href: paths.profile(org), label: nav.profile },
    ...(standing.acting === null
      ? [
          { href: paths.team(org), label: nav.team },
          { href: paths.sharing(org), label: nav.sharing },
        ]
      : []),
    ...(readsLog ? [{ href: paths.log(org), label: nav.log }] : []),
  ];
  const owner = chapterOf(pathname, org, id);
  return items.map((item) => ({ ...item, current: item.href === owner }));
}

/** The page of the navigation that a page without an entry of its own belongs to. */
function chapterOf(pathname: string, org: string, id: string | undefined): string {
  if (/^\/o\/[^/]+\/associations\//.test(pathname)) return paths.sharing(org);
  if (id === undefined) return pathname;
  if (/\/(?:questions|sections)(?:\/|$)/.test(pathname)) return paths.questions(org, id);
  if (/\/(?:next-edition|confirm)$/.test(pathname)) return paths.questions(org, id);
  if (/\/(?:sign-off|changes)$/.test(pathname)) return paths.report(org, id);
  return /\/(?:scenarios|actions|plan\/progress|plan\/items\/\w+)$/.test(pathname)
    ? paths.plan(org, id)
    : pathname;
}

export { failureTitle as meta } from '../page-title.ts';

export { Failure as ErrorBoundary } from '../components/failure.tsx';
