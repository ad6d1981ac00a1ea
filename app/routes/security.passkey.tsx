import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { changeFactors } from '../auth/factors.server.ts';
import { newPasskey } from '../auth/passkeys.server.ts';
import { Field } from '../components/field.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PasskeyForm } from '../components/passkey-form.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse, typed } from '../forms.ts';
import { requireConfirmed } from '../guards.server.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { security } from '../messages/security.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';

const form = z.strictObject({
  intent: z.literal('passkey'),
  name: z.string('passkey-name').trim().min(1, 'passkey-name').max(40, 'passkey-name'),
  passkey: z.string().min(1, 'passkey-not-made').max(20_000, 'passkey-not-made'),
});

export async function loader(args: LoaderFunctionArgs) {
  await requireConfirmed(args);
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireConfirmed(args);
  const sent = await parseForm(args.request, form, { person: session.account.accountId });
  if (!sent.ok) return refuse(sent, { secrets: ['passkey'] });
  const { environment } = args.context;
  const add = await newPasskey(environment, session, sent.value.passkey, sent.value.name);
  const headers = add && (await changeFactors(session, 'passkey-added', environment, add));
  if (headers) return redirectTo(`${paths.security}?done=passkey-added`, { headers });
  const refused = { ok: false as const, problems: { passkey: 'passkey-not-made' } };
  return refuse({ ...refused, submitted: sent.submitted }, { secrets: ['passkey'] });
}

export default function NewPasskey() {
  const refused = useActionData<typeof action>();
  const { passkeys: t, passkey, problems, refusedTitle } = useMessages(security);
  const { required } = useMessages(common);
  const state = { refused, sentences: problems };
  return (
    <Page>
      <PageHead title={t.newTitle} lead={t.newLead} />
      <div className="signin stack-24">
        <Refusal {...state} title={refusedTitle} />
        <PasskeyForm purpose="enrol" submit={passkey.add} reloadDocument>
          <PersonField />
          <Field
            id="name"
            label={t.name}
            help={t.nameHelp}
            error={sentenceFor(state, 'name')}
            required={required}
          >
            <TextInput
              name="name"
              autoComplete="off"
              maxLength={40}
              defaultValue={typed(refused?.submitted, 'name')}
            />
          </Field>
        </PasskeyForm>
        <p className="muted">{passkey.help}</p>
        <p className="muted">{t.notice}</p>
        <p>
          <a href={paths.security}>{useMessages(common).back}</a>
        </p>
      </div>
    </Page>
  );
}

export const meta = pageTitle({
  ja: { title: security.ja.passkeys.newTitle },
  en: { title: security.en.passkeys.newTitle },
});
