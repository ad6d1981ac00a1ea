import type { ReactNode } from 'react';

export type LedgerRow = {
  key: string;
  code?: string | undefined;
  title: ReactNode;
  href?: string | undefined;
  text?: ReactNode;
  /** Short facts at the side: who to ask, how long. */
  side?: ReadonlyArray<ReactNode> | undefined;
};

/** Rows with a title, a sentence and a side note; no boxes. Ordered: the order means something. */
export function Ledger({ rows }: { rows: ReadonlyArray<LedgerRow> }) {
  return (
    <ol className="ledger">
      {rows.map((row) => (
        <li className={row.side ? 'ledger__row' : undefined} key={row.key}>
          <div>
            <p className="ledger__title">
              {row.code && <span className="code">{row.code}</span>}
              {row.href ? <a href={row.href}>{row.title}</a> : row.title}
            </p>
            {row.text && <div>{row.text}</div>}
          </div>
          {row.side && (
            <p className="ledger__side ledger__meta">
              {row.side.map((fact, index) => (
                <span key={index}>{fact}</span>
              ))}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}
