import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import type { ReactNode } from 'react';
import { z } from 'zod';
import { getConsultancy } from '#db/consultancies.ts';
import { resignEngagement } from '#db/engagements.ts';
import { invite, listInvitations, withdrawInvitation } from '#db/invitations.ts';
import { CLIENTS_PER_PAGE, GATE_STATES, listClients } from '#db/portfolio.ts';
import { emailField } from '../auth/fields.server.ts';
import { Button } from '../components/button.tsx';
import { ClientFilters } from '../components/client-filters.tsx';
import { DataTable } from '../components/data-table.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { GateState } from '../components/gate-state.tsx';
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
import { useRefused } from '../granting/use-refused.ts';
import { WaitingInvitations } from '../granting/waiting-invitations.tsx';
import { inConsultancy, requireConfirmed, requireConsultant } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useLanguage, useMessages } from '../language.ts';
import { clients as texts } from '../messages/clients.ts';
import { people as peopleTexts } from '../messages/people.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { listText, wideSpace } from '../print.ts';
import { clientRow, readWish } from '../views/clients.server.ts';

const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('offer'), email: emailField }),
    z.strictObject({ intent: z.literal('withdraw'), invitation: idField }),
    z.strictObject({ intent: z.literal('resign'), client: idField }),
  ],
  'form',
);

export async function loader(args: LoaderFunctionArgs) {
  const consultant = await requireConsultant(args);
  const language = await languageOf(args.request);
  const wish = readWish(new URL(args.request.url).searchParams);
  const { found, tally, clients, invitations } = await inConsultancy(consultant, async (tx) => ({
    ...(await listClients(tx, wish)),
    invitations: await listInvitations(tx),
  }));
  const { offset, query, state, order } = wish;
  return {
    id: consultant.consultancyId,
    isOwner: consultant.role === 'owner',
    wish: { q: query, state: state ?? '', order },
    total: Object.values(tally).reduce((sum, count) => sum + count, 0),
    tally: GATE_STATES.map((state) => ({ state, count: tally[state] })),
    found,
    from: offset,
    perPage: CLIENTS_PER_PAGE,
    rows: clients.map((client) => clientRow(client, language)),
    invitations: invitations
      .filter(({ kind }) => kind === 'client')
      .map(({ invitationId, email, expiresAt }) => ({
        id: invitationId,
        email,
        role: null,
        expiresAt: expiresAt.toISOString(),
      })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const consultant = await requireConsultant(args);
  const sent = await parseForm(args.request, form, { person: consultant.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const path = paths.consultancy(consultant.consultancyId);
  await requireConfirmed(args, submitted);
  if (value.intent === 'resign') {
    const given = { clientId: value.client, byName: consultant.name };
    const ended = await inConsultancy(consultant, (tx) => resignEngagement(tx, given));
    return answerGranted(ended, { path, done: 'ended', submitted });
  }
  if (value.intent === 'withdraw') {
    const gone = await inConsultancy(consultant, (tx) => withdrawInvitation(tx, value.invitation));
    return answerGranted(gone, { path, done: 'withdrawn', submitted });
  }
  const invited = await inConsultancy(consultant, async (tx) => {
    const { name: organisation } = await getConsultancy(tx);
    const given = { email: value.email, organisation, inviter: consultant.name };
    return invite(tx, await invitationFor(args, { ...given, offer: { kind: 'client' } }));
  });
  return answerGranted(invited, { path, done: 'invited', submitted });
}

export default function Clients() {
  const view = useLoaderData<typeof loader>();
  const { state, typedIn, errorIn } = useRefused(useActionData<typeof action>());
  const t = useMessages(texts);
  const words = useMessages(peopleTexts);
  const language = useLanguage();
  const counts = view.tally
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => t.counted(t.states[state], count));
  return (
    <Page width="full">
      <PageHead
        title={t.title}
        lead={view.total === 0 ? undefined : t.lead(view.total, listText(counts, language))}
      />
      <div className="stack-24">
        <DoneNote />
        <Refusal {...state} />
      </div>
      {view.total === 0 ? (
        <EmptyState title={t.none}>
          <p>{t.noneLead}</p>
        </EmptyState>
      ) : (
        <>
          <ClientFilters action={paths.consultancy(view.id)} values={view.wish} />
          <Portfolio />
          <p className="muted mt-16">{t.stateNote}</p>
        </>
      )}
      {view.isOwner && (
        <>
          <Section id="offer" title={t.offer} intro={t.offerLead}>
            <InviteForm
              intent="offer"
              email={typedIn('offer')?.['email']?.[0] ?? ''}
              error={errorIn('offer')('email')}
            />
          </Section>
          <Section id="waiting" title={words.waiting}>
            <WaitingInvitations invitations={view.invitations} />
          </Section>
        </>
      )}
    </Page>
  );
}

function Portfolio() {
  const { id, wish, found, from, perPage, rows, isOwner } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  const { columns } = t;
  const language = useLanguage();
  const at = (offset: number) =>
    `${paths.consultancy(id)}?${new URLSearchParams({ ...wish, from: String(offset) }).toString()}`;
  if (rows.length === 0) return <p className="mt-24">{t.nothing}</p>;
  return (
    <>
      <p className="muted pt-12 pb-12" role="status">
        {t.shown(from + 1, from + rows.length, found)}
        {wideSpace(language)}
        <a href={paths.clientQuestion(id)}>{t.across}</a>
      </p>
      <DataTable
        variant="triples"
        dense
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'name',
            header: columns.name,
            cell: (row) => <a href={paths.company(row.id)}>{row.name}</a>,
          },
          {
            key: 'state',
            header: columns.state,
            width: 'w-176',
            wide: true,
            cell: (row) =>
              row.state === 'not-started' ? (
                t.states[row.state]
              ) : (
                <GateState status={row.state}>{t.states[row.state]}</GateState>
              ),
          },
          {
            key: 'blockers',
            header: columns.blockers,
            numeric: true,
            cell: (row) => counted(row, row.blockers),
          },
          {
            key: 'open',
            header: columns.open,
            numeric: true,
            cell: (row) => counted(row, row.open),
          },
          { key: 'overdue', header: columns.overdue, numeric: true, cell: (row) => row.overdue },
          { key: 'activity', header: columns.activity, cell: (row) => row.activity },
          { key: 'scope', header: columns.scope, cell: (row) => t.scopes[row.scope] },
          { key: 'until', header: columns.until, cell: (row) => row.until },
          ...(isOwner
            ? [
                {
                  key: 'give',
                  header: columns.permission,
                  screenOnly: true,
                  cell: (row: (typeof rows)[number]) => <GiveUp client={row} />,
                },
              ]
            : []),
        ]}
      />
      <Pager
        label={t.pages}
        previous={from > 0 ? { href: at(Math.max(0, from - perPage)), label: t.previous } : null}
        next={from + rows.length < found ? { href: at(from + perPage), label: t.next } : null}
      />
    </>
  );
}

/** Before a start there is nothing to count: a 0 would read as nothing missing. */
function counted({ state }: { state: string }, count: ReactNode): ReactNode {
  return state === 'not-started' ? '—' : count;
}

function GiveUp({ client }: { client: { id: string; name: string } }) {
  const t = useMessages(texts);
  return (
    <Form method="post" reloadDocument noValidate>
      <PersonField />
      <input type="hidden" name="intent" value="resign" />
      <input type="hidden" name="client" value={client.id} />
      <Button variant="plain" aria-label={t.giveFor(client.name)}>
        {t.give}
      </Button>
    </Form>
  );
}

export const meta = pageTitle(texts);
