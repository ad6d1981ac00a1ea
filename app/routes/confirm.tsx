import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { checkConfirmation, confirmedSession, confirmOf } from '../auth/confirm.server.ts';
import { codeField, passkeyField, passwordField } from '../auth/fields.server.ts';
import { sendUnsent } from '../auth/send-unsent.server.ts';
import { sessionHeaders } from '../auth/session.server.ts';
import { carriedIn } from '../auth/unsent.server.ts';
import { ConfirmForm } from '../components/confirm-form.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Unsaved } from '../components/unsaved.tsx';
import { UnsentText } from '../components/unsent-text.tsx';
import { parseForm, refuse } from '../forms.ts';
import { requireSession } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { part, useMessages } from '../language.ts';
import { security } from '../messages/security.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo, safePath } from '../safe-redirect.ts';
import { unsentView } from '../views/unsent.server.ts';

/** A form that waits for the confirmation; read by `carriedIn`. */
const carried = { unsent: z.string().optional() };
const forms = {
  passkey: z
    .strictObject({ intent: z.literal('passkey'), passkey: passkeyField, ...carried })
    .transform(({ passkey }) => passkey),
  'one-time-code': z.strictObject({ code: codeField, ...carried }).transform(({ code }) => code),
  password: z
    .strictObject({ password: passwordField, ...carried })
    .transform(({ password }) => password),
};

export async function loader(args: LoaderFunctionArgs) {
  return confirmOf(await requireSession(args));
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const session = await requireSession(args);
  const { how } = await confirmOf(session);
  const field = how === 'one-time-code' ? 'code' : how;
  const sent = await parseForm(request, forms[how], { person: session.account.accountId });
  const unsent = carriedIn(sent.submitted);
  if (!sent.ok) return refuseWith(sent.problems);
  const checked = await checkConfirmation(session, { with: how, given: sent.value }, context);
  if (checked !== 'ok') return refuseWith({ [field]: checked }, checked === 'busy' ? 503 : 422);
  const token = await confirmedSession(session);
  if (token === null) return redirectTo(paths.signIn);
  const headers = await sessionHeaders(token, context.environment);
  if (unsent) return sendUnsent(args, unsent, headers);
  const back = safePath(new URL(request.url).searchParams.get('back'), paths.companies);
  return redirectTo(back, { headers });

  async function refuseWith(problems: Record<string, string>, status: 422 | 503 = 422) {
    const view = unsent && (await unsentView(unsent, await languageOf(request)));
    const refused = { ok: false as const, problems, submitted: {} };
    return data({ ...refuse(refused).data, view }, { status });
  }
}

export default function Confirm() {
  const confirm = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { confirm: t } = useMessages(security);
  if (answer?.ok === true) return <Unsaved {...answer} />;
  const view = answer?.view;
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <div className="signin stack-24">
        <ConfirmForm {...confirm} carried={view?.carried ?? null} refused={answer} />
        <p className="muted">{t.otherwise}</p>
      </div>
      {view && (
        <div className="mt-32">
          <UnsentText shown={view.shown} />
        </div>
      )}
    </Page>
  );
}

export const meta = pageTitle(part(security, 'confirm'));
