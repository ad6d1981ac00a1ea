import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { getCompany } from '#db/companies.ts';
import { readNewestEdition } from '#db/content.ts';
import { listContributions } from '#db/contributions.ts';
import {
  grantEngagement,
  listEngagements,
  revokeEngagement,
  type Engagement,
} from '#db/engagements.ts';
import { invite, listInvitations, withdrawInvitation } from '#db/invitations.ts';
import { leaveAssociation, listJoinedAssociations } from '#db/participation.ts';
import type { CompanyTx } from '#db/tenant.ts';
import type { EngagementEvent } from '#emails/engagement.ts';
import { emailField } from '../auth/fields.server.ts';
import { DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { parseForm, refuse } from '../forms.ts';
import { answerGranted } from '../granting/answer.server.ts';
import { AssociationEntry } from '../granting/association-entry.tsx';
import { DoneNote } from '../granting/done-note.tsx';
import { engagementNotices } from '../granting/engagement-notices.server.ts';
import { EngagementEntry } from '../granting/engagement-entry.tsx';
import { idField, readTerms, termsFields } from '../granting/fields.server.ts';
import { invitationFor } from '../granting/invitation.server.ts';
import { InviteForm } from '../granting/invite-form.tsx';
import { OutsideNote } from '../granting/outside-note.tsx';
import { TermsFields } from '../granting/terms-fields.tsx';
import { useRefused } from '../granting/use-refused.ts';
import { WaitingInvitations } from '../granting/waiting-invitations.tsx';
import { inCompany, requireConfirmed, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { people as peopleTexts } from '../messages/people.ts';
import { sharing } from '../messages/sharing.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { associationsView, engagementsView, questionnaireNames } from '../views/sharing.server.ts';

const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('invite'), email: emailField, ...termsFields }),
    z.strictObject({
      intent: z.literal('renew'),
      engagement: idField,
      consultancy: idField,
      ...termsFields,
    }),
    z.strictObject({ intent: z.literal('end'), engagement: idField }),
    z.strictObject({ intent: z.literal('withdraw'), invitation: idField }),
    z.strictObject({ intent: z.literal('leave-association'), association: idField }),
  ],
  'form',
);

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const language = await languageOf(args.request);
  const read = await inCompany(member, async (tx) => ({
    company: await getCompany(tx),
    engagements: await listEngagements(tx),
    associations: await listJoinedAssociations(tx),
    contributions: await listContributions(tx),
    invitations: await listInvitations(tx),
    edition: await readNewestEdition(tx),
  }));
  return {
    org: member.companyId,
    company: read.company.name,
    isOutside: member.role === 'consultant',
    isOwner: member.role === 'owner',
    fresh: randomUUID(),
    questionnaires: questionnaireNames(read.edition, language),
    engagements: engagementsView(read.engagements, read.edition, new Date(), language),
    associations: associationsView(read.associations, read.contributions, language),
    invitations: read.invitations
      .filter(({ kind }) => kind === 'engagement')
      .map(({ invitationId, email, expiresAt }) => ({
        id: invitationId,
        email,
        role: null,
        expiresAt: expiresAt.toISOString(),
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const path = paths.sharing(member.companyId);
  const byName = member.name;
  await requireConfirmed(args, submitted);
  if (value.intent === 'end') {
    const { engagement: engagementId } = value;
    const ended = await inCompany(member, async (tx) => {
      const notices = await noticesIn(tx, 'ended', (one) => one.engagementId === engagementId);
      return revokeEngagement(tx, { engagementId, byName, notices });
    });
    return answerGranted(ended, { path, done: 'ended', submitted });
  }
  if (value.intent === 'withdraw') {
    const gone = await inCompany(member, (tx) => withdrawInvitation(tx, value.invitation));
    return answerGranted(gone, { path, done: 'withdrawn', submitted });
  }
  if (value.intent === 'leave-association') {
    const left = await inCompany(member, (tx) => leaveAssociation(tx, value.association));
    return answerGranted(left, { path, done: 'left', submitted });
  }
  const edition = await inCompany(member, readNewestEdition);
  const standing = edition.questionnaires.map(({ document }) => document.id);
  const terms = readTerms(value, standing);
  if (!terms.ok) return refuse({ ...terms, submitted });
  if (value.intent === 'renew') {
    const { engagement: engagementId, consultancy: consultancyId } = value;
    const given = { ...terms.value, engagementId, consultancyId, startsAt: null, byName };
    const granted = await inCompany(member, async (tx) => {
      const notices = await noticesIn(tx, 'granted', (one) => one.consultancyId === consultancyId);
      return grantEngagement(tx, { ...given, notices });
    });
    return answerGranted(granted, { path, done: 'engaged', submitted });
  }
  const invited = await inCompany(member, async (tx) => {
    const { name: organisation } = await getCompany(tx);
    const offer = { kind: 'engagement' as const, ...terms.value };
    const given = { email: value.email, offer, organisation, inviter: byName };
    return invite(tx, await invitationFor(args, given));
  });
  return answerGranted(invited, { path, done: 'invited', submitted });

  async function noticesIn(
    tx: CompanyTx,
    event: EngagementEvent,
    isMeant: (one: Engagement) => boolean,
  ) {
    const [{ name: company }, engagements] = [await getCompany(tx), await listEngagements(tx)];
    const { consultancyName: consultancy = '' } = engagements.find(isMeant) ?? {};
    const { origin } = args.context.environment;
    const { companyId } = member;
    return engagementNotices(event, { origin, companyId, company, consultancy, byName });
  }
}

export default function Sharing() {
  const view = useLoaderData<typeof loader>();
  const { state, typedIn, errorIn } = useRefused(useActionData<typeof action>());
  const t = useMessages(sharing);
  const words = useMessages(peopleTexts);
  if (view.isOutside) return <OutsideNote org={view.org} company={view.company} />;
  const again = typedIn('invite');
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        {!view.isOwner && <p>{words.ownersOnly}</p>}
      </PageHead>
      <div className="stack-24">
        <DoneNote />
        <Refusal {...state} />
      </div>
      <Section id="consultants" title={t.consultants} intro={t.consultantsIntro}>
        {view.engagements.now.length === 0 && (
          <EmptyState heading="h3" title={t.none}>
            <p>{t.noneLead}</p>
          </EmptyState>
        )}
        {view.engagements.now.map((engagement) => (
          <EngagementEntry
            key={engagement.id}
            engagement={engagement}
            fresh={view.fresh}
            mayChange={view.isOwner}
            questionnaires={view.questionnaires}
            submitted={typedIn('renew')}
            errors={errorIn('renew')}
          />
        ))}
      </Section>
      <Section id="associations" title={t.associations} intro={t.associationsIntro}>
        {view.associations.length === 0 && <p>{t.noAssociation}</p>}
        {view.associations.map((association) => (
          <AssociationEntry
            key={association.id}
            org={view.org}
            association={association}
            company={view.company}
            mayChange={view.isOwner}
          />
        ))}
      </Section>
      {view.isOwner && (
        <>
          <Section id="invite" title={t.invite} intro={t.inviteLead}>
            <InviteForm
              intent="invite"
              email={again?.['email']?.[0] ?? ''}
              error={errorIn('invite')('email')}
            >
              <TermsFields
                questionnaires={view.questionnaires}
                submitted={again}
                errors={errorIn('invite')}
              />
            </InviteForm>
          </Section>
          <Section id="waiting" title={words.waiting}>
            <WaitingInvitations invitations={view.invitations} />
          </Section>
        </>
      )}
      {view.engagements.past.length > 0 && (
        <Section id="past" title={t.past}>
          <DataTable
            rows={view.engagements.past}
            rowKey={({ id }) => id}
            columns={[
              { key: 'name', header: t.pastName, cell: ({ name }) => name },
              { key: 'scope', header: t.scope, cell: ({ scope }) => t.scopes[scope] },
              { key: 'term', header: t.term, cell: (one) => t.termText(one.from, one.until) },
              {
                key: 'ended',
                header: t.endedBy,
                cell: ({ ended }) =>
                  ended.by === null ? t.endedByTime(ended.on) : t.endedByName(ended.by, ended.on),
              },
            ]}
          />
        </Section>
      )}
    </Page>
  );
}

export const meta = pageTitle(sharing);
