import { LevelCards, type LevelValue } from '../components/level-cards.tsx';
import { Note } from '../components/note.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { check } from '../messages/check.ts';
import type { CheckQuestion } from '../views/check.server.ts';
import { FreshHeading } from './fresh-heading.tsx';

export type QuestionStepProps = {
  question: CheckQuestion;
  value: LevelValue | undefined;
  /** Whether it applies hangs on a fact that is not known. */
  undecided: boolean;
};

export function QuestionStep({ question, value, undecided }: QuestionStepProps) {
  const t = useMessages(check);
  const a = useMessages(answering);
  return (
    <LevelCards
      id="check-question"
      name={question.requirement}
      question={<FreshHeading>{question.text}</FreshHeading>}
      hint={a.hint}
      levels={question.levels.map((text, level) => ({ label: a.levels[level] ?? '', text }))}
      value={value}
      target={{ level: question.target, label: a.target.application }}
      unknown={t.unknown}
    >
      <p>{question.why}</p>
      {undecided && <Note tone="open">{t.undecided}</Note>}
    </LevelCards>
  );
}
