import { randomUUID } from 'node:crypto';
import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { z } from 'zod';
import { reviewDayProblem } from '#assessments/review.ts';
import {
  reopenAssessment,
  returnAssessment,
  submitAssessment,
  withdrawSubmission,
} from '#db/assessment-states.ts';
import { setReviewDate } from '#db/review-dates.ts';
import { signAssessment } from '#db/signed-results.ts';
import { dayInJapan } from '#assessments/japanese-day.ts';
import { DataTable } from '../components/data-table.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Refusal } from '../components/refusal.tsx';
import { Section } from '../components/section.tsx';
import { narrow, parseForm, refuse } from '../forms.ts';
import { guardText } from '../free-text.server.ts';
import {
  idParam,
  inCompany,
  notFound,
  orNotFound,
  requireConfirmed,
  requireMember,
  shapes,
  type CompanyMember,
} from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { signOff } from '../messages/sign-off.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { NextStep } from '../signing/next-step.tsx';
import { Review } from '../signing/review.tsx';
import { signResult } from '../signing/result-key.server.ts';
import { readSignOff, signOffView } from '../views/sign-off.server.ts';

const reason = guardText(z.string('reason').trim().min(1, 'reason').max(400, 'reason'));
const base = z.coerce.number('form').int('form').min(0, 'form');
const due = z
  .string('no-day')
  .transform(narrow)
  .superRefine((day, issues) => {
    const message = reviewDayProblem(day, dayInJapan(new Date()));
    if (message !== null) issues.addIssue({ code: 'custom', message });
  });
const form = z.discriminatedUnion(
  'intent',
  [
    z.strictObject({ intent: z.literal('submit') }),
    z.strictObject({ intent: z.literal('withdraw') }),
    z.strictObject({ intent: z.literal('return'), reason }),
    z.strictObject({ intent: z.literal('reopen'), reason }),
    z.strictObject({
      intent: z.literal('sign'),
      result: z.uuidv4('form'),
      expected: z.string('form').regex(/^[0-9a-f]{64}$/, 'form'),
    }),
    z.strictObject({ intent: z.literal('set-review'), base, due }),
    z.strictObject({ intent: z.literal('withdraw-review'), base }),
  ],
  'form',
);
type Intent = z.infer<typeof form>;

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const found = orNotFound(await inCompany(member, (tx) => readSignOff(tx, assessmentId)));
  const { submittedBy, ...view } = signOffView(found, await languageOf(args.request));
  return {
    org: member.companyId,
    assessmentId,
    result: randomUUID(),
    isSaved: new URL(args.request.url).searchParams.has('saved'),
    may: {
      shape: shapes(member.role),
      declare: member.role === 'owner' || member.role === 'declarer',
      isSubmitter: submittedBy === member.accountId,
    },
    ...view,
  };
}

export async function action(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const sent = await parseForm(args.request, form, { person: member.accountId });
  if (!sent.ok) return refuse(sent);
  if (sent.value.intent === 'sign') await requireConfirmed(args, sent.submitted);
  const moved = await moveBy(member, assessmentId, sent.value);
  const page = paths.signOff(member.companyId, assessmentId);
  const isReview = 'base' in sent.value;
  if (moved.ok) return redirectTo(isReview ? `${page}?saved=1#review` : page);
  if (moved.reason === 'not-found') throw notFound();
  const problem = moved.reason === 'stands' ? `stands-${moved.state}` : moved.reason;
  return refuse({ ok: false, problems: { form: problem }, submitted: sent.submitted });
}

function moveBy(member: CompanyMember, assessmentId: string, given: Intent) {
  const of = { assessmentId, byName: member.name };
  return inCompany(member, async (tx) => {
    switch (given.intent) {
      case 'submit':
        return submitAssessment(tx, of);
      case 'withdraw':
        return withdrawSubmission(tx, of);
      case 'return':
        return returnAssessment(tx, { ...of, reason: given.reason });
      case 'reopen':
        return reopenAssessment(tx, { ...of, reason: given.reason });
      case 'set-review':
        return setReviewDate(tx, { ...of, base: given.base, dueOn: given.due });
      case 'withdraw-review':
        return setReviewDate(tx, { ...of, base: given.base, dueOn: null });
      case 'sign':
        return signAssessment(tx, {
          ...of,
          resultId: given.result,
          expected: given.expected,
          now: new Date(),
          sign: signResult,
        });
    }
  });
}

export default function SignOffPage() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const t = useMessages(signOff);
  const { list } = useMessages(answering);
  const { org, assessmentId, state, unanswered, unknown, isWhole } = view;
  return (
    <Page>
      <PageHead title={t.title} lead={t.lead}>
        <p>
          {t.now} <b>{t.states[state]}</b>
        </p>
        <p className="muted">
          {unanswered + unknown === 0 ? t.complete : t.openLeft(unanswered, unknown)}
        </p>
        {!isWhole && <Note>{t.partOnly}</Note>}
      </PageHead>
      <Refusal refused={refused} sentences={t.problems} />
      <Changed />
      <Points />
      <NextStep {...view} refused={refused} />
      <Review {...view} maySet={view.may.shape} refused={refused} />
      <Results />
      <Section id="history" title={t.historyTitle}>
        {view.history.length === 0 ? (
          <p>{t.nobody}</p>
        ) : (
          <ol className="ledger">
            {view.history.map((one) => (
              <li key={one.version}>
                <b>{t.changes[one.state]}</b>{' '}
                <span className="muted">{t.who(one.byName, one.at)}</span>
                {one.reason !== null && <p>{one.reason}</p>}
              </li>
            ))}
          </ol>
        )}
      </Section>
      <p>
        <a href={paths.questions(org, assessmentId)}>{list}</a>
      </p>
    </Page>
  );
}

/** After a signature: exactly what is otherwise now. */
function Changed() {
  const { changed } = useLoaderData<typeof loader>();
  const t = useMessages(signOff);
  if (changed === null) return null;
  if (changed.length === 0) return <Note tone="ok">{t.same}</Note>;
  return (
    <Section id="changed" title={t.changedTitle} intro={t.changedIntro}>
      <DataTable
        rows={changed}
        rowKey={({ kind, id }) => `${kind} ${id}`}
        columns={[
          {
            key: 'what',
            header: t.columns.what,
            cell: ({ kind, what }) => (
              <>
                <span className="muted">{t.kinds[kind]}</span> {what}
              </>
            ),
          },
          { key: 'was', header: t.columns.was, cell: ({ was }) => was },
          { key: 'is', header: t.columns.is, cell: ({ is }) => is },
        ]}
      />
    </Section>
  );
}

/** Answers that hardly go together; the rules point and change nothing. */
function Points() {
  const { org, assessmentId, points } = useLoaderData<typeof loader>();
  const t = useMessages(signOff);
  if (points.length === 0) return null;
  return (
    <Section id="points" title={t.pointsTitle} intro={t.pointsIntro}>
      <ul className="ledger">
        {points.map(({ id, says, look, questions }) => (
          <li key={id}>
            <p>{says}</p>
            <p className="muted">{look}</p>
            <p>
              {questions.map((question) => (
                <a key={question.id} href={paths.question(org, assessmentId, question.id)}>
                  {question.code}{' '}
                </a>
              ))}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Results() {
  const { org, assessmentId, results } = useLoaderData<typeof loader>();
  const t = useMessages(signOff);
  return (
    <Section id="results" title={t.resultsTitle} intro={results.length > 0 && t.verify}>
      {results.length === 0 ? (
        <p>{t.noResults}</p>
      ) : (
        <ul className="ledger">
          {results.map((one, at) => (
            <li key={one.id}>
              <p>
                <b>{t.result(results.length - at)}</b> {one.at}
              </p>
              <p>{t.by(one.prepared, one.declared)}</p>
              <p>
                <a href={paths.signedResult(org, assessmentId, one.id)} download>
                  {t.download}
                </a>
              </p>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

export const meta = pageTitle(signOff);
