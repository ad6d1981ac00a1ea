import { Fragment } from 'react';
import type { ReactNode } from 'react';

export type DefinitionProps = {
  items: ReadonlyArray<{ term: string; value: ReactNode }>;
  /** A rule above each row. */
  lines?: boolean;
};

export function Definition({ items, lines }: DefinitionProps) {
  return (
    <dl className={lines ? 'definition definition--lines' : 'definition'}>
      {items.map((item) => (
        <Fragment key={item.term}>
          <dt>{item.term}</dt>
          <dd>{item.value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}
