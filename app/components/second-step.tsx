import { Form } from '@remix-run/react';
import type { Refused } from '../forms.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { security } from '../messages/security.ts';
import { paths } from '../paths.ts';
import { Button } from './button.tsx';
import { CarriedFields, type Carries } from './carried-fields.tsx';
import { Field } from './field.tsx';
import { PageHead } from './page-head.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { Refusal, sentenceFor } from './refusal.tsx';
import { TextInput } from './text-input.tsx';

export type SecondStepProps = Carries & {
  /** Stands for the right password. */
  step: string;
  refused: Refused | undefined;
};

/** After the password: a one-time code, a saved recovery code, or a passkey after all. */
export function SecondStep({ step, refused, ...carries }: SecondStepProps) {
  const { step: t, passkey: p, problems, refusedTitle } = useMessages(security);
  const { required } = useMessages(common);
  const state = { refused, sentences: problems };
  return (
    <>
      <PageHead title={t.title} lead={t.lead} />
      <div className="signin stack-24">
        <Refusal {...state} title={refusedTitle} />
        <Form
          method="post"
          action={paths.signIn}
          reloadDocument={carries.carried !== null}
          noValidate
          className="stack-24"
        >
          <CarriedFields {...carries} />
          <input type="hidden" name="intent" value="code" />
          <input type="hidden" name="step" value={step} />
          <Field
            id="code"
            label={t.code}
            help={t.codeHelp}
            error={sentenceFor(state, 'code')}
            required={required}
          >
            <TextInput name="code" autoComplete="one-time-code" maxLength={40} />
          </Field>
          <Button variant="primary" large wide>
            {t.submit}
          </Button>
        </Form>
        <p className="or">{p.or}</p>
        <PasskeyForm
          purpose="sign-in"
          submit={p.signIn}
          variant="outlined"
          action={paths.signIn}
          reloadDocument={carries.carried !== null}
        >
          <CarriedFields {...carries} />
        </PasskeyForm>
        <p>
          <a href={paths.signIn}>{t.restart}</a>
        </p>
        <p className="muted">{p.lost}</p>
      </div>
    </>
  );
}
