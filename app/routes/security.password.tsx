import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { setPassword } from '#db/accounts.ts';
import { changeFactors } from '../auth/factors.server.ts';
import { newPasswordField } from '../auth/fields.server.ts';
import { forgetFailures } from '../auth/limits.server.ts';
import { hashPassword } from '../auth/password.server.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse } from '../forms.ts';
import { requireConfirmed } from '../guards.server.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { security } from '../messages/security.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await requireConfirmed(args);
  return { email: account.email };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireConfirmed(args);
  const { accountId, email } = session.account;
  const schema = z.strictObject({ password: newPasswordField(email.split('@')) });
  const sent = await parseForm(args.request, schema, { person: accountId });
  if (!sent.ok) return refuse(sent, { secrets: ['password'] });
  const hash = await hashPassword(sent.value.password);
  const { environment } = args.context;
  const headers = await changeFactors(session, 'password-replaced', environment, async (tx) => {
    await setPassword(tx, accountId, hash);
    return true;
  });
  if (!headers) return redirectTo(paths.signIn);
  await forgetFailures(email);
  return redirectTo(`${paths.security}?done=password-changed`, { headers });
}

export default function ChangePassword() {
  const { email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { password: t, problems, refusedTitle } = useMessages(security);
  const { newPasswordHelp } = useMessages(signIn);
  const { required, back } = useMessages(common);
  const state = { refused, sentences: problems };
  return (
    <Page>
      <PageHead title={t.newTitle} lead={t.intro} />
      <Form method="post" reloadDocument noValidate className="signin stack-24">
        <PersonField />
        <Refusal {...state} title={refusedTitle} />
        <input type="email" autoComplete="username" defaultValue={email} hidden />
        <Field
          id="password"
          label={t.label}
          help={newPasswordHelp}
          error={sentenceFor(state, 'password')}
          required={required}
        >
          <TextInput name="password" type="password" autoComplete="new-password" />
        </Field>
        <Button variant="primary" large>
          {t.submit}
        </Button>
        <p>
          <a href={paths.security}>{back}</a>
        </p>
      </Form>
    </Page>
  );
}

export const meta = pageTitle({
  ja: { title: security.ja.password.newTitle },
  en: { title: security.en.password.newTitle },
});
