import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { factorsOf } from '#db/factors.ts';
import { removeOneTimeCodes } from '#db/one-time-codes.ts';
import { listPasskeys, removePasskey } from '#db/passkeys.ts';
import { endOwnSession, endSessions, listSessions, type LiveSession } from '#db/sessions.ts';
import { withAuth } from '#db/tenant.ts';
import { changeFactors } from '../auth/factors.server.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PasskeyList } from '../components/passkey-list.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { SessionList } from '../components/session-list.tsx';
import { parseForm, refuse } from '../forms.ts';
import { requireConfirmed, requireSession } from '../guards.server.ts';
import { part, useMessages } from '../language.ts';
import { security } from '../messages/security.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo, safePath } from '../safe-redirect.ts';

const form = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('remove-passkey'), credential: z.string().max(1400) }),
  z.strictObject({ intent: z.literal('remove-codes') }),
  z.strictObject({ intent: z.literal('end-session'), session: z.uuid() }),
  z.strictObject({ intent: z.literal('end-others') }),
]);

export async function loader(args: LoaderFunctionArgs) {
  const { account, sessionId, level } = await requireSession(args);
  const { searchParams } = new URL(args.request.url);
  const needed = searchParams.get('needed');
  const [factors, passkeys, sessions] = await withAuth(async (tx) => [
    await factorsOf(tx, account.accountId),
    await listPasskeys(tx, account.accountId),
    await listSessions(tx, account.accountId),
  ]);
  return {
    level,
    done: searchParams.get('done'),
    needed: needed === null ? null : safePath(needed, paths.companies),
    factors,
    passkeys: passkeys.map(({ credentialId, name, createdAt, lastUsedAt }) => ({
      id: credentialId,
      name,
      madeAt: createdAt.toISOString(),
      usedAt: lastUsedAt?.toISOString() ?? null,
    })),
    sessions: sessions.map((one) => ({
      id: one.sessionId,
      browser: one.userAgentFamily,
      since: one.createdAt.toISOString(),
      seen: one.lastSeenAt.toISOString(),
      isThis: one.sessionId === sessionId,
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const session = await requireSession(args);
  const sent = await parseForm(args.request, form, { person: session.account.accountId });
  if (!sent.ok) return refuse(sent);
  const { intent } = sent.value;
  if (intent === 'end-session' || intent === 'end-others') {
    await endTheirs(session, intent === 'end-session' ? sent.value.session : null);
    return redirectTo(done('session-ended'));
  }
  const { environment } = args.context;
  const { accountId } = (await requireConfirmed(args)).account;
  const headers =
    intent === 'remove-codes'
      ? await changeFactors(session, 'one-time-codes-removed', environment, (tx) =>
          removeOneTimeCodes(tx, accountId),
        )
      : await removeOne(session, sent.value.credential, environment);
  if (headers === null) return redirectTo(paths.security);
  const what = intent === 'remove-codes' ? 'codes-removed' : 'passkey-removed';
  return redirectTo(done(what), { headers });
}

const done = (what: string) => `${paths.security}?done=${what}`;

function removeOne(
  session: LiveSession,
  credential: string,
  environment: ActionFunctionArgs['context']['environment'],
) {
  return changeFactors(session, 'passkey-removed', environment, async (tx) => {
    return (await removePasskey(tx, session.account.accountId, credential)) !== null;
  });
}

async function endTheirs({ account, sessionId }: LiveSession, one: string | null): Promise<void> {
  await withAuth(async (tx) => {
    if (one === null) await endSessions(tx, account.accountId, { except: sessionId });
    else await endOwnSession(tx, account.accountId, one);
  });
}

export default function Security() {
  const { level, done, needed, factors, passkeys, sessions } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useMessages(security);
  return (
    <Page>
      <PageHead title={t.settings.title} lead={t.settings.lead}>
        <p>
          {t.settings.levelNow}
          <strong>{t.settings.level[level]}</strong>
        </p>
      </PageHead>
      <Refusal refused={refused} sentences={t.problems} title={t.refusedTitle} />
      <Notes done={done} needed={needed} level={level} />
      <Section id="passkeys" title={t.passkeys.title} intro={t.passkeys.intro}>
        <PasskeyList passkeys={passkeys} />
        <LinkButton href={paths.newPasskey}>{t.passkeys.add}</LinkButton>
      </Section>
      <Section id="codes" title={t.codes.title} intro={t.codes.intro}>
        <p>{factors.hasOneTimeCodes ? t.codes.on : t.codes.off}</p>
        {factors.hasOneTimeCodes ? (
          <form method="post">
            <PersonField />
            <input type="hidden" name="intent" value="remove-codes" />
            <Button>{t.codes.remove}</Button>
          </form>
        ) : (
          <LinkButton href={paths.oneTimeCodes}>{t.codes.add}</LinkButton>
        )}
      </Section>
      <Section id="recovery" title={t.recovery.title} intro={t.recovery.intro}>
        <p>
          {factors.recoveryCodes > 0 ? t.recovery.left(factors.recoveryCodes) : t.recovery.none}
        </p>
        <LinkButton href={paths.recoveryCodes}>{t.recovery.make}</LinkButton>
      </Section>
      <Section id="password" title={t.password.title} intro={t.password.intro}>
        <LinkButton href={paths.changePassword}>{t.password.change}</LinkButton>
      </Section>
      <Section id="sessions" title={t.sessions.title} intro={t.sessions.intro}>
        <SessionList sessions={sessions} />
      </Section>
    </Page>
  );
}

type NotesProps = { done: string | null; needed: string | null; level: 1 | 2 };

function Notes({ done, needed, level }: NotesProps) {
  const { settings: t, done: said } = useMessages(security);
  const sentence = done === null ? undefined : said[done];
  return (
    <>
      {sentence && (
        <Note tone="ok" role="status">
          <p>{sentence}</p>
        </Note>
      )}
      {needed !== null && (
        <Note tone="open">
          {level === 1 ? (
            <p>{t.needed}</p>
          ) : (
            <p>
              <a href={needed}>{t.neededBack}</a>
            </p>
          )}
        </Note>
      )}
    </>
  );
}

export const meta = pageTitle(part(security, 'settings'));
