import { useMessages } from '../language.ts';
import { unsent as texts } from '../messages/unsent.ts';
import type { UnsentView } from '../unsent.ts';

/** What was typed and is not saved, as text that can be copied. */
export function UnsentText({ shown }: Pick<UnsentView, 'shown'>) {
  const t = useMessages(texts);
  if (shown.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="unsent-text">
      <h2 id="unsent-text">{t.typed}</h2>
      <dl className="ledger">
        {shown.map(({ term, text }) => (
          <div key={`${term} ${text}`}>
            <dt className="ledger__title">{term}</dt>
            <dd className="whitespace-pre-wrap">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
