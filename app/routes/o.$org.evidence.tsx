import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { useActionData, useLoaderData } from '@remix-run/react';
import { indexEdition } from '#assessments/edition-index.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { EvidenceForm } from '../answering/evidence-form.tsx';
import { NotedDocumentForm } from '../answering/noted-document-form.tsx';
import { NotedEvidence } from '../answering/noted-evidence.tsx';
import { noteEvidenceAction } from '../answering/note-evidence.server.ts';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Note } from '../components/note.tsx';
import { Page } from '../components/page.tsx';
import { PageHead } from '../components/page-head.tsx';
import { Section } from '../components/section.tsx';
import { idParam, inCompany, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { common } from '../messages/common.ts';
import { pageTitle } from '../page-title.ts';
import { paths } from '../paths.ts';
import { evidenceView } from '../views/answering-evidence.server.ts';

export async function loader(args: LoaderFunctionArgs) {
  const member = await requireMember(args);
  const id = idParam(args.params, 'assessment');
  const sheet = orNotFound(await inCompany(member, (tx) => readWorksheet(tx, id)));
  const entry = orNotFound(
    indexEdition(sheet.edition).questionById.get(args.params['question'] ?? ''),
  );
  return {
    org: member.companyId,
    assessment: id,
    mayWrite: member.canWrite,
    ...evidenceView(sheet, entry, await languageOf(args.request)),
  };
}

export async function action(args: ActionFunctionArgs) {
  return noteEvidenceAction(args);
}

export const meta = pageTitle({
  ja: { title: answering.ja.evidence.pageTitle },
  en: { title: answering.en.evidence.pageTitle },
});

export default function Evidence() {
  const view = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  const { evidence: t, readOnly } = useMessages(answering);
  const words = useMessages(common);
  const problems = refused?.problems ?? {};
  const errors = Object.entries(problems).map(([field, text]) => ({ field, text }));
  const back = paths.question(view.org, view.assessment, view.id);
  return (
    <Page>
      <PageHead title={t.pageTitle} lead={t.pageLead} />
      {errors.length > 0 && (
        <ErrorSummary title={words.refusedTitle} errors={errors}>
          <p>{words.refusedLead}</p>
        </ErrorSummary>
      )}
      <Section
        id="evidence"
        title={view.code}
        intro={view.text}
        more={{ href: back, label: t.back }}
      >
        {view.caution !== null && <Note tone="open">{view.caution}</Note>}
        {!view.takesOwnWords && <Note>{t.dateOnly}</Note>}
        {view.mayWrite && view.noted.length > 0 && (
          <p>
            <a href="#h-noted">{t.notedTitle}</a>
          </p>
        )}
        {view.mayWrite ? (
          <EvidenceForm
            view={view}
            back={back}
            problems={problems}
            submitted={refused?.submitted ?? {}}
          />
        ) : (
          <Note>{readOnly}</Note>
        )}
      </Section>
      {view.mayWrite && view.noted.length > 0 && (
        <Section id="noted" title={t.notedTitle} intro={t.notedLead}>
          <NotedDocumentForm view={view} problems={problems} />
        </Section>
      )}
      {view.references.length > 0 && (
        <Section id="listed" title={t.listed}>
          <NotedEvidence references={view.references} mayWrite={view.mayWrite} />
        </Section>
      )}
    </Page>
  );
}
