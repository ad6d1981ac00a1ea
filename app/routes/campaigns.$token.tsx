import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { optInAgain, optOut, peekCampaign } from '#db/campaign-links.ts';
import { withSystem } from '#db/tenant.ts';
import { permissionSentence } from '#emails/campaign.ts';
import { AskForInvitation } from '../campaigning/ask-for-invitation.tsx';
import { askForInvitation } from '../campaigning/ask.server.ts';
import { OptOut } from '../campaigning/opt-out.tsx';
import { LinkButton } from '../components/button.tsx';
import { Definition } from '../components/definition.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { parseForm, refuse } from '../forms.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { campaignLink as texts } from '../messages/campaign-link.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { dateText } from '../print.ts';
import { redirectTo } from '../safe-redirect.ts';

const form = z.strictObject({ intent: z.enum(['ask', 'opt-out', 'opt-in-again'], 'form') });

export async function loader({ request, params }: LoaderFunctionArgs) {
  const found = await withSystem((tx) => peekCampaign(tx, params['token'] ?? ''));
  if (!found) return data({ state: 'unknown' as const }, { status: 404 });
  const language = await languageOf(request);
  const { associationName: association, hasOptedOut } = found;
  if (found.state === 'old')
    return data({ state: 'old' as const, association, hasOptedOut }, { status: 410 });
  return {
    state: found.state,
    association,
    hasOptedOut,
    isAsked: new URL(request.url).searchParams.get('done') === 'asked',
    message: found.message,
    senderName: found.senderName,
    senderAddress: found.senderAddress,
    day: dateText(found.writtenAt.toISOString(), language),
    why: permissionSentence(language, {
      association,
      permission: found.permission,
      since: dateText(found.permittedSince, language),
    }),
  };
}

/** A post, because programs that look through messages open every link. */
export async function action(args: ActionFunctionArgs) {
  const token = args.params['token'] ?? '';
  const sent = await parseForm(args.request, form);
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const done = await doneBy(args, value.intent, token);
  // The loader runs again and finds no such message: the page says so.
  if (!done.ok && done.reason === 'not-found') return data(null, { status: 404 });
  if (!done.ok) return refuse({ ok: false, problems: { form: done.reason }, submitted });
  const here = paths.campaignLink(token);
  return redirectTo(value.intent === 'ask' ? `${here}?done=asked` : here);
}

function doneBy(args: ActionFunctionArgs, intent: z.infer<typeof form>['intent'], token: string) {
  switch (intent) {
    case 'ask':
      return askForInvitation(args, token);
    case 'opt-out':
      return withSystem((tx) => optOut(tx, token));
    case 'opt-in-again':
      return withSystem((tx) => optInAgain(tx, token));
  }
}

export default function CampaignLink() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? undefined;
  const t = useMessages(texts);
  if (view.state === 'unknown')
    return (
      <Page>
        <EmptyState
          heading="h1"
          title={t.unknownTitle}
          actions={<LinkButton href={paths.start}>{t.toStart}</LinkButton>}
        >
          <p>{t.unknown}</p>
        </EmptyState>
      </Page>
    );
  const { association, hasOptedOut } = view;
  if (view.state === 'old')
    return (
      <Page>
        <PageHead title={t.oldTitle} lead={t.old} />
        <OptOut association={association} hasOptedOut={hasOptedOut} />
      </Page>
    );
  const { message, senderName, senderAddress, day, why, state, isAsked } = view;
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead(association)} />
      <div className="stack-24">
        <Refusal refused={refused} sentences={t.problems} title={t.refusedTitle} />
        {isAsked && !refused && !hasOptedOut && (
          <Note tone="ok" role="status">
            {t.asked}
          </Note>
        )}
      </div>
      <Section id="message" title={t.messageTitle}>
        <p className="as-written">{message}</p>
        <Definition
          lines
          items={[
            { term: t.from, value: `${association} ${senderName}` },
            { term: t.address, value: senderAddress },
            { term: t.day, value: day },
            { term: t.why, value: why },
          ]}
        />
      </Section>
      {!hasOptedOut && <AskForInvitation state={state} />}
      <OptOut association={association} hasOptedOut={hasOptedOut} />
    </Page>
  );
}

export const meta = pageTitle(texts);
