import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { Form, useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { indexEdition } from '#assessments/edition-index.ts';
import { codeOf } from '#assessments/question-id.ts';
import { addComment, listComments, settleComment } from '#db/comments.ts';
import { listMembers, seesSection } from '#db/members.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { Button, LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { CheckBoxes } from '../components/check-boxes.tsx';
import { Field } from '../components/field.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { PersonField } from '../components/person-field.tsx';
import { Refusal, sentenceFor } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { TextArea } from '../components/text-area.tsx';
import { TextGuard } from '../components/text-guard.tsx';
import { listed, parseForm, refuse, typed } from '../forms.ts';
import { guardText } from '../free-text.server.ts';
import { idParam, inCompany, notFound, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { part, pick, useMessages } from '../language.ts';
import { together } from '../messages/together.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { commentView } from '../views/comments.server.ts';

const SHOWN = 100;

const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({
      intent: z.literal('add'),
      id: z.uuidv4('form'),
      body: guardText(z.string('body').trim().min(1, 'body').max(400, 'body')),
      mention: listed(z.uuid('no-such-person')).pipe(z.array(z.string()).max(10, 'mention')),
    }),
    z.strictObject({ intent: z.literal('settle'), id: z.uuid('form') }),
  ],
  'form',
);

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const questionId = args.params['question'] ?? '';
  const language = await languageOf(args.request);
  const [sheet, comments, members] = await inCompany(member, (tx) =>
    Promise.all([
      readWorksheet(tx, assessmentId),
      listComments(tx, assessmentId, questionId, { limit: SHOWN }),
      listMembers(tx),
    ]),
  );
  const { question } = orNotFound(
    indexEdition(orNotFound(sheet).edition).questionById.get(questionId),
  );
  const section = questionId.slice(0, 1);
  return {
    org: member.companyId,
    assessmentId,
    questionId,
    code: codeOf(questionId),
    text: pick(question.text, language),
    mayWrite: member.canWrite,
    next: randomUUID(),
    saved: new URL(args.request.url).searchParams.get('saved'),
    isCut: comments.length === SHOWN,
    comments: comments.map((one) => commentView(one, language)),
    people: members
      .filter((one) => one.accountId !== member.accountId && seesSection(one, section))
      .map(({ accountId, name }) => ({ value: accountId, label: name })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const questionId = args.params['question'] ?? '';
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  const { value, submitted } = sent;
  const byName = member.name;
  const done = await inCompany(member, async (tx) => {
    if (value.intent === 'settle') return settleComment(tx, { commentId: value.id, byName });
    const sheet = await readWorksheet(tx, assessmentId);
    const entry = sheet && indexEdition(sheet.edition).questionById.get(questionId);
    if (!entry) return { ok: false, reason: 'not-found' } as const;
    return addComment(tx, {
      commentId: value.id,
      assessmentId,
      questionId,
      questionnaire: entry.questionnaire,
      body: value.body,
      mentions: value.mention,
      byName,
    });
  });
  const here = paths.comments(member.companyId, assessmentId, questionId);
  if (done.ok) return redirectTo(`${here}?saved=${value.intent}`);
  if (done.reason === 'not-found') throw notFound();
  const at = done.reason === 'no-such-person' ? 'mention' : 'form';
  return refuse({ ok: false, problems: { [at]: done.reason }, submitted });
}

export default function Comments() {
  const { org, assessmentId, questionId, code, text, mayWrite, saved } =
    useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { comments: t } = useMessages(together);
  return (
    <Page>
      <PageHead title={t.heading(code)} lead={text}>
        <p className="muted">{t.lead}</p>
        <p>
          <a href={paths.question(org, assessmentId, questionId)}>{t.back}</a>
        </p>
      </PageHead>
      <div className="stack-24">
        <Refusal refused={refused} sentences={t.problems} />
        {saved !== null && (
          <Note tone="ok" role="status">
            {saved === 'settle' ? t.settledNow : t.added}
          </Note>
        )}
        {!mayWrite && <Note>{t.readOnly}</Note>}
      </div>
      <Said />
      {mayWrite && <Say />}
    </Page>
  );
}

/** What was said, oldest first. */
function Said() {
  const { comments, isCut, mayWrite } = useLoaderData<typeof loader>();
  const { comments: t } = useMessages(together);
  return (
    <Section id="said" title={t.title} intro={isCut && t.older}>
      {comments.length === 0 && <p>{t.none}</p>}
      <ol className="ledger">
        {comments.map((one) => (
          <li key={one.id} className="stack-8">
            <p className="muted">{t.by(one.byName, one.at)}</p>
            <p className="as-written">{one.body}</p>
            {one.to !== '' && <p>{t.to(one.to)}</p>}
            {one.settledByName !== null && <p className="muted">{t.settled(one.settledByName)}</p>}
            {one.settledByName === null && mayWrite && (
              <Form method="post" reloadDocument>
                <PersonField />
                <input type="hidden" name="intent" value="settle" />
                <input type="hidden" name="id" value={one.id} />
                <Button>{t.settle}</Button>
              </Form>
            )}
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Say() {
  const { org, assessmentId, questionId, next, people } = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { comments: t } = useMessages(together);
  const state = { refused, sentences: t.problems };
  const was = refused?.submitted;
  return (
    <Section id="say" title={t.add}>
      <Form method="post" reloadDocument noValidate key={next} className="stack-24">
        <PersonField />
        <input type="hidden" name="intent" value="add" />
        <input type="hidden" name="id" value={next} />
        <Field id="body" label={t.body} help={t.bodyHelp} error={sentenceFor(state, 'body')}>
          <TextGuard id="body" isSaid={sentenceFor(state, 'body') !== undefined}>
            <TextArea name="body" rows={4} maxLength={400} defaultValue={typed(was, 'body')} />
          </TextGuard>
        </Field>
        {people.length > 0 && (
          <CheckBoxes
            id="mention"
            name="mention"
            legend={t.mention}
            help={t.mentionHelp}
            error={sentenceFor(state, 'mention')}
            options={people}
            chosen={was?.['mention'] ?? []}
          />
        )}
        <ButtonRow>
          <Button variant="primary">{t.add}</Button>
          <LinkButton href={paths.question(org, assessmentId, questionId)}>{t.back}</LinkButton>
        </ButtonRow>
      </Form>
    </Section>
  );
}

export const meta = pageTitle(part(together, 'comments'));
