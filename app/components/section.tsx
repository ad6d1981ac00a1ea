import type { ReactNode } from 'react';

export type SectionProps = {
  id: string;
  title: ReactNode;
  /** One or two sentences under the heading. */
  intro?: ReactNode;
  /** A link under the intro. */
  more?: { href: string; label: string } | undefined;
  /** Heading above instead of beside the content. */
  stacked?: boolean;
  /** No rule above. */
  plain?: boolean;
  children?: ReactNode;
};

/** A heading in a label column (from 1024 px) and its content beside it. */
export function Section({ id, title, intro, more, stacked, plain, children }: SectionProps) {
  const names = ['section', stacked && 'section--stacked', plain && 'section--plain'];
  return (
    <section className={names.filter(Boolean).join(' ')} id={id} aria-labelledby={`h-${id}`}>
      <div className="section__label">
        <h2 id={`h-${id}`}>{title}</h2>
        {intro && <p>{intro}</p>}
        {more && (
          <p>
            <a href={more.href}>{more.label}</a>
          </p>
        )}
      </div>
      {stacked ? children : <div className="stack">{children}</div>}
    </section>
  );
}
