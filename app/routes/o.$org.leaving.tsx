import { data, type ActionFunctionArgs, type LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { getCompany } from '#db/companies.ts';
import { askErasure, readErasure, recallErasure } from '#db/leaving.ts';
import { Button } from '../components/button.tsx';
import { FieldErrorText } from '../components/field-error-text.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { askedNotices, recalledNotices } from '../export/notices.server.ts';
import { parseForm, refuse } from '../forms.ts';
import { inCompany, requireConfirmed, requireRole } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { leaving as texts } from '../messages/leaving.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { dateText } from '../print.ts';
import { redirectTo } from '../safe-redirect.ts';

const form = z.discriminatedUnion('intent', [
  z.strictObject({ intent: z.literal('ask'), confirm: z.literal('yes', 'confirm') }),
  z.strictObject({ intent: z.literal('recall') }),
]);

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireRole(args, ['owner'], 'erasure.asked');
  const erasure = await inCompany(member, readErasure);
  const language = await languageOf(args.request);
  return {
    org: member.companyId,
    erasure: erasure && {
      byName: erasure.byName,
      asked: dateText(erasure.askedAt.toISOString(), language),
      due: dateText(erasure.dueAt.toISOString(), language),
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireRole(args, ['owner'], 'erasure.asked');
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { origin } = args.context.environment;
  const page = paths.leaving(member.companyId);
  const by = { byName: member.name, page: origin + page };
  if (sent.value.intent === 'recall') {
    await inCompany(member, async (tx) =>
      recallErasure(tx, recalledNotices({ ...by, company: (await getCompany(tx)).name })),
    );
    return redirectTo(page);
  }
  await requireConfirmed(args, sent.submitted);
  const asked = await inCompany(member, async (tx) =>
    askErasure(tx, askedNotices({ ...by, company: (await getCompany(tx)).name })),
  );
  if (asked.ok) return redirectTo(page);
  const problems: Record<string, string> = { form: asked.reason };
  return data({ ok: false as const, problems, submitted: {} }, { status: 422 });
}

export default function Leaving() {
  const { org, erasure } = useLoaderData<typeof loader>();
  const t = useMessages(texts);
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead} />
      <Section id="export" title={t.exportTitle} intro={t.exportIntro}>
        <p>{t.exportLead}</p>
        <Note>{t.exportCaution}</Note>
        <form method="post" action={paths.export(org)}>
          <PersonField />
          <Button>{t.exportButton}</Button>
        </form>
      </Section>
      <Section id="erase" title={t.eraseTitle} intro={t.eraseIntro}>
        {erasure ? <Asked {...erasure} /> : <Ask />}
        <p className="muted">{t.backups}</p>
      </Section>
    </Page>
  );
}

function Ask() {
  const refused = useActionData<typeof action>();
  const t = useMessages(texts);
  const state = { refused, sentences: t.problems };
  const missing = sentenceFor(state, 'confirm');
  return (
    <Form method="post" reloadDocument noValidate className="stack">
      <PersonField />
      <Refusal {...state} />
      <p>{t.eraseLead}</p>
      <input type="hidden" name="intent" value="ask" />
      <p>
        <label className="choice">
          <input
            type="checkbox"
            id="confirm"
            name="confirm"
            value="yes"
            aria-describedby={missing && 'confirm-error'}
          />
          <span>{t.eraseConfirm}</span>
        </label>
      </p>
      {missing && <FieldErrorText id="confirm-error">{missing}</FieldErrorText>}
      <p>
        <Button>{t.eraseButton}</Button>
      </p>
    </Form>
  );
}

function Asked({ byName, asked, due }: { byName: string; asked: string; due: string }) {
  const t = useMessages(texts);
  return (
    <Form method="post" reloadDocument className="stack">
      <PersonField />
      <Note tone="open">{`${t.asked(byName, asked)} ${t.due(due)}`}</Note>
      <input type="hidden" name="intent" value="recall" />
      <p>
        <Button variant="primary">{t.recallButton}</Button>
      </p>
    </Form>
  );
}

export const meta = pageTitle(texts);
