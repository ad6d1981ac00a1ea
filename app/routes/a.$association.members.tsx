import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData, useLocation } from '@remix-run/react';
import { z } from 'zod';
import { getAssociation } from '#db/associations.ts';
import { invite, listInvitations, withdrawInvitation, type Offer } from '#db/invitations.ts';
import { countParticipation, listParticipants, removeParticipant } from '#db/participation.ts';
import { listPublished } from '#db/published.ts';
import { changeStaffRole, leaveStaff, listStaff, revokeStaff, STAFF_ROLES } from '#db/staff.ts';
import { emailField } from '../auth/fields.server.ts';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Pager } from '../components/pager.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { parseForm, refuse } from '../forms.ts';
import { answerGranted } from '../granting/answer.server.ts';
import { DoneNote } from '../granting/done-note.tsx';
import { idField } from '../granting/fields.server.ts';
import { invitationFor } from '../granting/invitation.server.ts';
import { InviteForm } from '../granting/invite-form.tsx';
import { LeaveForm } from '../granting/leave-form.tsx';
import { PeopleTable } from '../granting/people-table.tsx';
import { RoleFields } from '../granting/role-fields.tsx';
import { useRefused } from '../granting/use-refused.ts';
import { WaitingInvitations } from '../granting/waiting-invitations.tsx';
import { inAssociation, inPublished, requireConfirmed, requireOfficer } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { association } from '../messages/association.ts';
import { people as peopleTexts } from '../messages/people.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { contributingText, participantsPage } from '../views/participation.server.ts';

const role = z.enum(STAFF_ROLES, 'choose-role');
const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('invite-company'), email: emailField }),
    z.strictObject({ intent: z.literal('invite'), email: emailField, role }),
    z.strictObject({ intent: z.literal('change'), account: idField, role }),
    z.strictObject({ intent: z.literal('revoke'), account: idField }),
    z.strictObject({ intent: z.literal('remove'), membership: idField }),
    z.strictObject({ intent: z.literal('withdraw'), invitation: idField }),
    z.strictObject({ intent: z.literal('leave') }),
  ],
  'form',
);

export async function loader(args: LoaderFunctionArgs) {
  const officer = await requireOfficer(args);
  const language = await languageOf(args.request);
  const { counts, participants, staff, invitations } = await inAssociation(officer, async (tx) => ({
    counts: await countParticipation(tx),
    participants: await listParticipants(tx),
    staff: await listStaff(tx),
    invitations: await listInvitations(tx),
  }));
  const published = await inPublished(officer, (tx) => listPublished(tx, officer.associationId));
  return {
    roles: STAFF_ROLES,
    association: officer.associationId,
    isOwner: officer.role === 'owner',
    me: officer.accountId,
    counts,
    contributing: contributingText(published, language),
    participants: participantsPage(
      participants,
      new URL(args.request.url).searchParams.get('from'),
      language,
    ),
    people: staff.map(({ grantedAt, ...one }) => ({ ...one, since: grantedAt.toISOString() })),
    invitations: invitations.map(({ invitationId, email, role, expiresAt }) => ({
      id: invitationId,
      email,
      role,
      expiresAt: expiresAt.toISOString(),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const officer = await requireOfficer(args);
  const sent = await parseForm(args.request, form, { person: officer.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const path = paths.association(officer.associationId);
  if (value.intent === 'leave') {
    const left = await inAssociation(officer, leaveStaff);
    return answerGranted(left, { path: paths.companies, submitted });
  }
  await requireConfirmed(args, submitted);
  if (value.intent === 'revoke') {
    const revoked = await inAssociation(officer, (tx) => revokeStaff(tx, value.account));
    return answerGranted(revoked, { path, done: 'revoked', submitted });
  }
  if (value.intent === 'remove') {
    const gone = await inAssociation(officer, (tx) => removeParticipant(tx, value.membership));
    return answerGranted(gone, { path, done: 'removed', submitted });
  }
  if (value.intent === 'withdraw') {
    const gone = await inAssociation(officer, (tx) => withdrawInvitation(tx, value.invitation));
    return answerGranted(gone, { path, done: 'withdrawn', submitted });
  }
  if (value.intent === 'change') {
    const { account, role } = value;
    const changed = await inAssociation(officer, (tx) => changeStaffRole(tx, account, role));
    return answerGranted(changed, { path, done: 'changed', submitted });
  }
  const offer: Offer =
    value.intent === 'invite' ? { kind: 'officer', role: value.role } : { kind: 'participant' };
  const invited = await inAssociation(officer, async (tx) => {
    const { name: organisation } = await getAssociation(tx);
    const given = { email: value.email, offer, organisation, inviter: officer.name };
    return invite(tx, await invitationFor(args, given));
  });
  return answerGranted(invited, { path, done: 'invited', submitted });
}

export default function AssociationMembers() {
  const view = useLoaderData<typeof loader>();
  const { state, typedIn, errorIn } = useRefused(useActionData<typeof action>());
  const t = useMessages(association);
  const words = useMessages(peopleTexts);
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
      <Section
        id="participants"
        title={t.participants}
        intro={t.participation(view.counts.joined, view.counts.waiting)}
      >
        <p>{view.contributing}</p>
        {view.counts.joined === 0 ? <p>{t.none}</p> : <Participants />}
      </Section>
      <Section id="officers" title={t.officers}>
        <PeopleTable
          people={view.people}
          me={view.me}
          mayChange={view.isOwner}
          roles={view.roles}
        />
      </Section>
      {view.isOwner && (
        <>
          <Section id="invite-company" title={t.inviteCompany} intro={t.inviteCompanyLead}>
            <InviteForm
              intent="invite-company"
              email={typedIn('invite-company')?.['email']?.[0] ?? ''}
              error={errorIn('invite-company')('email')}
            />
          </Section>
          <Section id="invite" title={t.inviteOfficer} intro={words.inviteLead}>
            <InviteForm
              intent="invite"
              suffix="-officer"
              email={again?.['email']?.[0] ?? ''}
              error={errorIn('invite')('email')}
            >
              <RoleFields roles={view.roles} role={again?.['role']?.[0] ?? 'member'} />
            </InviteForm>
          </Section>
          <Section id="waiting" title={words.waiting}>
            <WaitingInvitations invitations={view.invitations} />
          </Section>
        </>
      )}
      <Section id="leave" title={words.leave}>
        <LeaveForm />
      </Section>
    </Page>
  );
}

function Participants() {
  const { participants, isOwner } = useLoaderData<typeof loader>();
  const t = useMessages(association);
  const { rows, previous, next } = participants;
  const { pathname } = useLocation();
  const at = (from: number) => `${pathname}?from=${from}#participants`;
  type Row = (typeof rows)[number];
  const columns = [
    { key: 'company', header: t.company, cell: ({ name }: Row) => name },
    { key: 'joined', header: t.joined, cell: ({ joined }: Row) => joined },
    ...(isOwner
      ? [
          {
            key: 'remove',
            header: t.remove,
            screenOnly: true,
            cell: (row: Row) => <Remove {...row} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <DataTable columns={columns} rows={rows} rowKey={({ id }) => id} />
      <Pager
        label={t.participants}
        previous={previous === null ? null : { href: at(previous), label: t.previous }}
        next={next === null ? null : { href: at(next), label: t.next }}
      />
    </>
  );
}

function Remove({ id, name }: { id: string; name: string }) {
  const t = useMessages(association);
  return (
    <Form method="post" reloadDocument noValidate>
      <PersonField />
      <input type="hidden" name="intent" value="remove" />
      <input type="hidden" name="membership" value={id} />
      <Button variant="plain" aria-label={t.removeFor(name)}>
        {t.remove}
      </Button>
    </Form>
  );
}

export const meta = pageTitle(association);
