import { Button } from '../components/button.tsx';
import { Ledger } from '../components/ledger.tsx';
import { PersonField } from '../components/person-field.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import type { ReferenceView } from '../views/evidence-references.server.ts';
import { ReferenceUntil } from './reference-until.tsx';

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
      rows={references.map((one) => ({
        key: one.id,
        title: one.title,
        text: (
          <div className="stack-8">
            <p>
              {[one.version, one.covers, one.owner, one.location].filter(Boolean).join(' / ')}{' '}
              <ReferenceUntil reference={one} />
            </p>
            {one.others !== null && <p className="muted">{one.others}</p>}
            {mayWrite && (
              <form method="post">
                <input type="hidden" name="intent" value="withdraw" />
                <PersonField />
                <input type="hidden" name="evidence" value={one.id} />
                {one.otherCount > 0 && (
                  <label className="choice">
                    <input type="checkbox" name="everywhere" value="yes" />
                    <span>{t.everywhere(one.otherCount)}</span>
                  </label>
                )}
                <Button aria-label={`${t.withdraw}: ${one.title}`}>{t.withdraw}</Button>
              </form>
            )}
          </div>
        ),
      }))}
    />
  );
}
