import type { ReactNode } from 'react';

export type AnswerGridProps = {
  children: ReactNode;
  /** AnswerAside */
  aside?: ReactNode;
  /** Rail */
  rail: ReactNode;
};

/** Question, context, list: in this order in the source, side by side where there is room. */
export function AnswerGrid({ children, aside, rail }: AnswerGridProps) {
  return (
    <div className="answer-grid">
      <div className="answer-main">{children}</div>
      {aside}
      {rail}
    </div>
  );
}
