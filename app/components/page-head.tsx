import type { ReactNode } from 'react';

export type PageHeadProps = {
  title: ReactNode;
  lead?: ReactNode;
  children?: ReactNode;
};

export function PageHead({ title, lead, children }: PageHeadProps) {
  return (
    <div className="page-head">
      <h1>{title}</h1>
      {lead && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}
