import type { ActionFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { z } from 'zod';
import { emailField } from '../auth/fields.server.ts';
import { countTry } from '../auth/limits.server.ts';
import { askToSignUp } from '../auth/sign-up.server.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse, typed } from '../forms.ts';
import { languageOf } from '../language.server.ts';
import { part, useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, z.strictObject({ email: emailField }));
  if (!form.ok) return refuse(form);
  const counted = await countTry('sign-up', form.value.email);
  if (counted.ok) {
    await askToSignUp(form.value.email, await languageOf(request), context.environment.origin);
  }
  // The answer is the same whether the account exists, or was asked for too often.
  return { ok: true as const };
}

export default function SignUp() {
  const answer = useActionData<typeof action>();
  const { signUp: t, email, problems } = useMessages(signIn);
  const { required } = useMessages(common);
  const { refusedTitle } = useMessages(signIn);
  if (answer?.ok) {
    return (
      <Page>
        <PageHead title={t.sentTitle} />
        <Note tone="ok" role="status">
          <p>{t.sent}</p>
        </Note>
        <p className="mt-16">{t.sentHelp}</p>
      </Page>
    );
  }
  const state = { refused: answer, sentences: problems };
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <Form method="post" noValidate className="stack-24 max-w-640">
        <Refusal {...state} title={refusedTitle} />
        <Field id="email" label={email} error={sentenceFor(state, 'email')} required={required}>
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            defaultValue={typed(answer?.submitted, 'email')}
          />
        </Field>
        <p>
          <Button variant="primary" large>
            {t.submit}
          </Button>
        </p>
        <p>
          <a href={paths.signIn}>{t.have}</a>
        </p>
      </Form>
    </Page>
  );
}

export const meta = pageTitle(part(signIn, 'signUp'));
