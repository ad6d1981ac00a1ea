import { LinkButton } from '../components/button.tsx';
import { DataTable } from '../components/data-table.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { paths } from '../paths.ts';
import { listText } from '../print.ts';
import type { ReferenceView } from '../views/evidence-references.server.ts';
import { ReferenceUntil } from './reference-until.tsx';
import type { QuestionView } from '../views/answering-question.server.ts';

/** The references of a question, and the way to note another. */
export function EvidenceTable({
  view: { org, assessment, part, examples, references, mayWrite },
}: {
  view: QuestionView & { org: string; assessment: string; mayWrite: boolean };
}) {
  const { evidence: t } = useMessages(answering);
  const language = useLanguage();
  return (
    <section className="evidence stack mt-32" aria-labelledby="h-evidence">
      <h2 className="text-18" id="h-evidence">
        {t.title}
      </h2>
      <p className="muted">
        {t.lead}
        <br />
        {t.example}
        {listText(examples, language)}
      </p>
      {references.length === 0 ? <p>{t.none}</p> : <References references={references} />}
      {mayWrite && (
        <p>
          <LinkButton href={paths.evidence(org, assessment, part.id)}>{t.add}</LinkButton>
        </p>
      )}
    </section>
  );
}

function References({ references }: { references: readonly ReferenceView[] }) {
  const { evidence: t } = useMessages(answering);
  return (
    <DataTable
      rows={references}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'title',
          header: t.document,
          cell: ({ title, others }) => (
            <>
              {title}
              {others !== null && (
                <>
                  <br />
                  <span className="muted">{others}</span>
                </>
              )}
            </>
          ),
        },
        {
          key: 'version',
          header: t.version,
          cell: (one) => (
            <>
              {one.version}
              {one.hash !== null && <span className="muted"> {t.hashNoted}</span>}
              {one.covers !== null && <span className="muted"> {one.covers}</span>}
              {one.until !== null && <br />}
              <ReferenceUntil reference={one} />
            </>
          ),
        },
        { key: 'owner', header: t.owner, cell: ({ owner }) => owner },
        { key: 'location', header: t.location, cell: ({ location }) => location },
      ]}
    />
  );
}
