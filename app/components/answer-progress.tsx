import type { ReactNode } from 'react';
import { ProgressBar } from './progress-bar.tsx';

export type AnswerProgressProps = {
  answered: number;
  total: number;
  /** 57問のうち41問に回答 */
  words: string;
  /** What remains, and the link to the list. */
  children: ReactNode;
};

export function AnswerProgress({ answered, total, words, children }: AnswerProgressProps) {
  return (
    <div className="answer-progress">
      <span id="progress-words">{words}</span>
      <ProgressBar value={answered} max={total} labelledBy="progress-words" />
      <span className="answer-progress__rest">{children}</span>
    </div>
  );
}
