import type { ReactNode } from 'react';

export type DerivationProps = {
  parts: ReadonlyArray<{ key: string; title: string; children: ReactNode }>;
};

/** What a figure is made of: its size, the deciding answer, the article, the action. */
export function Derivation({ parts }: DerivationProps) {
  return (
    <div className="derivation">
      {parts.map((part) => (
        <section key={part.key}>
          <h3>{part.title}</h3>
          {part.children}
        </section>
      ))}
    </div>
  );
}
