import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { COMPANIES_PAGE, listCompanies } from '#db/companies.ts';
import { ButtonRow } from '../components/button-row.tsx';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Ledger } from '../components/ledger.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { notFound, requireSession } from '../guards.server.ts';
import { part, useMessages } from '../language.ts';
import { company } from '../messages/company.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireSession(args);
  const page = pageOf(args.request.url);
  const { companies, more } = await listCompanies(session, { offset: page * COMPANIES_PAGE });
  if (page > 0 && companies.length === 0) throw notFound();
  return {
    companies: companies.map(({ companyId, name }) => ({ id: companyId, name })),
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
  const { companies, previous, next } = useLoaderData<typeof loader>();
  const { list: t } = useMessages(company);
  const add = (
    <LinkButton variant="primary" href={paths.newCompany}>
      {t.add}
    </LinkButton>
  );
  if (companies.length === 0) {
    return (
      <Page>
        <EmptyState heading="h1" title={t.none} actions={add}>
          <p>{t.noneLead}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead title={t.title} />
      <Ledger
        rows={companies.map(({ id, name }) => ({ key: id, title: name, href: paths.company(id) }))}
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
    </Page>
  );
}

export const meta = pageTitle(part(company, 'list'));
