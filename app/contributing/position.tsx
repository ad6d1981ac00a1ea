import { DataTable } from '../components/data-table.tsx';
import { Section } from '../components/section.tsx';
import { useMessages } from '../language.ts';
import { contribution as texts } from '../messages/contribution.ts';
import type { positionView } from '../views/contribution.server.ts';

export type PositionProps = { position: ReturnType<typeof positionView> };

type Row = Extract<PositionProps['position'], { kind: 'beside' }>['rows'][number];

/** The company's own band beside what was published, and nothing that was not. */
export function Position({ position }: PositionProps) {
  const t = useMessages(texts);
  if (position.kind === 'none')
    return (
      <Section id="position" title={t.position}>
        <p>{t.positionNone}</p>
      </Section>
    );
  if (position.kind === 'other-edition')
    return (
      <Section id="position" title={t.position}>
        <p>{t.otherEdition(position.own)}</p>
      </Section>
    );
  return (
    <Section
      id="position"
      title={t.position}
      intro={position.band === null ? t.positionOfAll : t.positionLead(position.band)}
    >
      <DataTable
        caption={t.positionOf(position.quarter, position.basis)}
        rows={position.rows}
        rowKey={({ id }) => id}
        columns={[
          { key: 'group', header: t.columns.group, cell: ({ name }) => name },
          { key: 'told', header: t.columns.told, cell: ({ told }) => told },
          ...(position.band === null
            ? []
            : [{ key: 'same', header: t.columns.same, cell: ({ same }: Row) => same }]),
          { key: 'n', header: t.columns.n, numeric: true, cell: ({ n }) => n },
        ]}
      />
    </Section>
  );
}
