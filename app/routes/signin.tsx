import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { codeField, emailField, passkeyField, passwordField } from '../auth/fields.server.ts';
import { checkPasskey } from '../auth/passkeys.server.ts';
import { sendUnsent } from '../auth/send-unsent.server.ts';
import { signInHeaders } from '../auth/session.server.ts';
import { checkPassword, checkSecondStep } from '../auth/sign-in.server.ts';
import { carriedIn } from '../auth/unsent.server.ts';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { SecondStep } from '../components/second-step.tsx';
import { SignInAside } from '../components/sign-in-aside.tsx';
import { SignInForm } from '../components/sign-in-form.tsx';
import { Split } from '../components/split.tsx';
import { Unsaved } from '../components/unsaved.tsx';
import { UnsentText } from '../components/unsent-text.tsx';
import { parseForm, refuse, typed } from '../forms.ts';
import { languageOf } from '../language.server.ts';
import { part, useMessages } from '../language.ts';
import { security } from '../messages/security.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { PATH_MAX, redirectTo, safePath } from '../safe-redirect.ts';
import { unsentView } from '../views/unsent.server.ts';

const led = {
  back: z.string().max(PATH_MAX).optional(),
  /** A form that met no session; read by `carriedIn`. */
  unsent: z.string().optional(),
};
const ways = z.discriminatedUnion('intent', [
  z.strictObject({
    intent: z.literal('password'),
    email: emailField,
    password: passwordField,
    ...led,
  }),
  z.strictObject({ intent: z.literal('passkey'), passkey: passkeyField, ...led }),
  z.strictObject({ intent: z.literal('code'), step: z.string().max(100), code: codeField, ...led }),
]);
/** A form that names no way is the one with a password. */
const form = z.preprocess((fields) => ({ intent: 'password', ...Object(fields) }), ways);

export function loader({ request }: LoaderFunctionArgs) {
  const { searchParams } = new URL(request.url);
  const back = searchParams.get('back');
  return {
    back: back === null ? null : safePath(back, paths.companies),
    isAfterReset: searchParams.get('after') === 'reset',
  };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const sent = await parseForm(request, form);
  const unsent = carriedIn(sent.submitted);
  const view = unsent && (await unsentView(unsent, await languageOf(request)));
  if (!sent.ok) return refuseWith(sent.problems);
  const answer = await answerTo(sent.value, context);
  if (answer.ok === 'half') return data({ ok: 'half' as const, step: answer.step, view });
  if (!answer.ok)
    return refuseWith(
      { [FIELD[sent.value.intent]]: answer.reason },
      answer.reason === 'busy' ? 503 : 422,
    );
  const headers = await signInHeaders(args, answer.accountId, answer.proofs);
  if (unsent) return sendUnsent(args, unsent, headers);
  return redirectTo(safePath(sent.value.back, paths.companies), { headers });

  function refuseWith(problems: Record<string, string>, status = 422) {
    const refused = { ok: false as const, problems, submitted: sent.submitted };
    return data({ ...refuse(refused, { secrets: SECRETS }).data, view }, { status });
  }
}

const SECRETS = ['password', 'passkey', 'code', 'unsent'];
const FIELD = { password: 'password', passkey: 'passkey', code: 'code' };

type Way = z.infer<typeof form>;

async function answerTo(way: Way, context: ActionFunctionArgs['context']) {
  const { environment, network } = context;
  if (way.intent === 'password') return checkPassword(way.email, way.password, network);
  if (way.intent === 'code') return checkSecondStep(way.step, way.code, context);
  const of = { purpose: 'sign-in', sessionId: null } as const;
  const accountId = await checkPasskey(environment, of, way.passkey);
  return accountId === null
    ? { ok: false as const, reason: 'passkey-failed' }
    : { ok: true as const, accountId, proofs: ['passkey' as const] };
}

export default function SignIn() {
  const { back, isAfterReset } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { signIn: t } = useMessages(signIn);
  const { afterReset } = useMessages(security);
  if (answer?.ok === true) return <Unsaved {...answer} />;
  const view = answer?.view;
  const refused = answer?.ok === false ? answer : undefined;
  const carries = { back: view?.unsent.to ?? back, carried: view?.carried ?? null, refused };
  const step = answer?.ok === 'half' ? answer.step : typed(refused?.submitted, 'step');
  const isSecond = step !== '' && refused?.problems['code'] !== 'step-over';
  return (
    <Page>
      {isSecond ? (
        <SecondStep step={step} {...carries} />
      ) : (
        <>
          <PageHead title={t.title} />
          <Split>
            <SignInForm {...carries}>
              {isAfterReset && !refused && <Note tone="open">{afterReset}</Note>}
              {back !== null && !refused && <Note tone="open">{t.needed}</Note>}
            </SignInForm>
            <SignInAside />
          </Split>
        </>
      )}
      {view && <UnsentText shown={view.shown} />}
    </Page>
  );
}

export const meta = pageTitle(part(signIn, 'signIn'));
