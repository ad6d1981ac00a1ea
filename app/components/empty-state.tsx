import type { ReactNode } from 'react';

export type EmptyStateProps = {
  title: string;
  /** One level below the heading around it; h1 where the page is nothing else. */
  heading?: 'h1' | 'h2' | 'h3';
  /** What will stand here, and how to begin. */
  children: ReactNode;
  /** Buttons */
  actions?: ReactNode;
};

export function EmptyState({ title, heading: Heading = 'h2', children, actions }: EmptyStateProps) {
  return (
    <div className="empty stack">
      <Heading>{title}</Heading>
      {children}
      {actions && <div className="btn-row">{actions}</div>}
    </div>
  );
}
