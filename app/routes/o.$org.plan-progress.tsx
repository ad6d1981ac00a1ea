import { dayInJapan } from '#assessments/japanese-day.ts';
import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readWorksheet } from '#db/worksheets.ts';
import { ButtonRow } from '../components/button-row.tsx';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { idParam, inCompany, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { part, useLanguage, useMessages } from '../language.ts';
import { scenarios as texts } from '../messages/scenarios.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { Board } from '../planning/board.tsx';
import { readInForce } from '../planning/in-force.server.ts';
import { PlanGantt } from '../planning/plan-gantt.tsx';
import { ProgressTable } from '../planning/progress-table.tsx';
import { dateText } from '../print.ts';
import { progressView, type ProgressView } from '../views/plan-progress.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const [found, inForce] = await inCompany(member, (tx) =>
    Promise.all([readWorksheet(tx, assessmentId), readInForce(tx, assessmentId)]),
  );
  const worksheet = orNotFound(found);
  const today = dayInJapan(new Date());
  const language = await languageOf(args.request);
  return {
    org: member.companyId,
    assessmentId,
    today,
    progress: inForce && progressView(inForce, worksheet, today, language),
  };
}

export default function PlanProgress() {
  const { org, assessmentId, progress } = useLoaderData<typeof loader>();
  const { progress: t, toPlan } = useMessages(texts);
  if (progress) return <Progress progress={progress} />;
  return (
    <Page>
      <EmptyState
        title={t.noneTitle}
        heading="h1"
        actions={<LinkButton href={paths.plan(org, assessmentId)}>{toPlan}</LinkButton>}
      >
        <p>{t.noneLead}</p>
      </EmptyState>
    </Page>
  );
}

function Progress({ progress }: { progress: ProgressView }) {
  const { org, assessmentId, today } = useLoaderData<typeof loader>();
  const { progress: t, ...more } = useMessages(texts);
  const language = useLanguage();
  const href = (action: string) => paths.planItem(org, assessmentId, action);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        <p>{more.inForceNote(progress.name, progress.day)}</p>
      </PageHead>
      <div className="stack mb-32">
        {progress.waits !== '' && <Note tone="gap">{more.boardWaits(progress.waits)}</Note>}
        {progress.overdue > 0 && <Note tone="gap">{t.overdueNote(progress.overdue)}</Note>}
      </div>
      {/* The table below says the same on paper. */}
      <div className="no-print">
        <Section id="board" title={t.board} stacked>
          <Board rows={progress.rows} href={href} />
        </Section>
      </div>
      <Section id="schedule" title={t.schedule} intro={dateText(today, language)} stacked>
        <PlanGantt plan={progress} today={{ at: progress.now, label: t.now }} />
      </Section>
      <Section id="actions" title={t.table} intro={t.tableNote} stacked>
        <div className="stack">
          <ProgressTable rows={progress.rows} href={href} />
          <ButtonRow>
            <LinkButton href={paths.planCalendar(org, assessmentId)}>{t.calendar}</LinkButton>
            <LinkButton href={`${paths.plan(org, assessmentId)}${progress.search}`}>
              {more.toOther}
            </LinkButton>
            <LinkButton href={paths.scenarios(org, assessmentId)}>{more.title}</LinkButton>
          </ButtonRow>
        </div>
      </Section>
    </Page>
  );
}

export const meta = pageTitle(part(texts, 'progress'));
