import type { ReactNode } from 'react';

/** Two children side by side from 896 px, a rule between them. */
export function Split({ even, children }: { even?: boolean; children: ReactNode }) {
  return <div className={even ? 'split split--even' : 'split'}>{children}</div>;
}
