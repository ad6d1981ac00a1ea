import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { getCompany } from '#db/companies.ts';
import { readNewestEdition } from '#db/content.ts';
import { invite, listInvitations, withdrawInvitation } from '#db/invitations.ts';
import { changeRole, leaveCompany, listMembers, MEMBER_ROLES, revokeMember } from '#db/members.ts';
import { emailField } from '../auth/fields.server.ts';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { parseForm, refuse } from '../forms.ts';
import { answerGranted } from '../granting/answer.server.ts';
import { DoneNote } from '../granting/done-note.tsx';
import { idField, readRole, roleFields } from '../granting/fields.server.ts';
import { invitationFor } from '../granting/invitation.server.ts';
import { InviteForm } from '../granting/invite-form.tsx';
import { LeaveForm } from '../granting/leave-form.tsx';
import { OutsideNote } from '../granting/outside-note.tsx';
import { PeopleTable } from '../granting/people-table.tsx';
import { RoleFields } from '../granting/role-fields.tsx';
import { useRefused } from '../granting/use-refused.ts';
import { WaitingInvitations } from '../granting/waiting-invitations.tsx';
import { inCompany, requireConfirmed, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { people as peopleTexts } from '../messages/people.ts';
import { team } from '../messages/team.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';

const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('invite'), email: emailField, ...roleFields }),
    z.strictObject({ intent: z.literal('change'), account: idField, ...roleFields }),
    z.strictObject({ intent: z.literal('revoke'), account: idField }),
    z.strictObject({ intent: z.literal('withdraw'), invitation: idField }),
    z.strictObject({ intent: z.literal('leave') }),
  ],
  'form',
);

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const language = await languageOf(args.request);
  const { company, members, invitations, edition } = await inCompany(member, async (tx) => ({
    company: await getCompany(tx),
    members: await listMembers(tx),
    invitations: await listInvitations(tx),
    edition: await readNewestEdition(tx),
  }));
  return {
    org: member.companyId,
    company: company.name,
    roles: MEMBER_ROLES,
    isOutside: member.role === 'consultant',
    isOwner: member.role === 'owner',
    me: member.accountId,
    people: members.map(({ grantedAt, ...one }) => ({ ...one, since: grantedAt.toISOString() })),
    sections: edition.gapModel.document.domains.map(({ id, title }) => ({
      id,
      title: title[language],
    })),
    invitations: invitations
      .filter(({ kind }) => kind === 'member')
      .map(({ invitationId, email, role, expiresAt }) => ({
        id: invitationId,
        email,
        role,
        expiresAt: expiresAt.toISOString(),
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const path = paths.team(member.companyId);
  if (value.intent === 'leave') {
    const left = await inCompany(member, leaveCompany);
    return answerGranted(left, { path: paths.companies, submitted });
  }
  await requireConfirmed(args, submitted);
  if (value.intent === 'revoke') {
    const revoked = await inCompany(member, (tx) => revokeMember(tx, value.account));
    return answerGranted(revoked, { path, done: 'revoked', submitted });
  }
  if (value.intent === 'withdraw') {
    const gone = await inCompany(member, (tx) => withdrawInvitation(tx, value.invitation));
    return answerGranted(gone, { path, done: 'withdrawn', submitted });
  }
  const role = readRole(value);
  if (!role.ok) return refuse({ ...role, submitted });
  if (value.intent === 'change') {
    const changed = await inCompany(member, (tx) => changeRole(tx, value.account, role.value));
    return answerGranted(changed, { path, done: 'changed', submitted });
  }
  const invited = await inCompany(member, async (tx) => {
    const { name: organisation } = await getCompany(tx);
    const offer = { kind: 'member' as const, ...role.value };
    const given = { email: value.email, offer, organisation, inviter: member.name };
    return invite(tx, await invitationFor(args, given));
  });
  return answerGranted(invited, { path, done: 'invited', submitted });
}

export default function Team() {
  const view = useLoaderData<typeof loader>();
  const { state, typedIn, errorIn } = useRefused(useActionData<typeof action>());
  const t = useMessages(peopleTexts);
  const texts = useMessages(team);
  if (view.isOutside) return <OutsideNote org={view.org} company={view.company} />;
  const again = typedIn('invite');
  const errors = errorIn('invite');
  return (
    <Page>
      <PageHead title={texts.title} lead={texts.lead}>
        {!view.isOwner && <p>{t.ownersOnly}</p>}
      </PageHead>
      <div className="stack-24">
        <DoneNote />
        <Refusal {...state} />
        <PeopleTable
          people={view.people}
          me={view.me}
          mayChange={view.isOwner}
          roles={view.roles}
          sections={view.sections}
        />
      </div>
      {view.isOwner && (
        <>
          <Section id="invite" title={t.invite} intro={t.inviteLead}>
            <InviteForm intent="invite" email={again?.['email']?.[0] ?? ''} error={errors('email')}>
              <RoleFields
                roles={view.roles}
                role={again?.['role']?.[0] ?? 'preparer'}
                sections={view.sections}
                chosen={again?.['sections']?.join('') ?? ''}
                errors={{ role: errors('role'), sections: errors('sections') }}
              />
            </InviteForm>
          </Section>
          <Section id="waiting" title={t.waiting}>
            <WaitingInvitations invitations={view.invitations} />
          </Section>
        </>
      )}
      <Section id="leave" title={t.leave}>
        <LeaveForm />
      </Section>
    </Page>
  );
}

export const meta = pageTitle(team);
