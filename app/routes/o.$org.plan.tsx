import { randomUUID } from 'node:crypto';
import { data, type LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData } from '@remix-run/react';
import { isAnswered } from '#db/worksheets.ts';
import { ButtonRow } from '../components/button-row.tsx';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { idParam, requireMember, shapes } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { plan as texts } from '../messages/plan.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { reckoned } from '../planning/in-force.server.ts';
import { planOf } from '../planning/plan-of.server.ts';
import { PlanLeft, PlanStatus, PlanTotals, PlanUrgency } from '../planning/plan-result.tsx';
import { PlanGantt } from '../planning/plan-gantt.tsx';
import { PlanTable } from '../planning/plan-table.tsx';
import { searchOf } from '../planning/wish-fields.server.ts';
import { WishForm } from '../planning/wish-form.tsx';
import { dateText } from '../print.ts';
import { InForceNote } from '../planning/in-force-note.tsx';
import { KeepForm } from '../planning/keep-form.tsx';
import { catalogue } from '../support/catalogue.server.ts';
import { planView, type PlanView } from '../views/plan.server.ts';
import { standingOfPlan } from '../views/plan-progress.server.ts';
import { wishChoices } from '../views/wish-choices.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const { worksheet, inForce, isClosed, today, read, solved } = await planOf(
    member,
    id,
    args.request,
  );
  const language = await languageOf(args.request);
  return data(
    {
      org: member.companyId,
      assessmentId: id,
      inForce: inForce && standingOfPlan(inForce, today, language),
      reckoned: reckoned(inForce).length,
      answered: isAnswered(worksheet),
      fields: read.fields,
      choices: wishChoices(worksheet, catalogue(), language),
      scenario: randomUUID(),
      mayKeep: shapes(member.role) && !isClosed,
      problems: read.ok ? {} : read.problems,
      capacityDays: read.ok ? read.wish.capacityDays : 0,
      today,
      search: read.ok ? searchOf(read.wish) : '',
      gaveUp: solved?.ok === false,
      plan: solved?.ok ? planView(solved.plan, worksheet, today, language) : null,
    },
    { status: read.ok ? 200 : 422 },
  );
}

export default function Plan() {
  const { org, assessmentId, answered, inForce, reckoned, fields } = useLoaderData<typeof loader>();
  const { choices, problems, plan, gaveUp } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  if (!answered) {
    return (
      <Page>
        <EmptyState
          title={t.emptyTitle}
          heading="h1"
          actions={<LinkButton href={paths.questions(org, assessmentId)}>{t.answer}</LinkButton>}
        >
          <p>{t.emptyLead}</p>
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      {inForce && <InForceNote standing={inForce} href={paths.planProgress(org, assessmentId)} />}
      <Section id="wish" title={t.wish} intro={t.wishNote}>
        <WishForm fields={fields} choices={choices} problems={problems} />
      </Section>
      {reckoned > 0 && <Note>{t.reckoned(reckoned)}</Note>}
      {gaveUp && <Note tone="error">{t.gaveUp}</Note>}
      {plan && <Result plan={plan} />}
    </Page>
  );
}

function Result({ plan }: { plan: PlanView }) {
  const { org, assessmentId, capacityDays, today, search } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  const language = useLanguage();
  const gapHref = (gap: string) => `${paths.gaps(org, assessmentId)}?open=${gap}#${gap}`;
  return (
    <>
      <PlanStatus plan={plan} />
      {plan.status !== 'infeasible' && <PlanTotals plan={plan} capacityDays={capacityDays} />}
      {plan.rows.length > 0 && (
        <>
          <Section
            id="schedule"
            title={t.schedule}
            intro={t.scheduleNote(dateText(today, language))}
            stacked
          >
            <div className="stack">
              <PlanUrgency plan={plan} />
              <PlanGantt plan={plan} />
            </div>
          </Section>
          <Section id="actions" title={t.table} intro={t.tableNote} stacked>
            <div className="stack">
              <PlanTable plan={plan} />
              <ButtonRow>
                <LinkButton href={paths.actions(org, assessmentId)}>{t.list}</LinkButton>
                <LinkButton href={`${paths.planCalendar(org, assessmentId)}${search}`}>
                  {t.calendar}
                </LinkButton>
              </ButtonRow>
            </div>
          </Section>
        </>
      )}
      {plan.status !== 'infeasible' && plan.rows.length === 0 && (
        <Note tone="ok" title={t.noneTitle}>
          {t.noneLead}
        </Note>
      )}
      <PlanLeft plan={plan} gapHref={gapHref} />
      <Keep />
    </>
  );
}

/** Keeps the conditions of the address as a named scenario. */
function Keep() {
  const { org, assessmentId, fields, scenario, mayKeep } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  return (
    <Section id="keep" title={t.keep}>
      {mayKeep && (
        <KeepForm action={paths.scenarios(org, assessmentId)} id={scenario} fields={fields} />
      )}
      <ButtonRow>
        <LinkButton href={paths.scenarios(org, assessmentId)}>{t.scenarios}</LinkButton>
      </ButtonRow>
    </Section>
  );
}

export const meta = pageTitle(texts);
