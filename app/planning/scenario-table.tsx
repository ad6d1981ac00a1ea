import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { PersonField } from '../components/person-field.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { scenarios as texts } from '../messages/scenarios.ts';
import { dotted, listText } from '../print.ts';
import type { ScenarioRow } from '../views/scenarios.server.ts';

type ScenarioTableProps = {
  rows: ScenarioRow[];
  planHref: string;
  mayShape: boolean;
  /** By scenario: the random id of the plan that its form would make. */
  plans: Record<string, string>;
};

/** Scenarios side by side; each opens as a plan, and one is made the plan. */
export function ScenarioTable({ rows, planHref, mayShape, plans }: ScenarioTableProps) {
  const t = useMessages(texts);
  const columns: Column<ScenarioRow>[] = [
    {
      key: 'name',
      header: t.columns.name,
      cell: ({ name, search }) => <a href={`${planHref}${search}`}>{name}</a>,
    },
    { key: 'wish', header: t.columns.wish, cell: (row) => <Wish row={row} /> },
    {
      key: 'ready',
      header: t.columns.ready,
      width: 'w-176',
      cell: ({ ready, status }) => (
        <>
          {ready !== null && t.weeks(ready)}
          {status !== 'optimal' && <p>{t[STATUS[status]]}</p>}
        </>
      ),
    },
    { key: 'cost', header: t.columns.cost, numeric: true, cell: ({ cost }) => cost },
    {
      key: 'days',
      header: t.columns.effort,
      numeric: true,
      cell: ({ days }) => days !== null && t.days(days),
    },
    {
      key: 'left',
      header: t.columns.left,
      numeric: true,
      cell: ({ left }) => left !== null && t.count(left),
    },
    {
      key: 'change',
      header: t.columns.change,
      screenOnly: true,
      cell: (row) => (
        <div className="stack-8">
          {mayShape && row.status !== 'infeasible' && row.status !== 'gave-up' && (
            <Change intent="promote" id={row.id} plan={plans[row.id] ?? ''} label={t.promote} />
          )}
          {mayShape && <Change intent="remove" id={row.id} label={t.remove} />}
        </div>
      ),
    },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={({ id }) => id} variant="pairs" />;
}

const STATUS = {
  bounded: 'bounded',
  infeasible: 'infeasible',
  'gave-up': 'gaveUp',
} as const;

function Wish({ row }: { row: ScenarioRow }) {
  const t = useMessages(texts);
  const language = useLanguage();
  const parts = [
    t.goals[row.goal],
    row.budget === null ? null : t.budget(row.budget),
    row.by === null ? null : t.by(row.by),
    t.capacity(row.capacity),
    row.leave.length === 0 ? null : t.leave(dotted(row.leave, language)),
    row.assume.length === 0 ? null : t.assume(dotted(row.assume, language)),
    row.wait.length === 0 ? null : t.wait(listText(row.wait, language)),
  ].filter((part) => part !== null);
  return (
    <ul>
      {parts.map((part) => (
        <li key={part}>{part}</li>
      ))}
    </ul>
  );
}

type ChangeProps = { intent: 'promote' | 'remove'; id: string; plan?: string; label: string };

function Change({ intent, id, plan, label }: ChangeProps) {
  return (
    <Form method="post" reloadDocument>
      <PersonField />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="id" value={id} />
      {plan !== undefined && <input type="hidden" name="plan" value={plan} />}
      <Button variant={intent === 'promote' ? 'outlined' : 'plain'}>{label}</Button>
    </Form>
  );
}
