import { Button } from '../components/button.tsx';
import { Ledger } from '../components/ledger.tsx';
import { PersonField } from '../components/person-field.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import type { ReferenceView } from '../views/answering-evidence.server.ts';

/** What is noted already, each with the way to withdraw it. */
export function NotedEvidence({
  references,
  mayWrite,
}: {
  references: readonly ReferenceView[];
  mayWrite: boolean;
}) {
  const { evidence: t } = useMessages(answering);
  return (
    <Ledger
      rows={references.map(({ id, title, version, owner, location }) => ({
        key: id,
        title,
        text: (
          <div className="stack-8">
            <p>{[version, owner, location].filter((part) => part !== '').join(' / ')}</p>
            {mayWrite && (
              <form method="post">
                <input type="hidden" name="intent" value="withdraw" />
                <PersonField />
                <input type="hidden" name="evidence" value={id} />
                <Button aria-label={`${t.withdraw}: ${title}`}>{t.withdraw}</Button>
              </form>
            )}
          </div>
        ),
      }))}
    />
  );
}
