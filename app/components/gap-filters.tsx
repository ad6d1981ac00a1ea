import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { gaps as texts } from '../messages/gaps.ts';
import { Field } from './field.tsx';
import { FilterRow } from './filter-row.tsx';
import { Select } from './select.tsx';
import { TextInput } from './text-input.tsx';

export type GapFiltersProps = {
  action: string;
  values: { q: string; domain: string; obligation: string; gate: string; certainty: string };
  domains: ReadonlyArray<{ id: string; title: string }>;
};

/** Plain GET: the address holds the filter, and the fields keep what was chosen. */
export function GapFilters({ action, values, domains }: GapFiltersProps) {
  const t = useMessages(texts);
  const { obligations } = useMessages(answering);
  const all = { value: '', label: t.all };
  const lists = [
    {
      name: 'domain',
      label: t.domain,
      value: values.domain,
      options: domains.map(({ id, title }) => ({ value: id, label: `${id} ${title}` })),
    },
    {
      name: 'obligation',
      label: t.obligation,
      value: values.obligation,
      options: Object.entries(obligations).map(([value, label]) => ({ value, label })),
    },
    {
      name: 'gate',
      label: t.gate,
      value: values.gate,
      options: [
        { value: 'in', label: t.inGate },
        { value: 'out', label: t.notInGate },
      ],
    },
    {
      name: 'certainty',
      label: t.certainty,
      value: values.certainty,
      options: [
        { value: 'definite', label: t.definite },
        { value: 'open', label: t.open },
      ],
    },
  ];
  return (
    <FilterRow action={action} label={t.filter} button={t.submit}>
      <Field id="f-q" label={t.search}>
        <TextInput name="q" type="search" maxLength={100} defaultValue={values.q} />
      </Field>
      {lists.map(({ name, label, value, options }) => (
        <Field key={name} id={`f-${name}`} label={label}>
          <Select name={name} defaultValue={value} options={[all, ...options]} />
        </Field>
      ))}
    </FilterRow>
  );
}
