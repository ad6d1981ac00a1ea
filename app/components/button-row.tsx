import type { ReactNode } from 'react';

/** ends: first left, last right. */
export function ButtonRow({ ends, children }: { ends?: boolean; children: ReactNode }) {
  return <div className={ends ? 'btn-row btn-row--ends' : 'btn-row'}>{children}</div>;
}
