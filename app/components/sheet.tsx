import type { ReactNode } from 'react';

export type SheetProps = {
  id: string;
  title: ReactNode;
  /** Company and date, on screen above the heading. */
  running?: string | undefined;
  children: ReactNode;
};

/** A part of the report: begins on a new A4 page, on screen and on paper. */
export function Sheet({ id, title, running, children }: SheetProps) {
  return (
    <article className="sheet" aria-labelledby={id}>
      {running && <p className="sheet__running">{running}</p>}
      <h2 id={id}>{title}</h2>
      {children}
    </article>
  );
}
