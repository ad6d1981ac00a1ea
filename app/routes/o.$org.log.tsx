import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readLog } from '#db/audit-log.ts';
import { ButtonRow } from '../components/button-row.tsx';
import { LinkButton } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Entries } from '../components/entries.tsx';
import { LogFilters, type LogFiltersProps } from '../components/log-filters.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { inCompany, requireRole } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { log as texts } from '../messages/log.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { LOG_KINDS, logFilter, logQuery, logView } from '../views/log.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireRole(args, ['owner', 'preparer'], 'log.viewed');
  const query = logQuery(args.request.url);
  const found = await inCompany(member, (tx) => readLog(tx, logFilter(query)));
  return {
    org: member.companyId,
    mayExport: member.role === 'owner',
    query,
    kinds: LOG_KINDS,
    ...logView(found, await languageOf(args.request)),
  };
}

export default function AccessLog() {
  const { org, query, kinds, people, rows, older, mayExport } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <LogFilters action={paths.log(org)} values={query} people={people} kinds={kinds} />
      {rows.length === 0 ? (
        <p>{t.none}</p>
      ) : (
        <DataTable
          dense
          rows={rows}
          rowKey={({ seq }) => String(seq)}
          columns={[
            { key: 'when', header: t.when, cell: ({ when }) => when },
            { key: 'who', header: t.who, cell: ({ who }) => who },
            { key: 'what', header: t.what, cell: ({ what }) => what },
            { key: 'of', header: t.of, cell: ({ of }) => of },
          ]}
        />
      )}
      <div className="my-24">
        <ButtonRow>
          {older !== null && (
            <LinkButton href={`${paths.log(org)}?${olderPage(query, older)}`}>{t.older}</LinkButton>
          )}
          {query.before !== null && (
            <LinkButton variant="plain" href={paths.log(org)}>
              {t.newest}
            </LinkButton>
          )}
        </ButtonRow>
      </div>
      <Proof />
      {mayExport && (
        <p>
          <a href={paths.leaving(org)}>{t.leaving}</a>
        </p>
      )}
    </Page>
  );
}

/** The same filters, one page further back. */
function olderPage({ person, kind, since, until }: LogFiltersProps['values'], before: number) {
  const query = { person, kind, since, until, before: String(before) };
  return new URLSearchParams(query).toString();
}

/** Where the chain ends, to be written down and compared later. */
function Proof() {
  const { standing } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  if (!standing) return null;
  const { seq, hash, anchor } = standing;
  return (
    <Section id="proof" title={t.proofTitle} intro={t.entries(seq)}>
      <Entries
        entries={[
          { term: t.headHash, text: <code className="break-all">{hash}</code> },
          {
            term: t.lastAnchor,
            text: anchor ? t.anchorText(anchor.number, anchor.seq, anchor.at) : t.noAnchor,
          },
        ]}
      />
      <p className="muted">{t.proofHelp}</p>
    </Section>
  );
}

export const meta = pageTitle(texts);
