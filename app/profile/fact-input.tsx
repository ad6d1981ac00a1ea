import { Field } from '../components/field.tsx';
import { RadioCards } from '../components/radio-cards.tsx';
import { Select } from '../components/select.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { profile as texts } from '../messages/profile.ts';
import { withBrackets } from '../print.ts';
import type { FactField } from '../views/profile.server.ts';

export type FactInputProps = {
  field: FactField;
  /** As typed, else as stored; empty means not known. */
  value: string;
  error: string | undefined;
};

/** One fact of a company; 「わからない」 is always among the choices. */
export function FactInput({ field, value, error }: FactInputProps) {
  const t = useMessages(texts);
  const language = useLanguage();
  const { id, title, help } = field;
  if (field.type === 'boolean') {
    return (
      <RadioCards
        id={id}
        name={id}
        legend={title}
        help={help}
        error={error}
        columns={3}
        defaultValue={value === '' ? 'unknown' : value}
        options={[
          { value: 'yes', label: t.yes },
          { value: 'no', label: t.no },
          { value: 'unknown', label: t.unknown },
        ]}
      />
    );
  }
  return (
    <Field
      id={id}
      label={field.unit ? withBrackets(title, field.unit, language) : title}
      help={help}
      error={error}
    >
      {field.type === 'choice' ? (
        <Select
          name={id}
          defaultValue={value}
          options={[{ value: '', label: t.unknown }, ...field.options]}
        />
      ) : (
        <TextInput
          name={id}
          inputMode="numeric"
          autoComplete="off"
          defaultValue={value}
          placeholder={t.unknown}
        />
      )}
    </Field>
  );
}
