import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readWorksheet } from '#db/worksheets.ts';
import { AnsweringProgress } from '../answering/answering-progress.tsx';
import { AnsweringRail } from '../answering/answering-rail.tsx';
import { QuestionRows } from '../answering/question-rows.tsx';
import { AnswerGrid } from '../components/answer-grid.tsx';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { idParam, inCompany, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { quoted } from '../print.ts';
import { listView } from '../views/answering-list.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const sheet = orNotFound(await inCompany(member, (tx) => readWorksheet(tx, id)));
  const search = new URL(args.request.url).searchParams;
  const wish = { filter: search.get('filter'), query: search.get('q') };
  return {
    org: member.companyId,
    assessment: id,
    ...listView(sheet, wish, await languageOf(args.request)),
  };
}

export const meta = pageTitle({
  ja: { title: answering.ja.pages.list },
  en: { title: answering.en.pages.list },
});

export default function QuestionList() {
  const { org, assessment, frame, filter, query, rows } = useLoaderData<typeof loader>();
  const t = useMessages(answering);
  const language = useLanguage();
  const all = paths.questions(org, assessment);
  return (
    <Page width="wide">
      <AnsweringProgress frame={frame} href={all} />
      <AnswerGrid
        rail={
          <AnsweringRail
            org={org}
            assessment={assessment}
            frame={frame}
            filter={filter}
            query={query}
          />
        }
      >
        <PageHead title={t.list} />
        {frame.resume === null ? (
          <EmptyState
            title={t.allDone}
            actions={
              <LinkButton variant="primary" href={paths.company(org)}>
                {t.toHome}
              </LinkButton>
            }
          >
            <p>{t.allDoneLead}</p>
          </EmptyState>
        ) : (
          <p>
            <LinkButton variant="primary" href={paths.question(org, assessment, frame.resume)}>
              {frame.answered === 0 ? t.start : t.resume}
            </LinkButton>
          </p>
        )}
        <QuestionRows org={org} assessment={assessment} rows={rows} heading={headingOf()} />
        {rows.length === 0 && (
          <EmptyState title={t.nothing} actions={<LinkButton href={all}>{t.showAll}</LinkButton>}>
            <p>{t.nothingLead}</p>
          </EmptyState>
        )}
      </AnswerGrid>
    </Page>
  );

  function headingOf() {
    const words =
      query === '' ? t.filters[filter] : `${t.filters[filter]} ${quoted(query, language)}`;
    return `${words} ${t.found(rows.length)}`;
  }
}
