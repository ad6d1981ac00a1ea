import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Refused } from '../forms.ts';
import { typed } from '../forms.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { signIn } from '../messages/sign-in.ts';
import { paths } from '../paths.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Refusal, sentenceFor } from './refusal.tsx';
import { TextInput } from './text-input.tsx';

export type SignInFormProps = {
  /** Where to go afterwards. */
  back: string | null;
  /** A form that met no session, as its hidden field has it. */
  carried?: string | null | undefined;
  /** The sign-in page, where the form stands on another. */
  to?: string;
  refused?: Refused | undefined;
  /** Stands above the fields. */
  children?: ReactNode;
};

/** Address and password; carries on what another form could not save. */
export function SignInForm({ back, carried = null, to, refused, children }: SignInFormProps) {
  const { signIn: t, email, password, problems, refusedTitle } = useMessages(signIn);
  const { required } = useMessages(common);
  const state = { refused, sentences: problems };
  return (
    <Form
      method="post"
      {...(to !== undefined && { action: to })}
      // What is carried lives in the posted document alone, so that a reload sends it once more.
      reloadDocument={carried !== null}
      noValidate
      className="stack-24 max-w-640"
    >
      {children}
      <Refusal {...state} title={refusedTitle} />
      {back !== null && <input type="hidden" name="back" value={back} />}
      {carried !== null && <input type="hidden" name="unsent" value={carried} />}
      <Field id="email" label={email} error={sentenceFor(state, 'email')} required={required}>
        <TextInput
          name="email"
          type="email"
          autoComplete="username"
          defaultValue={typed(refused?.submitted, 'email')}
        />
      </Field>
      <Field
        id="password"
        label={password}
        error={sentenceFor(state, 'password')}
        required={required}
      >
        <TextInput name="password" type="password" autoComplete="current-password" />
      </Field>
      <p>
        <Button variant="primary" large>
          {t.submit}
        </Button>
      </p>
      <ul className="link-list">
        <li>
          <a href={paths.forgotPassword}>{t.forgot}</a>
        </li>
        <li>
          <a href={paths.signUp}>{t.none}</a>
        </li>
      </ul>
    </Form>
  );
}
