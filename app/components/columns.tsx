import type { ReactNode } from 'react';

/** Up to three children side by side from 896 px, rules between them. */
export function Columns({ children }: { children: ReactNode }) {
  return <div className="columns">{children}</div>;
}
