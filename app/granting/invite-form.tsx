import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { PersonField } from '../components/person-field.tsx';
import { TextInput } from '../components/text-input.tsx';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { people as texts } from '../messages/people.ts';

export type InviteFormProps = {
  intent: string;
  /** Made part of the ids, where several such forms stand on a page. */
  suffix?: string;
  email: string;
  error: string | undefined;
  /** What the invitation offers. */
  children?: ReactNode;
};

/** An address and what is offered to it. */
export function InviteForm({ intent, suffix = '', email, error, children }: InviteFormProps) {
  const t = useMessages(texts);
  const { required } = useMessages(common);
  return (
    <Form method="post" reloadDocument noValidate className="stack-24 max-w-640 no-print">
      <PersonField />
      <input type="hidden" name="intent" value={intent} />
      <Field id={`email${suffix}`} label={t.email} error={error} required={required}>
        <TextInput name="email" type="email" autoComplete="off" defaultValue={email} />
      </Field>
      {children}
      <p>
        <Button variant="primary">{t.inviteSubmit}</Button>
      </p>
    </Form>
  );
}
