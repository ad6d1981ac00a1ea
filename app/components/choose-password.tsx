import { Form } from '@remix-run/react';
import { typed, type Refused } from '../forms.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { signIn } from '../messages/sign-in.ts';
import { Button } from './button.tsx';
import { Field } from './field.tsx';
import { Page } from './page.tsx';
import { PageHead } from './page-head.tsx';
import { Refusal, sentenceFor } from './refusal.tsx';
import { TextInput } from './text-input.tsx';

export type ChoosePasswordProps = {
  email: string;
  refused: Refused | undefined;
  texts: { title: string; lead: string; submit: string };
  /** A new account has a name, too. */
  asksName?: boolean;
};

/** The page of a link from a message: a password for its address. */
export function ChoosePassword({ email, refused, texts, asksName }: ChoosePasswordProps) {
  const t = useMessages(signIn);
  const { required } = useMessages(common);
  const state = { refused, sentences: t.problems };
  return (
    <Page>
      <PageHead title={texts.title} lead={texts.lead} />
      <Form method="post" noValidate className="stack-24 max-w-640">
        <Refusal {...state} title={t.refusedTitle} />
        <Field id="email" label={t.email} readOnly>
          <TextInput type="email" autoComplete="username" value={email} readOnly />
        </Field>
        {asksName && (
          <Field
            id="name"
            label={t.name}
            help={t.nameHelp}
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
        )}
        <Field
          id="password"
          label={t.password}
          help={t.newPasswordHelp}
          error={sentenceFor(state, 'password')}
          required={required}
        >
          <TextInput name="password" type="password" autoComplete="new-password" />
        </Field>
        <p>
          <Button variant="primary" large>
            {texts.submit}
          </Button>
        </p>
      </Form>
    </Page>
  );
}
