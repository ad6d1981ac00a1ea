import { useMessages } from '../language.ts';
import { home } from '../messages/home.ts';
import type { BlockerRow } from '../views/home-rows.server.ts';
import { Coded } from './code.tsx';
import { DataTable } from './data-table.tsx';
import { LevelScale } from './level-scale.tsx';

export type BlockerTableProps = {
  rows: ReadonlyArray<BlockerRow>;
  gapHref: (id: string) => string;
  actionHref: (id: string) => string;
};

/** Requirements below target, each with its level and the action that begins to raise it. */
export function BlockerTable({ rows, gapHref, actionHref }: BlockerTableProps) {
  const t = useMessages(home);
  return (
    <DataTable
      variant="pairs"
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'requirement',
          header: t.requirement,
          cell: ({ id, title }) => (
            <Coded code={id}>
              <a href={gapHref(id)}>{title}</a>
            </Coded>
          ),
        },
        {
          key: 'level',
          header: t.level,
          width: 'w-176',
          cell: ({ lo, hi, target }) => (
            <LevelScale lo={lo} hi={hi} target={target} words={`${lo} → ${target}`} />
          ),
        },
        {
          key: 'action',
          header: t.action,
          width: 'w-280',
          cell: ({ action }) =>
            action && (
              <Coded code={action.id}>
                <a href={actionHref(action.id)}>{action.title}</a>
              </Coded>
            ),
        },
      ]}
    />
  );
}
