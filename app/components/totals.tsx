import type { ReactNode } from 'react';

export type TotalsProps = {
  items: ReadonlyArray<{ term: string; range: ReactNode; note?: ReactNode }>;
};

/** Up to three large ranges side by side. */
export function Totals({ items }: TotalsProps) {
  return (
    <dl className="totals">
      {items.map((item) => (
        <div key={item.term}>
          <dt>{item.term}</dt>
          <dd className="range">{item.range}</dd>
          {item.note && <dd>{item.note}</dd>}
        </div>
      ))}
    </dl>
  );
}
