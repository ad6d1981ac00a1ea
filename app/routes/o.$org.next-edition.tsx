import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { getAssessment } from '#db/assessments.ts';
import { carryForward, previewCarry, readFollower } from '#db/carrying.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { Button } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { TextGuard } from '../components/text-guard.tsx';
import { TextInput } from '../components/text-input.tsx';
import { parseForm, refuse, typed } from '../forms.ts';
import { guardText } from '../free-text.server.ts';
import {
  idParam,
  inCompany,
  notFound,
  orNotFound,
  requireMember,
  shapes,
} from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { part, pick, useMessages } from '../language.ts';
import { versions } from '../messages/versions.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { ChangeList } from '../versions/change-list.tsx';
import { nextEditionView } from '../views/next-edition.server.ts';

const form = z.strictObject({
  id: z.uuidv4('form'),
  edition: z.string('form').regex(/^\d{4}-\d{2}$/, 'form'),
  title: guardText(
    z.string('title-missing').trim().min(1, 'title-missing').max(120, 'title-missing'),
  ),
});

/** The edition that follows; with `again=1`, a new run of the same. Null where there is neither. */
async function previewOf(tx: CompanyTx, assessmentId: string, again: boolean) {
  const assessment = await getAssessment(tx, assessmentId);
  if (!assessment) return null;
  const to = again ? assessment.editionId : (await readFollower(tx, assessment.editionId))?.id;
  const preview = to === undefined ? null : await previewCarry(tx, { assessmentId, editionId: to });
  return { assessment, preview };
}

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const again = new URL(args.request.url).searchParams.has('again');
  const { assessment, preview } = orNotFound(
    await inCompany(member, (tx) => previewOf(tx, assessmentId, again)),
  );
  const language = await languageOf(args.request);
  return {
    org: member.companyId,
    assessmentId,
    title: assessment.title,
    mayShape: shapes(member.role),
    id: randomUUID(),
    edition: preview?.edition.id ?? '',
    editionTitle: preview ? pick(preview.edition.title, language) : '',
    view: preview && nextEditionView(preview, language),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const fromAssessmentId = idParam(args.params, 'assessment');
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { id: assessmentId, edition: editionId, title } = sent.value;
  const given = { assessmentId, fromAssessmentId, editionId, title, byName: member.name };
  const carried = await inCompany(member, (tx) => carryForward(tx, given));
  if (carried.ok) return redirectTo(paths.confirmAnswers(member.companyId, assessmentId));
  if (carried.reason === 'not-found') throw notFound();
  const problem = carried.reason === 'stands' ? `stands-${carried.state}` : carried.reason;
  return refuse({ ok: false, problems: { form: problem }, submitted: sent.submitted });
}

export default function NextEdition() {
  const { title, view, mayShape } = useLoaderData<typeof loader>();
  const { carry: t } = useMessages(versions);
  if (view === null)
    return (
      <Page>
        <PageHead title={t.title} />
        <EmptyState title={t.noneTitle} actions={null}>
          <p>{t.noneLead}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page>
      <PageHead
        title={view.isNewRun ? t.again : t.title}
        lead={view.isNewRun ? t.againLead(title) : t.lead(title)}
      />
      {view.note && (
        <Section id="note" title={t.noteTitle} intro={t.noteIntro(view.note.from, view.note.to)}>
          <p>{t.time(view.note.people, view.note.time)}</p>
          <p className="muted">{t.asked(view.note.added, view.note.removed)}</p>
          <ChangeList changes={view.note.changes} />
        </Section>
      )}
      <Answers />
      {view.plan !== '' && (
        <Section id="plan" title={t.planTitle}>
          <p>{view.plan}</p>
        </Section>
      )}
      {mayShape ? <Start /> : <Note>{t.readOnly}</Note>}
    </Page>
  );
}

function Answers() {
  const { view } = useLoaderData<typeof loader>();
  const { carry: t, columns, states, types } = useMessages(versions);
  if (view === null) return null;
  return (
    <Section id="answers" title={t.answersTitle} intro={t.answersIntro}>
      <ul className="bullets">
        {view.counts
          .filter(({ count }) => count > 0)
          .map(({ state, count }) => (
            <li key={state}>{t.counts[state](count)}</li>
          ))}
      </ul>
      {view.rows.length > 0 && (
        <DataTable
          rows={view.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'question',
              header: columns.question,
              cell: ({ code, text, to }) => (
                <>
                  <b>{code}</b> {text}
                  {to
                    .filter((one) => one.text !== text)
                    .map((one) => (
                      <p key={one.id} className="muted">
                        {t.after} {one.code} {one.text}
                      </p>
                    ))}
                </>
              ),
            },
            { key: 'answer', header: columns.answer, cell: ({ answer }) => answer },
            { key: 'rule', header: columns.rule, width: 'w-176', cell: ({ rule }) => types[rule] },
            {
              key: 'state',
              header: columns.state,
              width: 'w-176',
              cell: ({ state }) => states[state],
            },
          ]}
        />
      )}
      {view.same.length > 0 && (
        <Disclosure summary={t.restTitle(view.same.length)}>
          <DataTable
            dense
            rows={view.same}
            rowKey={({ code }) => code}
            columns={[
              {
                key: 'question',
                header: columns.question,
                cell: ({ code, text }) => (
                  <>
                    <b>{code}</b> {text}
                  </>
                ),
              },
              { key: 'answer', header: columns.answer, cell: ({ answer }) => answer },
            ]}
          />
        </Disclosure>
      )}
    </Section>
  );
}

function Start() {
  const { id, edition, editionTitle, title } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { carry: t, problems } = useMessages(versions);
  const state = { refused, sentences: problems };
  const was = refused?.submitted;
  return (
    <Section id="start" title={t.startTitle} intro={t.startIntro}>
      <Form method="post" reloadDocument noValidate className="stack-24 max-w-640" key={id}>
        <Refusal {...state} />
        <PersonField />
        <input type="hidden" name="id" value={typed(was, 'id', id)} />
        <input type="hidden" name="edition" value={typed(was, 'edition', edition)} />
        <Field id="title" label={t.name} error={sentenceFor(state, 'title')}>
          <TextGuard id="title" isSaid={sentenceFor(state, 'title') !== undefined}>
            <TextInput
              name="title"
              maxLength={120}
              defaultValue={typed(was, 'title', `${title} ${editionTitle}`.slice(0, 120))}
            />
          </TextGuard>
        </Field>
        <p>
          <Button variant="primary" large>
            {t.submit}
          </Button>
        </p>
      </Form>
    </Section>
  );
}

export const meta = pageTitle(part(versions, 'carry'));
