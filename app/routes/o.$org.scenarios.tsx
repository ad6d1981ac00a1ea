import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { firstItems } from '#assessments/plan/first-items.ts';
import { promoteScenario } from '#db/plans.ts';
import { addScenario, listScenarios, removeScenario } from '#db/scenarios.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { parseForm, refuse, typed, type Submitted } from '../forms.ts';
import { guardText } from '../free-text.server.ts';
import { idParam, inCompany, orNotFound, requireMember, shapes } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { scenarios as texts } from '../messages/scenarios.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { KeepForm } from '../planning/keep-form.tsx';
import { programmeIds, readPlanGround, solvedFor } from '../planning/plan-of.server.ts';
import { ScenarioTable } from '../planning/scenario-table.tsx';
import { readWish } from '../planning/wish-fields.server.ts';
import { redirectTo } from '../safe-redirect.ts';
import { standingOfPlan } from '../views/plan-progress.server.ts';
import { scenarioRow } from '../views/scenarios.server.ts';

const listed = z.union([z.string('form'), z.array(z.string('form'))]).optional();
const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('add'),
      id: z.uuidv4('form'),
      name: guardText(z.string('name').trim().min(1, 'name').max(60, 'name')),
      goal: z.string('goal'),
      budget: z.string('form'),
      capacity: z.string('form'),
      by: z.string('form'),
      leave: listed,
      assume: listed,
      wait: listed,
    }),
    z.strictObject({ intent: z.literal('promote'), id: z.uuid('form'), plan: z.uuidv4('form') }),
    z.strictObject({ intent: z.literal('remove'), id: z.uuid('form') }),
  ],
  'form',
);

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const [ground, kept] = await inCompany(member, (tx) =>
    Promise.all([readPlanGround(tx, assessmentId), listScenarios(tx, assessmentId)]),
  );
  const found = orNotFound(ground);
  const [language, today] = [await languageOf(args.request), dayInJapan(new Date())];
  const rows = [];
  for (const one of kept)
    rows.push(
      scenarioRow(one, await solvedFor(found, one.wish, today, args.request.signal), language),
    );
  return {
    org: member.companyId,
    assessmentId,
    rows,
    plans: Object.fromEntries(kept.map(({ scenarioId }) => [scenarioId, randomUUID()])),
    current: found.inForce && standingOfPlan(found.inForce, today, language),
    shut: shapes(member.role)
      ? found.isClosed
        ? ('elsewhere' as const)
        : null
      : ('not-allowed' as const),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const here = paths.scenarios(member.companyId, assessmentId);
  const refused = (problems: Record<string, string>) => refuse({ ok: false, problems, submitted });
  const byName = member.name;
  if (value.intent === 'remove') {
    const given = { assessmentId, scenarioId: value.id };
    const removed = await inCompany(member, (tx) => removeScenario(tx, given));
    return removed.ok ? redirectTo(here) : refused({ form: removed.reason });
  }
  const [ground, kept] = await inCompany(member, (tx) =>
    Promise.all([readPlanGround(tx, assessmentId), listScenarios(tx, assessmentId)]),
  );
  const found = orNotFound(ground);
  const { edition } = found.worksheet;
  if (value.intent === 'add') {
    const read = readWish(searchIn(submitted), edition, programmeIds());
    if (!read.ok) return refused({ ...read.problems });
    const given = { scenarioId: value.id, assessmentId, name: value.name, wish: read.wish, byName };
    const added = await inCompany(member, (tx) => addScenario(tx, given));
    return added.ok ? redirectTo(here) : refused({ form: added.reason });
  }
  const scenario = kept.find(({ scenarioId }) => scenarioId === value.id);
  if (!scenario) return refused({ form: 'not-found' });
  const today = dayInJapan(new Date());
  const solved = await solvedFor(found, scenario.wish, today, args.request.signal);
  if (!solved.ok || solved.plan.status === 'infeasible') return refused({ form: 'infeasible' });
  const given = {
    planId: value.plan,
    assessmentId,
    scenarioId: value.id,
    answer: solved.plan,
    today,
    items: firstItems(solved.plan, edition, today),
    byName,
  };
  const promoted = await inCompany(member, (tx) => promoteScenario(tx, given));
  if (!promoted.ok) return refused({ form: promoted.reason });
  return redirectTo(paths.planProgress(member.companyId, assessmentId));
}

function searchIn(submitted: Submitted): URLSearchParams {
  return new URLSearchParams(
    Object.entries(submitted).flatMap(([name, values]) => values.map((value) => [name, value])),
  );
}

export default function Scenarios() {
  const { org, assessmentId, rows, plans, current, shut } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useMessages(texts);
  const state = { refused, sentences: t.problems };
  const planHref = paths.plan(org, assessmentId);
  const was = refused?.submitted;
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        {shut && <Note>{t.problems[shut]}</Note>}
        {current && <p>{t.current(current.name, current.day)}</p>}
      </PageHead>
      <div className="stack">
        <Refusal {...state} />
        {was?.['intent']?.[0] === 'add' && (
          <KeepForm
            action={paths.scenarios(org, assessmentId)}
            id={typed(was, 'id', '')}
            fields={{
              goal:
                was['goal']?.[0] === 'cheapest-ready'
                  ? 'cheapest-ready'
                  : was['goal']?.[0] === 'best-within'
                    ? 'best-within'
                    : 'ready-soonest',
              budget: typed(was, 'budget', ''),
              capacity: typed(was, 'capacity', ''),
              by: typed(was, 'by', ''),
              leave: was['leave'] ?? [],
              assume: was['assume'] ?? [],
              wait: was['wait'] ?? [],
            }}
            name={typed(was, 'name', '')}
            error={sentenceFor(state, 'name')}
          />
        )}
        {rows.length === 0 ? (
          <EmptyState
            title={t.noneTitle}
            actions={<LinkButton href={planHref}>{t.toPlan}</LinkButton>}
          >
            <p>{t.noneLead}</p>
          </EmptyState>
        ) : (
          <ScenarioTable {...{ rows, planHref, plans }} mayShape={shut === null} />
        )}
      </div>
    </Page>
  );
}

export const meta = pageTitle(texts);
