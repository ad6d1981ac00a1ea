import type { ActionFunctionArgs } from '@remix-run/node';
import { Form, useActionData } from '@remix-run/react';
import { z } from 'zod';
import { emailField } from '../auth/fields.server.ts';
import { countTry } from '../auth/limits.server.ts';
import { askForReset } from '../auth/reset.server.ts';
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

export async function action({ request, context }: ActionFunctionArgs) {
  const form = await parseForm(request, z.strictObject({ email: emailField }));
  if (!form.ok) return refuse(form);
  const counted = await countTry('reset', form.value.email);
  if (counted.ok) {
    await askForReset(form.value.email, await languageOf(request), context.environment.origin);
  }
  return { ok: true as const };
}

export default function ForgotPassword() {
  const answer = useActionData<typeof action>();
  const t = useMessages(signIn);
  const { required } = useMessages(common);
  const { refusedTitle } = useMessages(signIn);
  if (answer?.ok) {
    return (
      <Page>
        <PageHead title={t.signUp.sentTitle} />
        <Note tone="ok" role="status">
          <p>{t.forgot.sent}</p>
        </Note>
        <p className="mt-16">{t.signUp.sentHelp}</p>
      </Page>
    );
  }
  const state = { refused: answer, sentences: t.problems };
  return (
    <Page>
      <PageHead title={t.forgot.title} lead={t.forgot.lead} />
      <Form method="post" noValidate className="stack-24 max-w-640">
        <Refusal {...state} title={refusedTitle} />
        <Field id="email" label={t.email} error={sentenceFor(state, 'email')} required={required}>
          <TextInput
            name="email"
            type="email"
            autoComplete="email"
            defaultValue={typed(answer?.submitted, 'email')}
          />
        </Field>
        <p>
          <Button variant="primary" large>
            {t.forgot.submit}
          </Button>
        </p>
      </Form>
    </Page>
  );
}

export const meta = pageTitle(part(signIn, 'forgot'));
