import { useMessages } from '../language.ts';
import { log as texts } from '../messages/log.ts';
import { Field } from './field.tsx';
import { FilterRow } from './filter-row.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

export type LogFiltersProps = {
  action: string;
  values: { person: string; kind: string; since: string; until: string };
  people: ReadonlyArray<{ id: string; name: string }>;
  kinds: ReadonlyArray<string>;
};

/** Plain GET: the address holds the filter, and the fields keep what was chosen. */
export function LogFilters({ action, values, people, kinds }: LogFiltersProps) {
  const t = useMessages(texts);
  return (
    <FilterRow action={action} label={t.filter} button={t.submit}>
      <Field id="f-person" label={t.person}>
        <Select
          name="person"
          defaultValue={values.person}
          options={[
            { value: '', label: t.everybody },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </Field>
      <Field id="f-kind" label={t.kind}>
        <Select
          name="kind"
          defaultValue={values.kind}
          options={[
            { value: '', label: t.everything },
            ...kinds.map((kind) => ({ value: kind, label: t.kinds[kind] ?? kind })),
          ]}
        />
      </Field>
      <Field id="f-since" label={t.since}>
        <TextInput name="since" type="date" defaultValue={values.since} />
      </Field>
      <Field id="f-until" label={t.until}>
        <TextInput name="until" type="date" defaultValue={values.until} />
      </Field>
    </FilterRow>
  );
}
