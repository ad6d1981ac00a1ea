import { Field } from '../components/field.tsx';
import { FieldErrorText } from '../components/field-error-text.tsx';
import { Select } from '../components/select.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useMessages } from '../language.ts';
import { supportFacts as texts } from '../messages/support-facts.ts';
import { OWNER_KINDS, OWNER_ROWS } from './fact-rows.ts';
import type { SupportFactInputProps } from './fact-input.tsx';

/** Who owns the company: shares and kinds, without names. What the rows leave open counts as unknown. */
export function OwnerRows({ field, values, error }: SupportFactInputProps) {
  const t = useMessages(texts);
  return (
    <fieldset className="field" aria-describedby={error ? 'owners-error' : undefined}>
      <legend className="label">{field.title}</legend>
      <p className="field__help">{field.help}</p>
      {error && <FieldErrorText id="owners-error">{error}</FieldErrorText>}
      <div className="stack">
        {OWNER_ROWS.map((row) => (
          <fieldset key={row} className="fact-row">
            <legend className="muted">{t.owner(row)}</legend>
            <Field id={`owners-${row}-share`} label={t.share}>
              <TextInput
                name={`owners-${row}-share`}
                inputMode="decimal"
                autoComplete="off"
                defaultValue={values(`owners-${row}-share`)[0] ?? ''}
              />
            </Field>
            <Field id={`owners-${row}-kind`} label={t.kind}>
              <Select
                name={`owners-${row}-kind`}
                defaultValue={values(`owners-${row}-kind`)[0] ?? ''}
                options={[
                  { value: '', label: t.noProgramme },
                  ...OWNER_KINDS.map((kind) => ({ value: kind, label: t.kinds[kind] })),
                ]}
              />
            </Field>
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}
