import type { ReactNode } from 'react';

/** The id of a requirement, an action or a domain. */
export function Code({ children }: { children: string }) {
  return <span className="code">{children}</span>;
}

/** An id and its title in two columns, so that titles align. */
export function Coded({ code, children }: { code: string; children: ReactNode }) {
  return (
    <span className="coded">
      <Code>{code}</Code>
      <span>{children}</span>
    </span>
  );
}
