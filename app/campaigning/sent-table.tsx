import { DataTable } from '../components/data-table.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { useMessages } from '../language.ts';
import { campaign as texts } from '../messages/campaign.ts';
import type { CampaignRow } from '../views/campaigns.server.ts';

/** The campaigns so far and how each went, in counts. */
export function SentTable({ rows }: { rows: readonly CampaignRow[] }) {
  const t = useMessages(texts);
  return (
    <DataTable
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        { key: 'day', header: t.columns.day, cell: ({ day }) => day },
        { key: 'by', header: t.columns.by, cell: ({ byName }) => byName },
        count('written'),
        count('invited'),
        count('optedOut'),
        count('lately'),
        {
          key: 'message',
          header: t.columns.message,
          width: 'w-280',
          cell: ({ message }) => (
            <Disclosure summary={t.readMessage}>
              <p className="as-written">{message}</p>
            </Disclosure>
          ),
        },
      ]}
    />
  );

  function count(key: 'written' | 'optedOut' | 'lately' | 'invited') {
    return {
      key,
      header: t.columns[key],
      numeric: true,
      cell: (row: CampaignRow) => t.items(row[key]),
    };
  }
}
