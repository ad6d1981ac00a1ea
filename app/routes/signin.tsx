import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { emailField, passwordField } from '../auth/fields.server.ts';
import { sendUnsent } from '../auth/send-unsent.server.ts';
import { signInHeaders } from '../auth/session.server.ts';
import { checkPassword } from '../auth/sign-in.server.ts';
import { carriedIn } from '../auth/unsent.server.ts';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { SignInForm } from '../components/sign-in-form.tsx';
import { Unsaved } from '../components/unsaved.tsx';
import { UnsentText } from '../components/unsent-text.tsx';
import { parseForm, refuse } from '../forms.ts';
import { languageOf } from '../language.server.ts';
import { part, useMessages } from '../language.ts';
import { signIn } from '../messages/sign-in.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { PATH_MAX, redirectTo, safePath } from '../safe-redirect.ts';
import { unsentView } from '../views/unsent.server.ts';

const form = z.strictObject({
  email: emailField,
  password: passwordField,
  back: z.string().max(PATH_MAX).optional(),
  /** A form that met no session; read by `carriedIn`. */
  unsent: z.string().optional(),
});

export function loader({ request }: LoaderFunctionArgs) {
  const back = new URL(request.url).searchParams.get('back');
  return { back: back === null ? null : safePath(back, paths.companies) };
}

export async function action(args: ActionFunctionArgs) {
  const { request, context } = args;
  const sent = await parseForm(request, form);
  const unsent = carriedIn(sent.submitted);
  if (!sent.ok) return refuseWith(sent.problems);
  const { email, password, back } = sent.value;
  const checked = await checkPassword(email, password);
  if (!checked.ok) return refuseWith({ password: checked.reason });
  const headers = await signInHeaders(checked.accountId, context.environment);
  if (unsent) return sendUnsent(args, unsent, headers);
  return redirectTo(safePath(back, paths.companies), { headers });

  async function refuseWith(problems: Record<string, string>) {
    const refused = { ok: false as const, problems, submitted: sent.submitted };
    const answer = refuse(refused, { secrets: ['password', 'unsent'] });
    const view = unsent && (await unsentView(unsent, await languageOf(request)));
    return data({ ...answer.data, view }, { status: 422 });
  }
}

export default function SignIn() {
  const { back } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { signIn: t } = useMessages(signIn);
  if (answer?.ok) return <Unsaved {...answer} />;
  const view = answer?.view;
  return (
    <Page>
      <PageHead title={t.title} />
      <SignInForm back={view?.unsent.to ?? back} carried={view?.carried} refused={answer}>
        {back !== null && !answer && <Note tone="open">{t.needed}</Note>}
      </SignInForm>
      {view && <UnsentText shown={view.shown} />}
    </Page>
  );
}

export const meta = pageTitle(part(signIn, 'signIn'));
