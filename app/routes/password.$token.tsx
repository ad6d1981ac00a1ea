import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { peekEmailToken } from '#db/email-tokens.ts';
import { withAuth } from '#db/tenant.ts';
import { newPasswordField } from '../auth/fields.server.ts';
import { finishReset } from '../auth/reset.server.ts';
import { signInHeaders } from '../auth/session.server.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { LinkExpired } from '../components/link-expired.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse } from '../forms.ts';
import { part, useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const email = await withAuth((tx) => peekEmailToken(tx, 'reset', params['token'] ?? ''));
  return { email };
}

export async function action({ request, params, context }: ActionFunctionArgs) {
  const token = params['token'] ?? '';
  const email = await withAuth((tx) => peekEmailToken(tx, 'reset', token));
  const form = await parseForm(
    request,
    z.strictObject({ password: newPasswordField(email ? email.split('@') : []) }),
  );
  if (!form.ok) return refuse(form, { secrets: ['password'] });
  const changed = await finishReset(token, form.value.password, context.environment.origin);
  // The loader runs again and finds no usable link: the page says so.
  if (!changed.ok) return null;
  const headers = await signInHeaders(changed.accountId, context);
  return redirectTo(paths.companies, { headers });
}

export default function NewPassword() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? undefined;
  const t = useMessages(signIn);
  const { required } = useMessages(common);
  const { refusedTitle } = useMessages(signIn);
  const state = { refused, sentences: t.problems };
  if (email === null) return <LinkExpired again={paths.forgotPassword} />;
  return (
    <Page>
      <PageHead title={t.reset.title} lead={t.reset.lead} />
      <Form method="post" noValidate className="stack-24 max-w-640">
        <Refusal {...state} title={refusedTitle} />
        <Field id="email" label={t.email} readOnly>
          <TextInput type="email" autoComplete="username" value={email} readOnly />
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
            {t.reset.submit}
          </Button>
        </p>
      </Form>
    </Page>
  );
}

export const meta = pageTitle(part(signIn, 'reset'));
