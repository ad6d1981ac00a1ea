import type { ReactNode } from 'react';

export type Entry = { key?: string; term: ReactNode; text: ReactNode };

/** Terms above their sentences, rules between; for terms too long for a Definition's first column. */
export function Entries({ entries }: { entries: readonly Entry[] }) {
  return (
    <dl className="ledger">
      {entries.map(({ key, term, text }, at) => (
        <div key={key ?? at}>
          <dt className="ledger__title">{term}</dt>
          <dd className="max-w-measure">{text}</dd>
        </div>
      ))}
    </dl>
  );
}
