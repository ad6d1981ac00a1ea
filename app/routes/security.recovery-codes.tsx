import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData } from '@remix-run/react';
import { z } from 'zod';
import { replaceRecoveryCodes } from '#db/recovery-codes.ts';
import { changeFactors } from '../auth/factors.server.ts';
import { newRecoveryCodes, readable } from '../auth/recovery-codes.server.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { PrintButton } from '../components/print-button.tsx';
import { Refusal } from '../components/refusal.tsx';
import { parseForm, refuse } from '../forms.ts';
import { requireConfirmed } from '../guards.server.ts';
import { part, useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { security } from '../messages/security.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';

/** A press of the button is all that it holds. */
const form = z.strictObject({});

export async function loader(args: LoaderFunctionArgs) {
  await requireConfirmed(args);
  return null;
}

/** The answer itself shows the codes: they stand nowhere else, and a reload asks for new ones. */
export async function action(args: ActionFunctionArgs) {
  const session = await requireConfirmed(args);
  const { accountId } = session.account;
  const sent = await parseForm(args.request, form, { person: accountId });
  if (!sent.ok) return refuse(sent);
  const codes = newRecoveryCodes();
  const { environment } = args.context;
  const headers = await changeFactors(session, 'recovery-codes-made', environment, async (tx) => {
    await replaceRecoveryCodes(tx, accountId, codes);
    return true;
  });
  if (!headers) return redirectTo(paths.signIn);
  return data({ ok: true as const, codes: codes.map(readable) }, { headers });
}

export default function RecoveryCodes() {
  const made = useActionData<typeof action>();
  const { recovery: t, problems, refusedTitle } = useMessages(security);
  const { back } = useMessages(common);
  if (!made?.ok)
    return (
      <Page>
        <PageHead title={t.title} lead={t.intro} />
        {/* A plain post, so that the new page is one that the browser prints whole. */}
        <form method="post" className="stack-24">
          <Refusal refused={made} sentences={problems} title={refusedTitle} />
          <PersonField />
          <Note tone="open">
            <p>{t.again}</p>
          </Note>
          <Button variant="primary" large>
            {t.make}
          </Button>
          <p>
            <a href={paths.security}>{back}</a>
          </p>
        </form>
      </Page>
    );
  return (
    <Page>
      <PageHead title={t.shownTitle} lead={t.shown} />
      <ol className="bullets" id="codes">
        {made.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <p className="muted no-print mt-16">{t.printHelp}</p>
      <div className="no-print mt-24">
        <ButtonRow>
          <PrintButton>{t.print}</PrintButton>
          <LinkButton href={paths.security}>{t.done}</LinkButton>
        </ButtonRow>
      </div>
    </Page>
  );
}

export const meta = pageTitle(part(security, 'recovery'));
