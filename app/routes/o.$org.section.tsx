import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useLoaderData, type ClientActionFunctionArgs } from '@remix-run/react';
import { listSectionTasks } from '#db/section-tasks.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { AnswerForm } from '../answering/answer-form.tsx';
import { AnsweringProgress } from '../answering/answering-progress.tsx';
import { AnsweringRail } from '../answering/answering-rail.tsx';
import { shouldRevalidate as revalidateUnlessSaving } from '../answering/background.ts';
import { saveAnswerAction } from '../answering/save.server.ts';
import { SectionPart } from '../answering/section-part.tsx';
import { settle } from '../answering/transport.ts';
import { useFresh } from '../answering/use-fresh.ts';
import { AnswerGrid } from '../components/answer-grid.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Questions } from '../components/questions.tsx';
import { idParam, inCompany, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { TaskLine } from '../together/task-line.tsx';
import { sectionView } from '../views/answering-section.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const [found, tasks] = await inCompany(member, (tx) =>
    Promise.all([readWorksheet(tx, id), listSectionTasks(tx, id)]),
  );
  const sheet = orNotFound(found);
  const domain = args.params['domain'] ?? '';
  const view = sectionView(sheet, domain, tasks, await languageOf(args.request));
  return {
    org: member.companyId,
    assessment: id,
    person: member.accountId,
    mayWrite: member.canWrite,
    stage: sheet.assessment.stage,
    ...orNotFound(view),
  };
}

/** Saves of the page itself; a plain form posts to the address of its question. */
export async function action(args: ActionFunctionArgs) {
  return saveAnswerAction(args, new URL(args.request.url).searchParams.get('question') ?? '');
}

export async function clientAction({ request, serverAction }: ClientActionFunctionArgs) {
  return settle(request, serverAction);
}

export const shouldRevalidate = revalidateUnlessSaving;

export const meta = pageTitle({
  ja: { title: answering.ja.pages.section },
  en: { title: answering.en.pages.section },
});

export default function Section() {
  const view = useLoaderData<typeof loader>();
  const t = useMessages(answering);
  const { org, assessment, parts } = view;
  const { fresh, onSaved } = useFresh();
  const frame = fresh?.frame ?? view.frame;
  const here = paths.section(org, assessment, view.id);
  return (
    <Page width="wide">
      <AnsweringProgress frame={frame} href={paths.questions(org, assessment)} />
      <AnswerGrid
        rail={<AnsweringRail org={org} assessment={assessment} frame={frame} domain={view.id} />}
      >
        <PageHead title={`${view.id} ${t.sectionTitle(view.title)}`} lead={view.objective}>
          <TaskLine task={view.task} />
          {!view.mayWrite && <Note>{t.readOnly}</Note>}
        </PageHead>
        <Questions>
          {parts.map((part) => (
            <SectionPart key={part.id} org={org} assessment={assessment} part={part}>
              <AnswerForm
                part={part}
                stage={view.stage}
                person={view.person}
                mayWrite={view.mayWrite}
                action={paths.question(org, assessment, part.id)}
                background={`${here}?question=${part.id}`}
                onSaved={onSaved}
                among
              />
            </SectionPart>
          ))}
        </Questions>
      </AnswerGrid>
    </Page>
  );
}
