import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { indexEdition } from '#assessments/edition-index.ts';
import { answerHistory } from '#db/answers.ts';
import { listComments } from '#db/comments.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { AnswerForm } from '../answering/answer-form.tsx';
import { AnsweringProgress } from '../answering/answering-progress.tsx';
import { AnsweringRail } from '../answering/answering-rail.tsx';
import { shouldRevalidate as revalidateUnlessSaving } from '../answering/background.ts';
import { ConflictForm } from '../answering/conflict-form.tsx';
import { EvidenceTable } from '../answering/evidence-table.tsx';
import type { Outcome } from '../answering/outcome.ts';
import { QuestionAside } from '../answering/question-aside.tsx';
import { QuestionHead } from '../answering/question-head.tsx';
import { QuestionLinks } from '../answering/question-links.tsx';
import { saveAnswerAction } from '../answering/save.server.ts';
import { settle } from '../answering/transport.ts';
import { useFresh } from '../answering/use-fresh.ts';
import { AnswerGrid } from '../components/answer-grid.tsx';
import { Page } from '../components/page.tsx';
import { idParam, inCompany, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { answering } from '../messages/answering.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { CommentsLink } from '../together/comments-link.tsx';
import { HISTORY_READ } from '../views/answering-history.server.ts';
import { questionView } from '../views/answering-question.server.ts';
import { readSource } from '../views/earlier-answers.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const questionId = args.params['question'] ?? '';
  const [sheet, history, source, comments] = await inCompany(member, (tx) =>
    Promise.all([
      readWorksheet(tx, id),
      answerHistory(tx, id, questionId, { limit: HISTORY_READ }),
      readSource(tx, id),
      listComments(tx, id, questionId),
    ]),
  );
  const worksheet = orNotFound(sheet);
  const entry = orNotFound(indexEdition(worksheet.edition).questionById.get(questionId));
  const saved = new URL(args.request.url).searchParams.get('saved');
  return {
    org: member.companyId,
    assessment: id,
    person: member.accountId,
    mayWrite: member.canWrite,
    stage: worksheet.assessment.stage,
    openComments: comments.filter(({ settledByName }) => settledByName === null).length,
    ...questionView(worksheet, entry, { history, source }, saved, await languageOf(args.request)),
  };
}

export async function action(args: ActionFunctionArgs) {
  return saveAnswerAction(args, args.params['question'] ?? '');
}

export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return settle(request, serverAction);
}

export const shouldRevalidate = revalidateUnlessSaving;

export const meta = pageTitle({
  ja: { title: answering.ja.pages.question },
  en: { title: answering.en.pages.question },
});

export default function Question() {
  const loaded = useLoaderData<typeof loader>();
  const { fresh, onSaved } = useFresh();
  const view = { ...loaded, ...fresh };
  const outcome = useActionData<Outcome>();
  const { org, assessment, person, part } = view;
  const address = paths.question(org, assessment, part.id);
  const refused = outcome && !outcome.ok && outcome.reason === 'refused' ? outcome : undefined;
  const stale = outcome && !outcome.ok && outcome.reason === 'stale' ? outcome : undefined;
  return (
    <Page width="wide">
      <AnsweringProgress frame={view.frame} href={paths.questions(org, assessment)} />
      <AnswerGrid
        aside={<QuestionAside view={view} />}
        rail={
          <AnsweringRail
            org={org}
            assessment={assessment}
            frame={view.frame}
            domain={view.domain.id}
          />
        }
      >
        <QuestionHead view={view} refused={refused?.problems} />
        {stale ? (
          <ConflictForm
            conflict={stale.conflict}
            action={address}
            person={person}
            request={part.request}
            question={part.text}
            error={stale.problem}
          />
        ) : (
          <AnswerForm
            key={part.id}
            part={part}
            stage={view.stage}
            person={person}
            mayWrite={view.mayWrite}
            action={address}
            background={address}
            refused={refused}
            onSaved={onSaved}
          />
        )}
        <QuestionLinks view={view} />
        <EvidenceTable view={view} />
        <CommentsLink view={view} />
      </AnswerGrid>
    </Page>
  );
}
