import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { saveAnswer } from '#db/answers.ts';
import { undoCarrying } from '#db/carrying.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { EmptyState } from '../components/empty-state.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { Split } from '../components/split.tsx';
import { parseForm, refuse } from '../forms.ts';
import {
  idParam,
  inCompany,
  notFound,
  orNotFound,
  requireMember,
  shapes,
} from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { part, useMessages } from '../language.ts';
import { versions } from '../messages/versions.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { confirmView, readQueue } from '../views/confirm-answers.server.ts';

const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('keep'),
      question: z.string('form').max(40, 'form'),
      from: z.string('form').max(40, 'form'),
      base: z.coerce.number('form').int('form').min(0, 'form'),
      request: z.uuidv4('form'),
    }),
    z.strictObject({ intent: z.literal('undo') }),
  ],
  'form',
);

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const queue = orNotFound(await inCompany(member, (tx) => readQueue(tx, assessmentId)));
  const view = confirmView(queue, await languageOf(args.request));
  return {
    org: member.companyId,
    assessmentId,
    mayWrite: member.canWrite,
    isSaved: new URL(args.request.url).searchParams.has('saved'),
    ...view,
    mayUndo: shapes(member.role) && view.mayUndo,
    pending: view.pending.map((one) => ({ ...one, request: randomUUID() })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const refused = (problem: string) =>
    refuse({ ok: false, problems: { form: problem }, submitted });
  if (value.intent === 'undo') {
    const undone = await inCompany(member, (tx) =>
      undoCarrying(tx, { assessmentId, byName: member.name }),
    );
    if (undone.ok) return redirectTo(paths.questions(member.companyId, undone.assessmentId));
    if (undone.reason === 'not-found') throw notFound();
    return refused(undone.reason === 'stands' ? `stands-${undone.state}` : undone.reason);
  }
  const queue = orNotFound(await inCompany(member, (tx) => readQueue(tx, assessmentId)));
  const kept = queue.proposed[value.question]?.find(({ from }) => from === value.from);
  const entry = queue.index.questionById.get(value.question);
  if (!kept || !entry) return refused('form');
  const saved = await inCompany(member, (tx) =>
    saveAnswer(tx, {
      assessmentId,
      questionId: value.question,
      questionnaire: entry.questionnaire,
      base: value.base,
      answer: kept.answer,
      note: null,
      requestId: value.request,
      byName: member.name,
    }),
  );
  if (saved.ok)
    return redirectTo(`${paths.confirmAnswers(member.companyId, assessmentId)}?saved=1`);
  if (saved.reason === 'not-found') throw notFound();
  if (saved.reason === 'closed') return refused(`closed-${saved.state}`);
  return refused(saved.reason === 'request-reused' ? 'form' : saved.reason);
}

export default function ConfirmAnswers() {
  const { org, assessmentId, source, pending, isSaved } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { confirm: t, problems } = useMessages(versions);
  if (source === null)
    return (
      <Page>
        <PageHead title={t.title} />
        <EmptyState title={t.doneTitle} actions={null}>
          <p>{t.notCarried}</p>
        </EmptyState>
      </Page>
    );
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        <p className="muted">{t.source(source.byName, source.at)}</p>
      </PageHead>
      <div className="stack">
        <Refusal refused={refused} sentences={problems} />
        {isSaved && (
          <Note tone="ok" role="status">
            {t.saved}
          </Note>
        )}
        {pending.length === 0 && (
          <EmptyState
            title={t.doneTitle}
            actions={
              <LinkButton variant="primary" href={paths.questions(org, assessmentId)}>
                {t.answer}
              </LinkButton>
            }
          >
            <p>{t.doneLead}</p>
          </EmptyState>
        )}
      </div>
      {pending.length > 0 && <Pending />}
      <Open />
      <Undo />
    </Page>
  );
}

function Pending() {
  const { org, assessmentId, pending, mayWrite } = useLoaderData<typeof loader>();
  const { confirm: t } = useMessages(versions);
  return (
    <Section id="pending" title={t.left(pending.length)} stacked>
      <ol className="ledger">
        {pending.map((one) => (
          <li key={one.id} className="stack-8">
            <h3>
              {one.code} {one.title}
            </h3>
            <p className="muted">{one.reason}</p>
            <Split even>
              <div>
                <h4>{t.before}</h4>
                {one.earlier.map((side) => (
                  <div key={side.id}>
                    <p>
                      <b>{side.code}</b> {side.text}
                    </p>
                    <p>{t.was(side.answer)}</p>
                  </div>
                ))}
              </div>
              <div>
                <h4>{t.after}</h4>
                <p>
                  <b>{one.code}</b> {one.text}
                </p>
                <ul className="bullets">
                  {one.levels.map((level) => (
                    <li key={level}>{level}</li>
                  ))}
                </ul>
              </div>
            </Split>
            {mayWrite && (
              <ButtonRow>
                {one.earlier.map((side) => (
                  <Form method="post" reloadDocument key={side.id}>
                    <PersonField />
                    <input type="hidden" name="intent" value="keep" />
                    <input type="hidden" name="question" value={one.id} />
                    <input type="hidden" name="from" value={side.id} />
                    <input type="hidden" name="base" value={one.base} />
                    <input type="hidden" name="request" value={one.request} />
                    <Button>{t.keep(side.code)}</Button>
                  </Form>
                ))}
                <LinkButton href={paths.question(org, assessmentId, one.id)}>{t.answer}</LinkButton>
              </ButtonRow>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Open() {
  const { org, assessmentId, open } = useLoaderData<typeof loader>();
  const { confirm: t } = useMessages(versions);
  if (open.length === 0) return null;
  return (
    <Section id="open" title={t.openTitle} intro={t.openIntro}>
      <ul className="bullets">
        {open.map(({ id, code, text }) => (
          <li key={id}>
            <a href={paths.question(org, assessmentId, id)}>
              {code} {text}
            </a>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Undo() {
  const { source, mayUndo } = useLoaderData<typeof loader>();
  const { confirm: t } = useMessages(versions);
  if (source === null) return null;
  return (
    <Section id="undo" title={t.undoTitle} intro={t.undoIntro(source.title)}>
      {mayUndo ? (
        <Form method="post" reloadDocument>
          <PersonField />
          <input type="hidden" name="intent" value="undo" />
          <Button>{t.undo}</Button>
        </Form>
      ) : (
        <p className="muted">{t.undoRefused}</p>
      )}
    </Section>
  );
}

export const meta = pageTitle(part(versions, 'confirm'));
