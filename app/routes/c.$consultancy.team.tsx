import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { getConsultancy } from '#db/consultancies.ts';
import { invite, listInvitations, withdrawInvitation } from '#db/invitations.ts';
import { changeStaffRole, leaveStaff, listStaff, revokeStaff, STAFF_ROLES } from '#db/staff.ts';
import { emailField } from '../auth/fields.server.ts';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
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
import { inConsultancy, requireConfirmed, requireConsultant } from '../guards.server.ts';
import { part, useMessages } from '../language.ts';
import { clients } from '../messages/clients.ts';
import { people as peopleTexts } from '../messages/people.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';

const role = z.enum(STAFF_ROLES, 'choose-role');
const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('invite'), email: emailField, role }),
    z.strictObject({ intent: z.literal('change'), account: idField, role }),
    z.strictObject({ intent: z.literal('revoke'), account: idField }),
    z.strictObject({ intent: z.literal('withdraw'), invitation: idField }),
    z.strictObject({ intent: z.literal('leave') }),
  ],
  'form',
);

export async function loader(args: LoaderFunctionArgs) {
  const consultant = await requireConsultant(args);
  const { staff, invitations } = await inConsultancy(consultant, async (tx) => ({
    staff: await listStaff(tx),
    invitations: await listInvitations(tx),
  }));
  return {
    roles: STAFF_ROLES,
    isOwner: consultant.role === 'owner',
    me: consultant.accountId,
    people: staff.map(({ grantedAt, ...one }) => ({ ...one, since: grantedAt.toISOString() })),
    invitations: invitations
      .filter(({ kind }) => kind === 'consultant')
      .map(({ invitationId, email, role, expiresAt }) => ({
        id: invitationId,
        email,
        role,
        expiresAt: expiresAt.toISOString(),
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const consultant = await requireConsultant(args);
  const sent = await parseForm(args.request, form, { person: consultant.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const path = paths.consultancyTeam(consultant.consultancyId);
  if (value.intent === 'leave') {
    const left = await inConsultancy(consultant, leaveStaff);
    return answerGranted(left, { path: paths.companies, submitted });
  }
  await requireConfirmed(args, submitted);
  if (value.intent === 'revoke') {
    const revoked = await inConsultancy(consultant, (tx) => revokeStaff(tx, value.account));
    return answerGranted(revoked, { path, done: 'revoked', submitted });
  }
  if (value.intent === 'withdraw') {
    const gone = await inConsultancy(consultant, (tx) => withdrawInvitation(tx, value.invitation));
    return answerGranted(gone, { path, done: 'withdrawn', submitted });
  }
  if (value.intent === 'change') {
    const { account, role } = value;
    const changed = await inConsultancy(consultant, (tx) => changeStaffRole(tx, account, role));
    return answerGranted(changed, { path, done: 'changed', submitted });
  }
  const invited = await inConsultancy(consultant, async (tx) => {
    const { name: organisation } = await getConsultancy(tx);
    const offer = { kind: 'consultant' as const, role: value.role };
    const given = { email: value.email, offer, organisation, inviter: consultant.name };
    return invite(tx, await invitationFor(args, given));
  });
  return answerGranted(invited, { path, done: 'invited', submitted });
}

export default function ConsultancyTeam() {
  const { roles, isOwner, me, people, invitations } = useLoaderData<typeof loader>();
  const { state, typedIn, errorIn } = useRefused(useActionData<typeof action>());
  const { team } = useMessages(clients);
  const t = useMessages(peopleTexts);
  const again = typedIn('invite');
  return (
    <Page>
      <PageHead title={team.title} lead={team.lead}>
        {!isOwner && <p>{t.ownersOnly}</p>}
      </PageHead>
      <div className="stack-24">
        <DoneNote />
        <Refusal {...state} />
        <PeopleTable people={people} me={me} mayChange={isOwner} roles={roles} />
      </div>
      {isOwner && (
        <>
          <Section id="invite" title={t.invite} intro={t.inviteLead}>
            <InviteForm
              intent="invite"
              email={again?.['email']?.[0] ?? ''}
              error={errorIn('invite')('email')}
            >
              <RoleFields roles={roles} role={again?.['role']?.[0] ?? 'member'} />
            </InviteForm>
          </Section>
          <Section id="waiting" title={t.waiting}>
            <WaitingInvitations invitations={invitations} />
          </Section>
        </>
      )}
      <Section id="leave" title={t.leave}>
        <LeaveForm />
      </Section>
    </Page>
  );
}

export const meta = pageTitle(part(clients, 'team'));
