import type { LoaderFunctionArgs } from '@remix-run/node';
import { Form, useLoaderData } from '@remix-run/react';
import type { CompanyTx } from '#db/tenant.ts';
import { asOfDay, type AsOf } from '../as-of.server.ts';
import type { AsOfFormProps } from '../components/as-of-form.tsx';
import { Button } from '../components/button.tsx';
import { ChartDefs } from '../components/chart-defs.tsx';
import { DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { Select } from '../components/select.tsx';
import { TextInput } from '../components/text-input.tsx';
import { Waterfall } from '../components/waterfall.tsx';
import { idParam, inCompany, notFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { asOf } from '../messages/as-of.ts';
import { changes as texts } from '../messages/changes.ts';
import { pageTitle } from '../page-title.ts';
import {
  changesView,
  choiceLabel,
  defaultBefore,
  readChoices,
  readGround,
  type Bar,
  type Choice,
} from '../views/changes.server.ts';

async function readPair(tx: CompanyTx, assessmentId: string, wish: URLSearchParams) {
  const choices = await readChoices(tx);
  const find = (key: string | null) => choices.find((one) => one.key === key);
  const own = find(assessmentId);
  if (!own) return null;
  const to = find(wish.get('to')) ?? own;
  const from =
    find(wish.get('from')) ?? find(await defaultBefore(tx, choices, to.assessment.assessmentId));
  const days = { from: asOfDay(wish, 'fromDay'), to: asOfDay(wish, 'toDay') };
  const [before, after] = [
    from && (await groundOn(tx, from, days.from)),
    await groundOn(tx, to, days.to),
  ];
  return { choices, from: from ?? null, to, before: before ?? null, after };
}

type Placed = Awaited<ReturnType<typeof groundOn>>;
const dayField = (placed: Placed | null) => ({
  typed: placed?.typed ?? '',
  problem: placed?.problem ?? null,
});

/** With the day in it; as it stands now where the day is none, or it had not begun then. */
async function groundOn(tx: CompanyTx, choice: Choice, { day, typed, problem }: AsOf) {
  if (choice.signed && typed !== '')
    return { ground: await readGround(tx, choice), typed, problem: 'signed' as const };
  const then = day === undefined ? null : await readGround(tx, choice, day);
  return {
    ground: then ?? (await readGround(tx, choice)),
    typed,
    problem: problem ?? (day !== undefined && !then ? ('not-started' as const) : null),
  };
}

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const wish = new URL(args.request.url).searchParams;
  const pair = await inCompany(member, (tx) => readPair(tx, assessmentId, wish));
  if (!pair) throw notFound();
  const language = await languageOf(args.request);
  const { choices, from, to, before, after } = pair;
  return {
    choices: choices.map((one) => ({ value: one.key, label: choiceLabel(one, language) })),
    from: from?.key ?? null,
    to: to.key,
    days: { from: dayField(before), to: dayField(after) },
    isPart: after.ground === null || (before !== null && before.ground === null),
    view: before?.ground && after.ground ? changesView(before.ground, after.ground) : null,
  };
}

export default function Changes() {
  const { choices, from, to, days, isPart, view } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  return (
    <Page>
      <ChartDefs />
      <PageHead title={t.title} lead={t.lead} />
      <Form method="get" reloadDocument className="stack-24" key={`${from} ${to}`}>
        <div className="dated">
          <Field id="from" label={t.from}>
            <Select name="from" options={choices} defaultValue={from ?? ''} />
          </Field>
          <DayField name="fromDay" label={t.fromDay} {...days.from} />
        </div>
        <div className="dated">
          <Field id="to" label={t.to}>
            <Select name="to" options={choices} defaultValue={to} />
          </Field>
          <DayField name="toDay" label={t.toDay} {...days.to} />
        </div>
        <Button>{t.submit}</Button>
      </Form>
      {isPart && <Note>{t.partOnly}</Note>}
      {view === null && !isPart && (
        <EmptyState title={t.noneTitle} actions={null}>
          <p>{t.noneLead}</p>
        </EmptyState>
      )}
      {view && (
        <>
          {!view.isMeasured && <Note>{t.unmeasured}</Note>}
          <Figure id="lo" title={t.lo} bars={view.lo} />
          <Figure id="hi" title={t.hi} bars={view.hi} />
          <Figure
            id="coverage"
            title={t.coverage}
            intro={t.coverageIntro}
            bars={view.coverage.bars}
          />
          <p className="muted">{t.explain}</p>
        </>
      )}
    </Page>
  );
}

type DayFieldProps = AsOfFormProps & { name: 'fromDay' | 'toDay'; label: string };

function DayField({ name, label, typed, problem }: DayFieldProps) {
  const t = useMessages(asOf);
  return (
    <Field id={name} label={label} error={problem === null ? undefined : t.problems[problem]}>
      <TextInput name={name} type="date" defaultValue={typed} />
    </Field>
  );
}

function Figure({
  id,
  title,
  intro,
  bars,
}: {
  id: string;
  title: string;
  intro?: string;
  bars: readonly Bar[];
}) {
  const t = useMessages(texts);
  const names: Record<string, string> = t.factors;
  const named = bars.map((bar) => ({ ...bar, label: names[bar.key] ?? bar.key }));
  const sentence = t.sentence(bars[0]?.text ?? '', bars.at(-1)?.text ?? '');
  return (
    <Section id={id} title={title} intro={intro}>
      <p>{sentence}</p>
      <Waterfall bars={named} words={`${title} ${sentence}`} />
      <DataTable
        rows={named}
        rowKey={({ key }) => key}
        columns={[
          { key: 'factor', header: t.columns.factor, cell: ({ label }) => label },
          { key: 'points', header: t.columns.points, numeric: true, cell: ({ text }) => text },
          { key: 'exact', header: t.columns.exact, numeric: true, cell: ({ exact }) => exact },
        ]}
      />
    </Section>
  );
}

export const meta = pageTitle(texts);
