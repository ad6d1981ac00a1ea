import type { ReactNode } from 'react';
import { Split } from './split.tsx';

export type HeroProps = {
  id?: string;
  label: ReactNode;
  children: ReactNode;
  /** A second answer beside the first, such as the weeks that remain. */
  aside?: { label: ReactNode; children: ReactNode } | undefined;
};

/** Where do we stand: the answer of a page, alone at its top. */
export function Hero({ id = 'where', label, children, aside }: HeroProps) {
  const answer = (
    <div>
      <h2 className="hero__label" id={id}>
        {label}
      </h2>
      {children}
    </div>
  );
  return (
    <section className="hero" aria-labelledby={id}>
      {aside ? (
        <Split>
          {answer}
          <div>
            <h2 className="hero__label">{aside.label}</h2>
            {aside.children}
          </div>
        </Split>
      ) : (
        answer
      )}
    </section>
  );
}
