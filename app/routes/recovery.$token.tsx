import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { findRecovery } from '#db/recoveries.ts';
import { withAuth } from '#db/tenant.ts';
import { newPasswordField } from '../auth/fields.server.ts';
import { completeRecovery } from '../auth/recovery.server.ts';
import { signInHeaders } from '../auth/session.server.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse } from '../forms.ts';
import { part, useLanguage, useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { security } from '../messages/security.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { momentText } from '../print.ts';
import { redirectTo } from '../safe-redirect.ts';

export async function loader({ params }: LoaderFunctionArgs) {
  const found = await withAuth((tx) => findRecovery(tx, 'link', params['token'] ?? ''));
  if (!found) return { state: 'over' as const };
  if (!found.isOpen) return { state: 'waiting' as const, opensAt: found.opensAt.toISOString() };
  return { state: 'open' as const, email: found.email };
}

export async function action(args: ActionFunctionArgs) {
  const link = args.params['token'] ?? '';
  const found = await withAuth((tx) => findRecovery(tx, 'link', link));
  // The loader runs again and says what is the matter; nothing is computed for a link that opens nothing.
  if (!found?.isOpen) return null;
  const schema = z.strictObject({ password: newPasswordField(found.email.split('@')) });
  const sent = await parseForm(args.request, schema);
  if (!sent.ok) return refuse(sent, { secrets: ['password'] });
  const { origin } = args.context.environment;
  const done = await completeRecovery(link, sent.value.password, origin);
  if (!done) return null;
  const headers = await signInHeaders(args, done.accountId, ['link']);
  return redirectTo(paths.security, { headers });
}

export default function Recovery() {
  const found = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? undefined;
  const { account: t, problems, refusedTitle } = useMessages(security);
  const texts = useMessages(signIn);
  const { required } = useMessages(common);
  const language = useLanguage();
  const state = { refused, sentences: problems };
  if (found.state === 'over')
    return (
      <Page>
        <PageHead title={t.overTitle} lead={t.over} />
      </Page>
    );
  if (found.state === 'waiting')
    return (
      <Page>
        <PageHead title={t.waitTitle} lead={t.wait(momentText(found.opensAt, language))} />
      </Page>
    );
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <Form method="post" noValidate className="signin stack-24">
        <Refusal {...state} title={refusedTitle} />
        <Field id="email" label={texts.email} readOnly>
          <TextInput type="email" autoComplete="username" value={found.email} readOnly />
        </Field>
        <Field
          id="password"
          label={texts.password}
          help={texts.newPasswordHelp}
          error={sentenceFor(state, 'password')}
          required={required}
        >
          <TextInput name="password" type="password" autoComplete="new-password" />
        </Field>
        <Button variant="primary" large>
          {t.submit}
        </Button>
      </Form>
    </Page>
  );
}

export const meta = pageTitle(part(security, 'account'));
