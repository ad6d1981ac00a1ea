import { Form } from '@remix-run/react';
import { Button, LinkButton } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { typed, type Refused } from '../forms.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { invitation as texts } from '../messages/invitation.ts';
import { signIn } from '../messages/sign-in.ts';
import { paths } from '../paths.ts';

export type InvitedSignUpProps = {
  email: string;
  hasAccount: boolean;
  /** The address of the invitation, to come back to. */
  path: string;
  refused: Refused | undefined;
};

/** Before an invitation can be accepted: sign in, or make the account of the invited address. */
export function InvitedSignUp({ email, hasAccount, path, refused }: InvitedSignUpProps) {
  const t = useMessages(texts);
  const words = useMessages(signIn);
  const { required } = useMessages(common);
  const state = { refused, sentences: words.problems };
  if (hasAccount) {
    return (
      <>
        <p>{t.signInLead}</p>
        <LinkButton
          variant="primary"
          href={`${paths.signIn}?${new URLSearchParams({ back: path }).toString()}`}
        >
          {t.signIn}
        </LinkButton>
      </>
    );
  }
  return (
    <Form method="post" noValidate className="stack-24">
      <p>{t.signUpLead}</p>
      <Refusal {...state} title={words.refusedTitle} />
      <input type="hidden" name="intent" value="sign-up" />
      <Field id="email" label={words.email} readOnly>
        <TextInput type="email" autoComplete="username" value={email} readOnly />
      </Field>
      <Field
        id="name"
        label={words.name}
        help={words.nameHelp}
        error={sentenceFor(state, 'name')}
        required={required}
      >
        <TextInput
          name="name"
          autoComplete="name"
          maxLength={80}
          defaultValue={typed(refused?.submitted, 'name')}
        />
      </Field>
      <Field
        id="password"
        label={words.password}
        help={words.newPasswordHelp}
        error={sentenceFor(state, 'password')}
        required={required}
      >
        <TextInput name="password" type="password" autoComplete="new-password" />
      </Field>
      <p>
        <Button variant="primary" large>
          {t.signUpSubmit}
        </Button>
      </p>
    </Form>
  );
}
