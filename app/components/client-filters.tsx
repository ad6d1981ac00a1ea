import { useMessages } from '../language.ts';
import { clients as texts } from '../messages/clients.ts';
import { Field } from './field.tsx';
import { FilterRow } from './filter-row.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

export type ClientFiltersProps = {
  action: string;
  values: { q: string; state: string; order: string };
};

/** Plain GET: the address holds the filter, and the fields keep what was chosen. */
export function ClientFilters({ action, values }: ClientFiltersProps) {
  const t = useMessages(texts);
  return (
    <FilterRow action={action} label={t.filter} button={t.submit}>
      <Field id="f-q" label={t.search}>
        <TextInput name="q" type="search" maxLength={100} defaultValue={values.q} />
      </Field>
      <Field id="f-state" label={t.state}>
        <Select
          name="state"
          defaultValue={values.state}
          options={[{ value: '', label: t.all }, ...options(t.states)]}
        />
      </Field>
      <Field id="f-order" label={t.order}>
        <Select name="order" defaultValue={values.order} options={options(t.orders)} />
      </Field>
    </FilterRow>
  );
}

function options(words: Record<string, string>) {
  return Object.entries(words).map(([value, label]) => ({ value, label }));
}
