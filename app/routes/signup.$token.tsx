import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { peekEmailToken } from '#db/email-tokens.ts';
import { withAuth } from '#db/tenant.ts';
import { nameField, newPasswordField } from '../auth/fields.server.ts';
import { signInHeaders } from '../auth/session.server.ts';
import { finishSignUp } from '../auth/sign-up.server.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { LinkExpired } from '../components/link-expired.tsx';
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
import { redirectTo } from '../safe-redirect.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const email = await withAuth((tx) => peekEmailToken(tx, 'signup', params['token'] ?? ''));
  return { email };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const email = await withAuth((tx) => peekEmailToken(tx, 'signup', token));
  const form = await parseForm(
    request,
    z.strictObject({ name: nameField, password: newPasswordField(email ? email.split('@') : []) }),
  );
  if (!form.ok) return refuse(form, { secrets: ['password'] });
  const locale = await languageOf(request);
  const made = await finishSignUp(token, { ...form.value, locale });
  // The loader runs again and finds no usable link: the page says so.
  if (!made.ok) return null;
  const headers = await signInHeaders(made.accountId, context);
  return redirectTo(paths.newCompany, { headers });
}

export default function FinishSignUp() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? undefined;
  const t = useMessages(signIn);
  const { required } = useMessages(common);
  const { refusedTitle } = useMessages(signIn);
  const state = { refused, sentences: t.problems };
  if (email === null) return <LinkExpired again={paths.signUp} />;
  return (
    <Page>
      <PageHead title={t.finish.title} lead={t.finish.lead} />
      <Form method="post" noValidate className="stack-24 max-w-640">
        <Refusal {...state} title={refusedTitle} />
        <Field id="email" label={t.email} readOnly>
          <TextInput type="email" autoComplete="username" value={email} readOnly />
        </Field>
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
            {t.finish.submit}
          </Button>
        </p>
      </Form>
    </Page>
  );
}

export const meta = pageTitle(part(signIn, 'finish'));
