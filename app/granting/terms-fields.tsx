import { CheckBoxes } from '../components/check-boxes.tsx';
import { Field } from '../components/field.tsx';
import { RadioCards } from '../components/radio-cards.tsx';
import { TextInput } from '../components/text-input.tsx';
import type { Submitted } from '../forms.ts';
import { useMessages } from '../language.ts';
import { sharing } from '../messages/sharing.ts';

export type TermsFieldsProps = {
  suffix?: string;
  questionnaires: readonly { id: string; title: string }[];
  /** What was typed in this form, where it was refused. */
  submitted?: Submitted | undefined;
  errors: (field: string) => string | undefined;
};

/** How far, which questionnaires, how long: 90 days where nothing else is said. */
export function TermsFields({ suffix = '', questionnaires, submitted, errors }: TermsFieldsProps) {
  const t = useMessages(sharing);
  const all = questionnaires.map(({ id }) => id);
  return (
    <>
      <RadioCards
        id={`scope${suffix}`}
        name="scope"
        legend={t.scope}
        error={errors('scope')}
        defaultValue={submitted?.['scope']?.[0] ?? 'read'}
        options={(['read', 'answer'] as const).map((value) => ({
          value,
          label: t.scopes[value],
          text: t.scopeTexts[value],
        }))}
      />
      <CheckBoxes
        id={`questionnaires${suffix}`}
        name="questionnaires"
        legend={t.questionnaires}
        help={t.questionnairesHelp}
        error={errors('questionnaires')}
        options={questionnaires.map(({ id, title }) => ({ value: id, label: title }))}
        chosen={submitted ? (submitted['questionnaires'] ?? []) : all}
      />
      <Field id={`days${suffix}`} label={t.days} help={t.daysHelp} error={errors('days')}>
        <TextInput
          name="days"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={submitted?.['days']?.[0] ?? '90'}
        />
      </Field>
    </>
  );
}
