import type { LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { readWorksheet } from '#db/worksheets.ts';
import { ActionList } from '../components/action-list.tsx';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { Totals } from '../components/totals.tsx';
import { idParam, inCompany, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { actions as texts } from '../messages/actions.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { actionsView, type FullActionRow } from '../views/actions.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const worksheet = orNotFound(await inCompany(member, (tx) => readWorksheet(tx, id)));
  return {
    org: member.companyId,
    open: new URL(args.request.url).searchParams.get('open'),
    ...actionsView(worksheet, await languageOf(args.request)),
  };
}

export default function Actions() {
  const { org, assessmentId, answered, counts, totals, needed, perhaps } =
    useLoaderData<typeof loader>();
  const t = useMessages(texts);
  if (!answered) {
    return (
      <Empty
        title={t.emptyTitle}
        lead={t.emptyLead}
        action={{ href: paths.questions(org, assessmentId), label: t.answer }}
      />
    );
  }
  if (counts.needed + counts.perhaps === 0) return <Empty title={t.none} lead={t.noneLead} />;
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <Section id="totals" title={t.totals} intro={t.totalsNote} stacked>
        <Totals
          items={[
            { term: t.cost, range: totals.cost, note: t.costNote },
            { term: t.effort, range: t.days(totals.days), note: t.effortNote },
            { term: t.leadTime, range: t.weeks(totals.weeks), note: t.leadTimeNote },
          ]}
        />
      </Section>
      <Section id="order" title={t.order}>
        {counts.noRegret > 0 && (
          <Note title={t.noRegretTitle(counts.noRegret)}>{t.noRegretText}</Note>
        )}
        {counts.onNeed > 0 && <Note title={t.waitTitle(counts.onNeed)}>{t.waitText}</Note>}
      </Section>
      <Group id="needed" title={t.needed} intro={t.neededIntro(counts.needed)} rows={needed} />
      <Group id="perhaps" title={t.perhaps} intro={t.perhapsIntro(counts.perhaps)} rows={perhaps} />
      <p className="muted">{t.estimate}</p>
    </Page>
  );
}

type GroupProps = {
  id: string;
  title: string;
  intro: string;
  rows: { now: FullActionRow[]; onNeed: FullActionRow[] };
};

/** What can be begun, then what should wait for an agency's need. */
function Group({ id, title, intro, rows }: GroupProps) {
  const { org, assessmentId, open } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  const gapHref = (gap: string) => `${paths.gaps(org, assessmentId)}?open=${gap}#${gap}`;
  if (rows.now.length + rows.onNeed.length === 0) return null;
  return (
    <Section id={id} title={title} intro={intro} stacked>
      <div className="stack-24">
        {rows.now.length > 0 && (
          <div className="stack-8">
            {rows.onNeed.length > 0 && <h3>{t.now}</h3>}
            <ActionList rows={rows.now} open={open} gapHref={gapHref} />
          </div>
        )}
        {rows.onNeed.length > 0 && (
          <div className="stack-8">
            <h3>{t.onNeed}</h3>
            <p className="muted">{t.waitText}</p>
            <ActionList rows={rows.onNeed} open={open} gapHref={gapHref} />
          </div>
        )}
      </div>
    </Section>
  );
}

type EmptyProps = { title: string; lead: string; action?: { href: string; label: string } };

function Empty({ title, lead, action }: EmptyProps) {
  return (
    <Page>
      <EmptyState
        title={title}
        heading="h1"
        actions={action && <LinkButton href={action.href}>{action.label}</LinkButton>}
      >
        <p>{lead}</p>
      </EmptyState>
    </Page>
  );
}

export const meta = pageTitle(texts);
