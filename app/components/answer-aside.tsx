import type { ReactNode } from 'react';

export type AnswerAsideProps = {
  /** この質問について */
  label: string;
  parts: ReadonlyArray<{ key: string; title: string; children: ReactNode }>;
};

export function AnswerAside({ label, parts }: AnswerAsideProps) {
  return (
    <aside className="answer-aside" aria-label={label}>
      {parts.map((part) => (
        <section key={part.key}>
          <h2>{part.title}</h2>
          {part.children}
        </section>
      ))}
    </aside>
  );
}
