import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Select, type SelectProps } from '../components/select.tsx';
import { TextInput } from '../components/text-input.tsx';
import { typed, type Submitted } from '../forms.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { contribution as texts } from '../messages/contribution.ts';

const SELECTS = ['industry', 'region', 'size'] as const;

export type GroupsFormProps = {
  choices: Readonly<Record<string, SelectProps['options']>>;
  /** What was released last, else what the signed result says. */
  stored: Readonly<Record<(typeof SELECTS)[number], string>>;
  submitted: Submitted | undefined;
  errorOf: (field: string) => string | undefined;
};

/** The groups of the company and what tells it from others; leads to the preview and stores nothing. */
export function GroupsForm({ choices, stored, submitted, errorOf }: GroupsFormProps) {
  const t = useMessages(texts);
  const { required } = useMessages(common);
  const helps = { industry: t.industryHelp, region: t.regionHelp, size: undefined };
  return (
    <Form method="post" reloadDocument noValidate className="stack-24 max-w-640 no-print">
      <PersonField />
      <input type="hidden" name="intent" value="preview" />
      {SELECTS.map((name) => (
        <Field
          key={name}
          id={name}
          label={t[name]}
          help={helps[name]}
          error={errorOf(name)}
          required={required}
        >
          <Select
            name={name}
            options={choices[name] ?? []}
            defaultValue={typed(submitted, name, stored[name])}
          />
        </Field>
      ))}
      <Field
        id="number"
        label={t.number}
        help={t.numberHelp}
        error={errorOf('number')}
        required={required}
      >
        <TextInput
          name="number"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed(submitted, 'number')}
        />
      </Field>
      <Field id="parent" label={t.parent} help={t.parentHelp} error={errorOf('parent')}>
        <TextInput
          name="parent"
          inputMode="numeric"
          autoComplete="off"
          defaultValue={typed(submitted, 'parent')}
        />
      </Field>
      <p>
        <Button variant="primary">{t.preview}</Button>
      </p>
    </Form>
  );
}
