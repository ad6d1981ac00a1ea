import { Field } from '../components/field.tsx';
import { FieldErrorText } from '../components/field-error-text.tsx';
import { Select } from '../components/select.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useMessages } from '../language.ts';
import { supportFacts as texts } from '../messages/support-facts.ts';
import { AWARD_ROWS } from './fact-rows.ts';
import type { SupportFactInputProps } from './fact-input.tsx';

type AwardRowsProps = SupportFactInputProps & {
  programmes: ReadonlyArray<{ value: string; label: string }>;
};

/** Support that was received: programme and day, without amounts. */
export function AwardRows({ field, values, error, programmes }: AwardRowsProps) {
  const t = useMessages(texts);
  const maybe = [
    { value: '', label: t.unknown },
    { value: 'yes', label: t.yes },
    { value: 'no', label: t.no },
  ];
  const stands = (name: string) => values(name)[0] ?? '';
  return (
    <fieldset className="field" aria-describedby={error ? 'awards-error' : undefined}>
      <legend className="label">{field.title}</legend>
      <p className="field__help">{field.help}</p>
      {error && <FieldErrorText id="awards-error">{error}</FieldErrorText>}
      <div className="stack">
        <label className="choice">
          <input
            type="checkbox"
            name="awards-none"
            value="yes"
            defaultChecked={stands('awards-none') === 'yes'}
          />
          <span>{t.awardsNone}</span>
        </label>
        {AWARD_ROWS.map((row) => (
          <fieldset key={row} className="fact-row">
            <legend className="muted">{t.award(row)}</legend>
            <Field id={`awards-${row}-programme`} label={t.programme}>
              <Select
                name={`awards-${row}-programme`}
                defaultValue={stands(`awards-${row}-programme`)}
                options={[{ value: '', label: t.noProgramme }, ...programmes]}
              />
            </Field>
            <Field id={`awards-${row}-on`} label={t.decidedOn}>
              <TextInput
                type="date"
                name={`awards-${row}-on`}
                defaultValue={stands(`awards-${row}-on`)}
              />
            </Field>
            <Field id={`awards-${row}-running`} label={t.running}>
              <Select
                name={`awards-${row}-running`}
                defaultValue={stands(`awards-${row}-running`)}
                options={maybe}
              />
            </Field>
            <Field id={`awards-${row}-reported`} label={t.reported}>
              <Select
                name={`awards-${row}-reported`}
                defaultValue={stands(`awards-${row}-reported`)}
                options={maybe}
              />
            </Field>
          </fieldset>
        ))}
      </div>
    </fieldset>
  );
}
