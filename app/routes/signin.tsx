import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { emailField, passwordField } from '../auth/fields.server.ts';
import { signInHeaders } from '../auth/session.server.ts';
import { checkPassword } from '../auth/sign-in.server.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse, typed } from '../forms.ts';
import { part, useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo, safePath } from '../safe-redirect.ts';

const form = z.strictObject({
  email: emailField,
  password: passwordField,
  back: z.string().max(500).optional(),
});

export function loader({ request }: LoaderFunctionArgs) {
  const back = new URL(request.url).searchParams.get('back');
  return { back: back === null ? null : safePath(back, paths.companies) };
}

export async function action({ request, context }: ActionFunctionArgs) {
  const sent = await parseForm(request, form);
  if (!sent.ok) return refuse(sent, { secrets: ['password'] });
  const { email, password, back } = sent.value;
  const checked = await checkPassword(email, password, context.network);
  if (!checked.ok) {
    const refused = { ok: false as const, problems: { password: checked.reason } };
    return refuse({ ...refused, submitted: sent.submitted }, { secrets: ['password'] });
  }
  const headers = await signInHeaders(checked.accountId, context);
  return redirectTo(safePath(back, paths.companies), { headers });
}

export default function SignIn() {
  const { back } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { signIn: t, email, password, problems } = useMessages(signIn);
  const { required } = useMessages(common);
  const { refusedTitle } = useMessages(signIn);
  const state = { refused, sentences: problems };
  return (
    <Page>
      <PageHead title={t.title} />
      <Form method="post" noValidate className="stack-24 max-w-640">
        {back !== null && !refused && <Note tone="open">{t.needed}</Note>}
        <Refusal {...state} title={refusedTitle} />
        {back !== null && <input type="hidden" name="back" value={back} />}
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
    </Page>
  );
}

export const meta = pageTitle(part(signIn, 'signIn'));
