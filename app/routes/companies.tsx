import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { listCompanies } from '#db/companies.ts';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Ledger } from '../components/ledger.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { requireSession } from '../guards.server.ts';
import { part, useMessages } from '../language.ts';
import { company } from '../messages/company.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';

export async function loader(args: LoaderFunctionArgs) {
  const session = await requireSession(args);
  const { companies } = await listCompanies(session);
  return { companies: companies.map(({ companyId, name }) => ({ id: companyId, name })) };
}

export default function Companies() {
  const { companies } = useLoaderData<typeof loader>();
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
      <p className="mt-24">{add}</p>
    </Page>
  );
}

export const meta = pageTitle(part(company, 'list'));
