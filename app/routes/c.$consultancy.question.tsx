import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readNewestEdition } from '#db/content.ts';
import { askClients } from '#db/portfolio.ts';
import { withSystem } from '#db/tenant.ts';
import { DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Field } from '../components/field.tsx';
import { FilterRow } from '../components/filter-row.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Pager } from '../components/pager.tsx';
import { Select } from '../components/select.tsx';
import { orNotFound, requireConsultant } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { part, useMessages } from '../language.ts';
import { clients as texts } from '../messages/clients.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { clientAnswerRow, questionChoices, readOffset } from '../views/clients.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const consultant = await requireConsultant(args);
  const language = await languageOf(args.request);
  const search = new URL(args.request.url).searchParams;
  const choices = questionChoices(await withSystem(readNewestEdition), language);
  const wished = search.get('question') ?? choices[0]?.value;
  const { value: question, label } = orNotFound(choices.find(({ value }) => value === wished));
  const from = readOffset(search);
  const { answers, more } = await askClients(consultant, { questionId: question, offset: from });
  return {
    id: consultant.consultancyId,
    choices,
    question,
    label,
    from,
    more,
    rows: answers.map((one) => clientAnswerRow(one, language)),
  };
}

const PER_PAGE = 20;

export default function ClientQuestion() {
  const { id, choices, question, label, from, more, rows } = useLoaderData<typeof loader>();
  const all = useMessages(texts);
  const { question: t } = all;
  const at = (offset: number) =>
    `${paths.clientQuestion(id)}?${new URLSearchParams({ question, from: String(offset) }).toString()}`;
  return (
    <Page width="full">
      <PageHead title={t.title} lead={t.lead} />
      <FilterRow action={paths.clientQuestion(id)} label={t.choose} button={t.submit}>
        <Field id="f-question" label={t.choose}>
          <Select name="question" defaultValue={question} options={choices} />
        </Field>
      </FilterRow>
      {rows.length === 0 ? (
        <EmptyState title={all.none}>
          <p>{all.noneLead}</p>
        </EmptyState>
      ) : (
        <div className="mt-16">
          <DataTable
            caption={label}
            rows={rows}
            rowKey={(row) => row.id}
            columns={[
              {
                key: 'company',
                header: t.company,
                cell: (row) => <a href={paths.company(row.id)}>{row.name}</a>,
              },
              { key: 'answer', header: t.answer, cell: (row) => row.answer },
              { key: 'note', header: t.note, cell: (row) => row.note },
              { key: 'by', header: t.by, cell: (row) => row.by },
            ]}
          />
        </div>
      )}
      <Pager
        label={all.pages}
        previous={from > 0 ? { href: at(Math.max(0, from - PER_PAGE)), label: all.previous } : null}
        next={more ? { href: at(from + PER_PAGE), label: all.next } : null}
      />
    </Page>
  );
}

export const meta = pageTitle(part(texts, 'question'));
