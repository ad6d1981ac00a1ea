import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { periodSchema } from '#assessments/disclosure/period.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { askPublication, listPublications, releasePublication } from '#db/publications.ts';
import { Button } from '../components/button.tsx';
import { DataTable, type Column } from '../components/data-table.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { parseForm, refuse } from '../forms.ts';
import { inAssociation, requireConfirmed, requireOfficer } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { publications as texts } from '../messages/publications.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { publicationsView, type PublicationRow } from '../views/publications.server.ts';

const DONE = ['asked', 'released'] as const;
const form = z.strictObject({
  intent: z.enum(['ask', 'release'], 'form'),
  period: periodSchema.catch(''),
});

export async function loader(args: LoaderFunctionArgs) {
  const officer = await requireOfficer(args);
  const { accountId, role } = officer;
  const all = await inAssociation(officer, listPublications);
  const today = dayInJapan(new Date());
  const done = new URL(args.request.url).searchParams.get('done');
  return {
    done: DONE.find((one) => one === done) ?? null,
    ...publicationsView(
      all,
      { today, accountId, isOwner: role === 'owner' },
      await languageOf(args.request),
    ),
  };
}

export async function action(args: ActionFunctionArgs) {
  const officer = await requireOfficer(args);
  const sent = await parseForm(args.request, form, { person: officer.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const here = paths.publications(officer.associationId);
  const given = { period: value.period, byName: officer.name };
  if (value.period === '') return refuse({ ok: false, problems: { form: 'form' }, submitted });
  if (value.intent === 'ask') {
    const asked = await inAssociation(officer, (tx) => askPublication(tx, given));
    if (asked.ok) return redirectTo(`${here}?done=asked`);
    return refuse({ ok: false, problems: { form: asked.reason }, submitted });
  }
  await requireConfirmed(args, submitted);
  const released = await inAssociation(officer, (tx) => releasePublication(tx, given));
  if (released.ok) return redirectTo(`${here}?done=released`);
  return refuse({ ok: false, problems: { form: released.reason }, submitted });
}

export default function Publications() {
  const { done, next, rows } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useMessages(texts);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <div className="stack-24">
        <Refusal refused={refused} sentences={t.problems} />
        {done !== null && !refused && (
          <Note tone="ok" role="status">
            {t.done[done]}
          </Note>
        )}
      </div>
      <Section id="ask" title={t.askTitle} intro={t.askLead}>
        {next === null ? (
          <p>{t.nothingToAsk}</p>
        ) : (
          <Step intent="ask" period={next.period} label={t.ask(next.quarter)} />
        )}
      </Section>
      <Section id="asked" title={t.listTitle} intro={t.otherPerson}>
        {rows.length === 0 ? <p>{t.none}</p> : <Asked rows={rows} />}
      </Section>
    </Page>
  );
}

function Asked({ rows }: { rows: readonly PublicationRow[] }) {
  const t = useMessages(texts);
  return (
    <DataTable
      rows={rows}
      rowKey={({ period }) => period}
      columns={[
        {
          key: 'quarter',
          header: t.columns.quarter,
          width: 'w-176',
          cell: ({ quarter }) => quarter,
        },
        {
          key: 'state',
          header: t.columns.state,
          cell: ({ state, released }) => (
            <>{released ? t.releasedBy(released.byName, released.at) : t.states[state]}</>
          ),
        },
        {
          key: 'asked',
          header: t.columns.asked,
          cell: ({ askedBy, askedAt }) => (
            <>
              {askedBy} <span className="muted">{askedAt}</span>
            </>
          ),
        },
        {
          key: 'report',
          header: t.columns.report,
          cell: ({ rules }) => (
            <ul className="bullets">
              {rules.map((rule) => (
                <li key={rule}>{rule}</li>
              ))}
            </ul>
          ),
        },
        ...(rows.some(({ mayRelease }) => mayRelease) ? [releasing(t)] : []),
      ]}
    />
  );
}

/** Only where there is something to release. */
const releasing = (t: (typeof texts)['ja']): Column<PublicationRow> => ({
  key: 'change',
  header: t.columns.change,
  screenOnly: true,
  cell: ({ period, quarter, mayRelease }) =>
    mayRelease && <Step intent="release" period={period} label={t.releaseFor(quarter)} />,
});

function Step({
  intent,
  period,
  label,
}: {
  intent: 'ask' | 'release';
  period: string;
  label: string;
}) {
  return (
    <Form method="post" reloadDocument>
      <PersonField />
      <input type="hidden" name="intent" value={intent} />
      <input type="hidden" name="period" value={period} />
      <Button>{label}</Button>
    </Form>
  );
}

export const meta = pageTitle(texts);
