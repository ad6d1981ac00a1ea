import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';

export type CoverProps = {
  title: ReactNode;
  company: string;
  /** What was measured against what, when, by whom; and the fixed sentence. */
  children: ReactNode;
};

export function Cover({ title, company, children }: CoverProps) {
  return (
    <article className="sheet cover" aria-labelledby="cover-title">
      <Brand />
      <h1 className="cover__title" id="cover-title">
        {title}
      </h1>
      <p className="cover__company">{company}</p>
      <div className="cover__bottom stack-24">{children}</div>
    </article>
  );
}
