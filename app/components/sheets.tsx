import type { ReactNode } from 'react';

export type SheetsProps = {
  /** What this report is, and its downloads; not printed. */
  bar?: ReactNode;
  /** Cover, then Sheets. */
  children: ReactNode;
};

export function Sheets({ bar, children }: SheetsProps) {
  return (
    <main id="main" tabIndex={-1} className="sheets">
      {bar && <div className="sheets__bar no-print">{bar}</div>}
      {children}
    </main>
  );
}
