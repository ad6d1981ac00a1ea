import { DataTable } from '../components/data-table.tsx';
import { Note } from '../components/note.tsx';
import type { Submitted } from '../forms.ts';
import { useMessages } from '../language.ts';
import { profile as texts } from '../messages/profile.ts';
import { timeText } from '../print.ts';
import type { FactField } from '../views/profile.server.ts';

export type ProfileConflictProps = {
  theirs: { byName: string; at: string; fields: FactField[] };
  submitted: Submitted;
};

/** Somebody saved the facts meanwhile: what differs, theirs beside what was typed here. */
export function ProfileConflict({ theirs, submitted }: ProfileConflictProps) {
  const t = useMessages(texts);
  const shown = (field: FactField, value: string) => {
    if (value === '' || value === 'unknown') return t.unknown;
    if (field.type === 'boolean') return value === 'yes' ? t.yes : t.no;
    return field.options.find((option) => option.value === value)?.label ?? value;
  };
  const rows = theirs.fields
    .map((field) => ({
      id: field.id,
      title: field.title,
      saved: shown(field, field.stored),
      typed: shown(field, submitted[field.id]?.[0] ?? ''),
    }))
    .filter((row) => row.saved !== row.typed);
  return (
    <Note tone="open" role="alert" title={t.stale(theirs.byName, timeText(theirs.at))}>
      <p>{t.staleLead}</p>
      <DataTable
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          { key: 'title', header: t.fact, cell: (row) => row.title },
          { key: 'saved', header: t.theirs, cell: (row) => row.saved },
          { key: 'typed', header: t.yours, cell: (row) => row.typed },
        ]}
      />
    </Note>
  );
}
