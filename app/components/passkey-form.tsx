import { Form } from '@remix-run/react';
import {
  startAuthentication,
  startRegistration,
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
} from '@simplewebauthn/browser';
import { useRef, useState, type FormEvent, type ReactNode } from 'react';
import { useMessages } from '../language.ts';
import { security } from '../messages/security.ts';
import { paths } from '../paths.ts';
import { Button } from './button.tsx';
import { Mark } from './mark.tsx';
import { Note } from './note.tsx';

export type PasskeyFormProps = {
  /** What the passkey's answer is for; it fits nothing else. */
  purpose: 'sign-in' | 'confirm' | 'enrol';
  submit: string;
  variant?: 'primary' | 'outlined';
  /** Where to, if not to the page that it stands on. */
  action?: string;
  /** Posted as a document: what it carries must live through a reload. */
  reloadDocument?: boolean | undefined;
  /** More fields of the form. */
  children?: ReactNode;
};

/**
 * A posted form whose field `passkey` is the answer of the person's authenticator. This is the one thing
 * that does not work without JavaScript: the server then refuses the empty field with a sentence.
 */
export function PasskeyForm(props: PasskeyFormProps) {
  const { purpose, submit, variant = 'primary', children, action, reloadDocument } = props;
  const { passkey: t } = useMessages(security);
  const answer = useRef<HTMLInputElement>(null);
  const [failed, setFailed] = useState(false);
  const ask = (event: FormEvent<HTMLFormElement>) => {
    const [form, field] = [event.currentTarget, answer.current];
    if (!field || field.value !== '') return;
    event.preventDefault();
    setFailed(false);
    ceremony(purpose).then(
      (given) => {
        field.value = given;
        form.requestSubmit();
        // A challenge works once: the next press asks for another.
        field.value = '';
      },
      () => setFailed(true),
    );
  };
  return (
    <Form
      method="post"
      {...(action !== undefined && { action })}
      reloadDocument={reloadDocument ?? false}
      noValidate
      className="stack"
      onSubmit={ask}
    >
      {children}
      <input type="hidden" name="intent" value="passkey" />
      <input type="hidden" name="passkey" defaultValue="" ref={answer} />
      {failed && (
        <Note tone="error" role="alert">
          <p>{t.failed}</p>
        </Note>
      )}
      <Button variant={variant} large wide>
        <Mark name="key" />
        {submit}
      </Button>
      <noscript>
        <p className="muted mt-16">{t.noScript}</p>
      </noscript>
    </Form>
  );
}

/** Asks the server for a challenge and the authenticator for its answer. */
async function ceremony(purpose: PasskeyFormProps['purpose']): Promise<string> {
  const response = await fetch(paths.passkeyOptions, {
    method: 'POST',
    body: new URLSearchParams({ purpose }),
  });
  if (!response.ok) throw new Error(`No challenge: ${response.status}`);
  if (purpose === 'enrol') {
    const optionsJSON: PublicKeyCredentialCreationOptionsJSON = await response.json();
    return JSON.stringify(await startRegistration({ optionsJSON }));
  }
  const optionsJSON: PublicKeyCredentialRequestOptionsJSON = await response.json();
  return JSON.stringify(await startAuthentication({ optionsJSON }));
}
