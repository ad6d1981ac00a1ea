import { DataTable, type Column } from '../components/data-table.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { plan as texts } from '../messages/plan.ts';
import { dotted } from '../print.ts';
import type { PlanView } from '../views/plan.server.ts';

type Row = PlanView['rows'][number];

/** The same as the drawing, as a table. */
export function PlanTable({ plan }: { plan: PlanView }) {
  const t = useMessages(texts);
  const language = useLanguage();
  const { roles } = useMessages(answering);
  const columns: Column<Row>[] = [
    {
      key: 'action',
      header: t.columns.action,
      cell: (row) => (
        <span className="coded" id={row.id}>
          <span className="code">{row.id}</span>
          <span>
            {row.title}
            <Tags row={row} />
          </span>
        </span>
      ),
    },
    { key: 'when', header: t.columns.when, cell: (row) => t.until(row.from, row.until) },
    {
      key: 'after',
      header: t.columns.after,
      cell: (row) => (row.after.length === 0 ? t.nothingBefore : dotted(row.after, language)),
    },
    {
      key: 'slack',
      header: t.columns.slack,
      cell: (row) => (row.slackDays === 0 ? t.noSlack : t.slack(row.slackDays)),
    },
    { key: 'days', header: t.columns.days, numeric: true, cell: (row) => row.days },
    { key: 'cost', header: t.columns.cost, numeric: true, cell: (row) => row.cost },
    {
      key: 'owner',
      header: t.columns.owner,
      cell: (row) => (row.owner === null ? '' : roles[row.owner]),
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={plan.rows}
      rowKey={({ id }) => id}
      variant="pairs"
      foot={[t.sum, '', '', '', plan.totals.days, plan.totals.cost, '']}
    />
  );
}

function Tags({ row }: { row: Row }) {
  const t = useMessages(texts);
  const tags = [
    row.critical && t.critical,
    row.critical && row.start === 0 && t.startNow,
    row.noRegret && !row.waitsForNeed && t.noRegret,
    row.waitsForNeed && t.onNeed,
  ].filter((tag) => tag !== false);
  if (tags.length === 0) return null;
  return (
    <span className="tags">
      {tags.map((tag) => (
        <span className="tag" key={tag}>
          {tag}
        </span>
      ))}
    </span>
  );
}
