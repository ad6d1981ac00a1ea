import { Ledger } from '../components/ledger.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { paths } from '../paths.ts';
import type { listView } from '../views/answering-list.server.ts';

/** The questions that were found, each with its state in words. */
export function QuestionRows({
  org,
  assessment,
  heading,
  rows,
}: {
  org: string;
  assessment: string;
  heading: string;
  rows: ReturnType<typeof listView>['rows'];
}) {
  const t = useMessages(answering);
  return (
    <section className="stack mt-32" aria-labelledby="h-found">
      <h2 id="h-found">{heading}</h2>
      <Ledger
        rows={rows.map((row) => ({
          key: row.id,
          code: row.code,
          title: row.title,
          href: paths.question(org, assessment, row.id),
          text: row.text,
          side: [
            row.state,
            ...(row.documents === 'current' ? [] : [t.documents[row.documents]]),
            ...(row.lacksEvidence && row.documents !== 'expired' ? [t.evidenceMissing] : []),
            ...(row.minutes === null ? [] : [t.minutes(row.minutes)]),
          ],
        }))}
      />
    </section>
  );
}
