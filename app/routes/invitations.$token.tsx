import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { readNewestEdition } from '#db/content.ts';
import { acceptInvitation, peekInvitation, type InvitationKind } from '#db/invitations.ts';
import { withSystem } from '#db/tenant.ts';
import { nameField, newPasswordField } from '../auth/fields.server.ts';
import { signInHeaders } from '../auth/session.server.ts';
import { LinkButton } from '../components/button.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { parseForm, refuse } from '../forms.ts';
import { placeOf, signUpInvited, targetsFor } from '../granting/accept.server.ts';
import { AcceptForm } from '../granting/accept-form.tsx';
import { grantedNotices } from '../granting/engagement-notices.server.ts';
import { idField, readTerms, termsFields } from '../granting/fields.server.ts';
import { InvitationOffer } from '../granting/invitation-offer.tsx';
import { InvitedSignUp } from '../granting/invited-sign-up.tsx';
import { currentSession, requireConfirmed, requireSession } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { invitation as texts } from '../messages/invitation.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { questionnaireNames } from '../views/sharing.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const token = args.params['token'] ?? '';
  const language = await languageOf(args.request);
  const found = await withSystem(async (tx) => {
    const invitation = await peekInvitation(tx, token);
    return invitation && { invitation, edition: await readNewestEdition(tx) };
  });
  if (!found) return { kind: 'expired' as const };
  const session = await currentSession(args);
  const { invitation, edition } = found;
  const { email, hasAccount, expiresAt, ...offer } = invitation;
  if (session && session.account.email !== email) return { kind: 'other' as const };
  const names = questionnaireNames(edition, language);
  const { questionnaires } = offer;
  return {
    kind: 'open' as const,
    path: paths.invitation(token),
    offer: {
      ...offer,
      questionnaires:
        questionnaires &&
        names.filter(({ id }) => questionnaires.includes(id)).map((one) => one.title),
      expiresAt: expiresAt.toISOString(),
    },
    email: session ? null : email,
    hasAccount,
    standing: names,
    targets: session && (await targetsFor(session, offer.kind)),
  };
}

const target = idField.optional();
const accept = z.literal('accept');
const grant = z.strictObject({ intent: z.literal('grant'), target, ...termsFields });

/** What its page asks: a colleague joins, an organisation is named, or a company says how far it lets in. */
function formOf(kind: InvitationKind) {
  if (kind === 'client') return grant;
  return kind === 'engagement' || kind === 'participant'
    ? z.strictObject({ intent: accept, target })
    : z.strictObject({ intent: accept });
}

export async function action(args: ActionFunctionArgs) {
  const token = args.params['token'] ?? '';
  const found = await withSystem(async (tx) => {
    const invitation = await peekInvitation(tx, token);
    return invitation && { invitation, edition: await readNewestEdition(tx) };
  });
  // The loader runs again and finds no usable link: the page says so.
  if (!found) return null;
  const { invitation, edition } = found;
  if (!(await currentSession(args)) && !invitation.hasAccount)
    return signUp(args, invitation.email);
  const session = await requireSession(args);
  const person = session.account.accountId;
  const sent = await parseForm(args.request, formOf(invitation.kind), { person });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const standing = edition.questionnaires.map(({ document }) => document.id);
  const terms = value.intent === 'grant' ? readTerms(value, standing) : null;
  if (terms && !terms.ok) return refuse({ ...terms, submitted });
  const target = 'target' in value ? (value.target ?? null) : null;
  const taken = await acceptInvitation(session, {
    token,
    target,
    terms: terms?.value ?? null,
    notices: await grantedNotices(args, session, { invitation, target }),
  });
  if (!taken.ok && taken.reason === 'confirm') await requireConfirmed(args, submitted);
  if (!taken.ok) return refuse({ ok: false, problems: { form: taken.reason }, submitted });
  return redirectTo(placeOf(taken.kind, taken.organisationId, target));
}

async function signUp(args: ActionFunctionArgs, email: string) {
  const { request, params } = args;
  const schema = z.strictObject({
    intent: z.literal('sign-up'),
    name: nameField,
    password: newPasswordField(email.split('@')),
  });
  const sent = await parseForm(request, schema);
  if (!sent.ok) return refuse(sent, { secrets: ['password'] });
  const token = params['token'] ?? '';
  const locale = await languageOf(request);
  const accountId = await signUpInvited(token, { ...sent.value, locale });
  if (accountId === null) return null;
  const headers = await signInHeaders(args, accountId, ['link']);
  return redirectTo(paths.invitation(token), { headers });
}

export default function Invitation() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>() ?? undefined;
  const t = useMessages(texts);
  if (view.kind !== 'open') {
    const isOther = view.kind === 'other';
    return (
      <Page>
        <EmptyState
          heading="h1"
          title={isOther ? t.other : t.expiredTitle}
          actions={<LinkButton href={paths.companies}>{t.toCompanies}</LinkButton>}
        >
          <p>{isOther ? t.otherLead : t.expired}</p>
        </EmptyState>
      </Page>
    );
  }
  const { offer, path, email, hasAccount, standing, targets } = view;
  return (
    <Page>
      <PageHead title={t.title} lead={t.from(offer.invitedByName, offer.organisationName)} />
      <div className="stack-24 max-w-640">
        <InvitationOffer offer={offer} />
        {email === null ? (
          <AcceptForm
            kind={offer.kind}
            path={path}
            targets={targets}
            questionnaires={standing}
            refused={refused}
          />
        ) : (
          <InvitedSignUp email={email} hasAccount={hasAccount} path={path} refused={refused} />
        )}
      </div>
    </Page>
  );
}

export const meta = pageTitle(texts);
