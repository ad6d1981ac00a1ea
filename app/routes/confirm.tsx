import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { factorsOf } from '#db/factors.ts';
import { withAuth } from '#db/tenant.ts';
import { checkConfirmation, confirmedSession, strongest } from '../auth/confirm.server.ts';
import { codeField, passkeyField, passwordField } from '../auth/fields.server.ts';
import { sessionHeaders } from '../auth/session.server.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PasskeyForm } from '../components/passkey-form.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse } from '../forms.ts';
import { requireSession } from '../guards.server.ts';
import { part, useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { security } from '../messages/security.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo, safePath } from '../safe-redirect.ts';

const forms = {
  passkey: z.strictObject({ intent: z.literal('passkey'), passkey: passkeyField }),
  'one-time-code': z.strictObject({ code: codeField }),
  password: z.strictObject({ password: passwordField }),
};

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await requireSession(args);
  const how = strongest(await withAuth((tx) => factorsOf(tx, account.accountId)));
  return { how, email: account.email };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireSession(args);
  const { accountId } = session.account;
  const how = strongest(await withAuth((tx) => factorsOf(tx, accountId)));
  const field = how === 'one-time-code' ? 'code' : how;
  const sent = await parseForm(args.request, forms[how], { person: accountId });
  if (!sent.ok) return refuse(sent, { secrets: [field] });
  const given = Object.values(sent.value).at(-1) ?? '';
  const checked = await checkConfirmation(session, { with: how, given }, args.context);
  if (checked !== 'ok') {
    const refused = { ok: false as const, problems: { [field]: checked }, submitted: {} };
    return refuse(refused, { status: checked === 'busy' ? 503 : 422 });
  }
  const back = safePath(new URL(args.request.url).searchParams.get('back'), paths.companies);
  const token = await confirmedSession(session);
  if (token === null) return redirectTo(paths.signIn);
  return redirectTo(back, { headers: await sessionHeaders(token, args.context.environment) });
}

export default function Confirm() {
  const { how, email } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { confirm: t, passkey: p, problems, refusedTitle } = useMessages(security);
  const texts = useMessages(signIn);
  const { required } = useMessages(common);
  const state = { refused, sentences: problems };
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <div className="signin stack-24">
        <Refusal {...state} title={refusedTitle} />
        {how === 'passkey' ? (
          <PasskeyForm purpose="confirm" submit={p.confirm} reloadDocument>
            <PersonField />
          </PasskeyForm>
        ) : (
          <Form method="post" reloadDocument noValidate className="stack-24">
            <PersonField />
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
              <Field
                id="code"
                label={t.code}
                error={sentenceFor(state, 'code')}
                required={required}
              >
                <TextInput name="code" autoComplete="one-time-code" inputMode="numeric" />
              </Field>
            )}
            <Button variant="primary" large wide>
              {t.submit}
            </Button>
          </Form>
        )}
        <p className="muted">{t.otherwise}</p>
      </div>
    </Page>
  );
}

export const meta = pageTitle(part(security, 'confirm'));
