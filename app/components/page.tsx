import type { ReactNode } from 'react';

export type PageProps = {
  /** page 72rem · wide 82rem (answer) · full 90rem (portfolio); header and footer follow. */
  width?: 'page' | 'wide' | 'full';
  children: ReactNode;
};

export function Page({ width = 'page', children }: PageProps) {
  return (
    <main id="main" tabIndex={-1} className={width === 'page' ? 'page' : `page page--${width}`}>
      {children}
    </main>
  );
}
