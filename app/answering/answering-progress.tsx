import { AnswerProgress } from '../components/answer-progress.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { steps } from '../messages/steps.ts';
import { Note } from '../components/note.tsx';
import type { FrameView } from '../views/answering-rail.server.ts';

/** 57問のうち41問に回答 */
export function AnsweringProgress({
  frame: { answered, asked, minutesLeft, state },
  href,
}: {
  frame: FrameView;
  /** The list of questions. */
  href: string;
}) {
  const t = useMessages(answering);
  const { closed } = useMessages(steps);
  return (
    <>
      {state !== 'open' && <Note tone="open">{closed[state]}</Note>}
      <AnswerProgress answered={answered} total={asked} words={t.progress(answered, asked)}>
        {t.left(asked - answered, minutesLeft)}
        <a href={href}>{t.list}</a>
      </AnswerProgress>
    </>
  );
}
