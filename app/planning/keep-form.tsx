import { Form } from '@remix-run/react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { PersonField } from '../components/person-field.tsx';
import { TextGuard } from '../components/text-guard.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useMessages } from '../language.ts';
import { plan as texts } from '../messages/plan.ts';
import type { WishFields } from './wish-fields.server.ts';

type KeepFormProps = {
  action: string;
  /** The random id of the scenario that this form makes. */
  id: string;
  fields: WishFields;
  /** As it was typed before it was refused, and why. */
  name?: string;
  error?: string | undefined;
};

/** A name for the conditions that were just tried. */
export function KeepForm({ action, id, fields, name = '', error }: KeepFormProps) {
  const t = useMessages(texts);
  const hidden = Object.entries(fields).flatMap(([field, value]: [string, string | string[]]) =>
    [value].flat().map((one) => ({ field, one })),
  );
  return (
    <Form method="post" action={action} reloadDocument noValidate className="stack-24">
      <PersonField />
      <input type="hidden" name="intent" value="add" />
      <input type="hidden" name="id" value={id} />
      {hidden.map(({ field, one }) => (
        <input key={`${field} ${one}`} type="hidden" name={field} value={one} />
      ))}
      <Field id="name" label={t.keepName} help={t.keepNameHelp} error={error}>
        <TextGuard id="name" isSaid={error !== undefined}>
          <TextInput name="name" maxLength={60} defaultValue={name} />
        </TextGuard>
      </Field>
      <p>
        <Button>{t.keepSubmit}</Button>
      </p>
    </Form>
  );
}
