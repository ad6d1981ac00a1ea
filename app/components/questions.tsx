import type { ReactNode } from 'react';

/** A whole section: one question under the other, a rule between them. */
export function Questions({ children }: { children: ReactNode }) {
  return <div className="questions">{children}</div>;
}
