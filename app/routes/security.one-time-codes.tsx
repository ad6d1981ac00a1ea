import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { changeFactors } from '../auth/factors.server.ts';
import { codeField } from '../auth/fields.server.ts';
import { firstCode, offerCodes, offeredCodes } from '../auth/one-time-codes.server.ts';
import { Button } from '../components/button.tsx';
import { Field } from '../components/field.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { QrCode } from '../components/qr-code.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse } from '../forms.ts';
import { requireConfirmed } from '../guards.server.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { security } from '../messages/security.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';

const form = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('begin') }),
  z.strictObject({ intent: z.literal('check'), code: codeField }),
]);

export async function loader(args: LoaderFunctionArgs) {
  const { account } = await requireConfirmed(args);
  return { offer: await offeredCodes(account) };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireConfirmed(args);
  const { accountId } = session.account;
  const sent = await parseForm(args.request, form, { person: accountId });
  if (!sent.ok) return refuse(sent);
  if (sent.value.intent === 'begin') {
    const isOffered = await offerCodes(accountId);
    return redirectTo(isOffered ? paths.oneTimeCodes : paths.security);
  }
  const first = await firstCode(accountId, sent.value.code);
  if (typeof first === 'string')
    return refuse({ ok: false, problems: { code: first }, submitted: sent.submitted });
  const { environment } = args.context;
  const headers = await changeFactors(session, 'one-time-codes-added', environment, first);
  if (!headers) return redirectTo(paths.security);
  return redirectTo(`${paths.security}?done=codes-added`, { headers });
}

export default function OneTimeCodes() {
  const { offer } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { codes: t, problems, refusedTitle } = useMessages(security);
  const { required, back } = useMessages(common);
  const state = { refused, sentences: problems };
  const begin = (
    <Form method="post" reloadDocument>
      <PersonField />
      <input type="hidden" name="intent" value="begin" />
      <Button variant={offer ? 'outlined' : 'primary'}>{t.begin}</Button>
    </Form>
  );
  return (
    <Page>
      <PageHead title={t.newTitle} lead={offer ? t.newLead : t.beginLead} />
      <div className="signin stack-24">
        <Refusal {...state} title={refusedTitle} />
        {offer ? (
          <>
            <QrCode {...offer.qr} label={t.qr} />
            <p>
              {t.secret}
              <br />
              <code id="secret">{offer.secret}</code>
            </p>
            <Form method="post" reloadDocument noValidate className="stack-24">
              <PersonField />
              <input type="hidden" name="intent" value="check" />
              <Field
                id="code"
                label={t.code}
                error={sentenceFor(state, 'code')}
                required={required}
              >
                <TextInput name="code" autoComplete="one-time-code" inputMode="numeric" />
              </Field>
              <Button variant="primary" large wide>
                {t.submit}
              </Button>
            </Form>
          </>
        ) : (
          begin
        )}
        <p>
          <a href={paths.security}>{back}</a>
        </p>
      </div>
    </Page>
  );
}

export const meta = pageTitle({
  ja: { title: security.ja.codes.newTitle },
  en: { title: security.en.codes.newTitle },
});
