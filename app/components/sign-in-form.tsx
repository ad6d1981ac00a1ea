import { Form } from '@remix-run/react';
import type { ReactNode } from 'react';
import type { Refused } from '../forms.ts';
import { typed } from '../forms.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { security } from '../messages/security.ts';
import { signIn } from '../messages/sign-in.ts';
import { paths } from '../paths.ts';
import { Button } from './button.tsx';
import { CarriedFields, type Carries } from './carried-fields.tsx';
import { Field } from './field.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { Refusal, sentenceFor } from './refusal.tsx';
import { TextInput } from './text-input.tsx';

export type SignInFormProps = Carries & {
  refused?: Refused | undefined;
  /** Stands above the fields. */
  children?: ReactNode;
};

/** A passkey, or address and password; both carry on what another form could not save. */
export function SignInForm({ refused, children, ...carries }: SignInFormProps) {
  const { signIn: t, email, password, problems, refusedTitle } = useMessages(signIn);
  const { passkey: p, problems: more } = useMessages(security);
  const { required } = useMessages(common);
  const state = { refused, sentences: { ...more, ...problems } };
  return (
    <div className="signin stack-24">
      {children}
      <Refusal {...state} title={refusedTitle} />
      <PasskeyForm
        purpose="sign-in"
        submit={p.signIn}
        action={paths.signIn}
        reloadDocument={carries.carried !== null}
      >
        <CarriedFields {...carries} />
      </PasskeyForm>
      <p className="muted">{p.help}</p>
      <p className="or">{p.or}</p>
      <Form
        method="post"
        action={paths.signIn}
        // What is carried lives in the posted document alone, so that a reload sends it once more.
        reloadDocument={carries.carried !== null}
        noValidate
        className="stack-24"
      >
        <CarriedFields {...carries} />
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
        <Button large wide>
          {t.submit}
        </Button>
      </Form>
      <ul className="link-list">
        <li>
          <a href={paths.forgotPassword}>{t.forgot}</a>
        </li>
        <li>
          <a href={paths.signUp}>{t.none}</a>
        </li>
      </ul>
      <p className="muted">{p.lost}</p>
    </div>
  );
}
