import { CheckBoxes } from '../components/check-boxes.tsx';
import { Field } from '../components/field.tsx';
import { Select } from '../components/select.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { supportFacts as texts } from '../messages/support-facts.ts';
import { withBrackets } from '../print.ts';
import type { SupportFactField } from '../views/support-facts.server.ts';

export type SupportFactInputProps = {
  field: SupportFactField;
  /** What stands in a field: as typed, else as stored. */
  values: (name: string) => readonly string[];
  error: string | undefined;
};

/** One fact; 「分からない」 is what stands there until somebody says otherwise. */
export function SupportFactInput({ field, values, error }: SupportFactInputProps) {
  const t = useMessages(texts);
  const language = useLanguage();
  const { id, title, help, type } = field;
  const [value = ''] = values(id);
  if (type === 'set') {
    return (
      <CheckBoxes
        id={id}
        name={id}
        legend={title}
        help={help}
        error={error}
        options={[
          ...field.options,
          { value: 'none', label: t.noneOfThem },
          { value: 'declined', label: t.declined },
        ]}
        chosen={values(id)}
      />
    );
  }
  const label = field.unit === null ? title : withBrackets(title, field.unit, language);
  const options =
    type === 'boolean'
      ? [
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
        ]
      : field.options;
  return (
    <Field id={id} label={label} help={help} error={error}>
      {type === 'integer' ? (
        <TextInput
          name={id}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={value}
          placeholder={t.unknown}
        />
      ) : (
        <Select
          name={id}
          defaultValue={value}
          options={[
            { value: '', label: t.unknown },
            ...options,
            { value: 'declined', label: t.declined },
          ]}
        />
      )}
    </Field>
  );
}
