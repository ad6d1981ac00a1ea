import { DataTable, type Column } from '../components/data-table.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { plan as planTexts } from '../messages/plan.ts';
import { scenarios as texts } from '../messages/scenarios.ts';
import { dotted } from '../print.ts';
import type { ProgressRow } from '../views/plan-progress.server.ts';

type ProgressTableProps = { rows: readonly ProgressRow[]; href: (action: string) => string };

/** The same as the drawing of the plan that holds, with who has what and how it stands. */
export function ProgressTable({ rows, href }: ProgressTableProps) {
  const { progress: t, states, overdue } = useMessages(texts);
  const { until, nothingBefore } = useMessages(planTexts);
  const { roles } = useMessages(answering);
  const language = useLanguage();
  const columns: Column<ProgressRow>[] = [
    {
      key: 'action',
      header: t.columns.action,
      cell: (row) => (
        <span className="coded">
          <span className="code">{row.id}</span>
          <a href={href(row.id)}>{row.title}</a>
        </span>
      ),
    },
    { key: 'state', header: t.columns.state, cell: (row) => states[row.state] },
    {
      key: 'due',
      header: t.columns.due,
      cell: (row) => (
        <>
          {row.due} {row.isOverdue && <span className="tag tag--now">{overdue}</span>}
        </>
      ),
    },
    { key: 'owner', header: t.columns.owner, cell: (row) => roles[row.ownerRole] },
    { key: 'when', header: t.columns.when, cell: (row) => until(row.from, row.until) },
    {
      key: 'after',
      header: t.columns.after,
      cell: (row) => (row.after.length === 0 ? nothingBefore : dotted(row.after, language)),
    },
  ];
  return <DataTable columns={columns} rows={rows} rowKey={({ id }) => id} variant="pairs" />;
}
