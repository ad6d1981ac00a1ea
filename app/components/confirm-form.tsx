import type { Refused } from '../forms.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { security } from '../messages/security.ts';
import { signIn } from '../messages/sign-in.ts';
import type { Confirm } from '../unsent.ts';
import { Button } from './button.tsx';
import { CarriedFields } from './carried-fields.tsx';
import { Field } from './field.tsx';
import { PasskeyForm } from './passkey-form.tsx';
import { PersonField } from './person-field.tsx';
import { Refusal, sentenceFor } from './refusal.tsx';
import { TextInput } from './text-input.tsx';

export type ConfirmFormProps = Confirm & {
  /** Where to, if not to the page that it stands on. */
  action?: string;
  /** A form that waits for this, as its hidden field has it. */
  carried: string | null;
  refused?: Refused | undefined;
};

/** Passkey, code or password again, whichever is the strongest that the person has. */
export function ConfirmForm({ how, email, action, carried, refused }: ConfirmFormProps) {
  const { confirm: t, passkey: p, problems, refusedTitle } = useMessages(security);
  const texts = useMessages(signIn);
  const { required } = useMessages(common);
  const state = { refused, sentences: problems };
  const more = (
    <>
      <PersonField />
      <CarriedFields back={null} carried={carried} />
    </>
  );
  if (how === 'passkey')
    return (
      <>
        <Refusal {...state} title={refusedTitle} />
        <PasskeyForm
          purpose="confirm"
          submit={p.confirm}
          {...(action && { action })}
          reloadDocument
        >
          {more}
        </PasskeyForm>
      </>
    );
  return (
    <>
      <Refusal {...state} title={refusedTitle} />
      <form method="post" action={action} noValidate className="stack-24">
        {more}
        {how === 'password' ? (
          <>
            <input type="email" autoComplete="username" defaultValue={email} hidden />
            <Field
              id="password"
              label={texts.password}
              error={sentenceFor(state, 'password')}
              required={required}
            >
              <TextInput name="password" type="password" autoComplete="current-password" />
            </Field>
          </>
        ) : (
          <Field id="code" label={t.code} error={sentenceFor(state, 'code')} required={required}>
            <TextInput name="code" autoComplete="one-time-code" inputMode="numeric" />
          </Field>
        )}
        <Button variant="primary" large wide>
          {t.submit}
        </Button>
      </form>
    </>
  );
}
