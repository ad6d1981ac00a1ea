import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { COMPANIES_PAGE, listCompanies } from '#db/companies.ts';
import { listNamedOrganisations } from '#db/organisations.ts';
import { withSystem } from '#db/tenant.ts';
import { ButtonRow } from '../components/button-row.tsx';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Ledger } from '../components/ledger.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { notFound, requireSession } from '../guards.server.ts';
import { part, useMessages } from '../language.ts';
import { company } from '../messages/company.ts';
import { roles as roleNames } from '../messages/roles.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireSession(args);
  const page = pageOf(args.request.url);
  const { companies, more } = await listCompanies(session, { offset: page * COMPANIES_PAGE });
  if (page > 0 && companies.length === 0) throw notFound();
  const organisations = await withSystem((tx) => listNamedOrganisations(tx, session));
  return {
    companies: companies.map(({ companyId, name, role }) => ({ id: companyId, name, role })),
    organisations: organisations.map(({ kind, organisationId, name, role }) => ({
      id: organisationId,
      kind,
      name,
      role,
    })),
    previous: page > 0 ? paths.companiesPage(page - 1) : null,
    next: more ? paths.companiesPage(page + 1) : null,
  };
}

/** Counted from 0; in the address from 1. */
function pageOf(url: string): number {
  const given = /^[1-9]\d{0,4}$/.exec(new URL(url).searchParams.get('page') ?? '1');
  if (!given) throw notFound();
  return Number(given[0]) - 1;
}

export default function Companies() {
  const { companies, organisations, previous, next } = useLoaderData<typeof loader>();
  const { list: t } = useMessages(company);
  const roles = useMessages(roleNames);
  const add = (
    <LinkButton variant="primary" href={paths.newCompany}>
      {t.add}
    </LinkButton>
  );
  const more = (
    <Section id="more" title={t.more}>
      <ButtonRow>
        <LinkButton href={paths.newConsultancy}>{t.addConsultancy}</LinkButton>
        <LinkButton href={paths.newAssociation}>{t.addAssociation}</LinkButton>
      </ButtonRow>
    </Section>
  );
  if (companies.length + organisations.length === 0) {
    return (
      <Page>
        <EmptyState heading="h1" title={t.none} actions={add}>
          <p>{t.noneLead}</p>
        </EmptyState>
        {more}
      </Page>
    );
  }
  return (
    <Page>
      <PageHead title={t.title} />
      <Ledger
        rows={[
          ...companies.map(({ id, name, role }) => ({
            key: id,
            title: name,
            href: paths.company(id),
            side: [t.kinds.company, roles[role]],
          })),
          ...organisations.map(({ id, kind, name, role }) => ({
            key: id,
            title: name,
            href: kind === 'consultancy' ? paths.consultancy(id) : paths.association(id),
            side: [t.kinds[kind], roles[role]],
          })),
        ]}
      />
      {(previous !== null || next !== null) && (
        <nav aria-label={t.pages}>
          <ButtonRow ends>
            {previous === null ? <span /> : <a href={previous}>{t.previous}</a>}
            {next !== null && <a href={next}>{t.next}</a>}
          </ButtonRow>
        </nav>
      )}
      <p className="mt-24">{add}</p>
      {more}
    </Page>
  );
}

export const meta = pageTitle(part(company, 'list'));
