import { AnswerProgress } from '../components/answer-progress.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import type { FrameView } from '../views/answering-rail.server.ts';

/** 57問のうち41問に回答 */
export function AnsweringProgress({
  frame: { answered, asked, minutesLeft },
  href,
}: {
  frame: FrameView;
  /** The list of questions. */
  href: string;
}) {
  const t = useMessages(answering);
  return (
    <AnswerProgress answered={answered} total={asked} words={t.progress(answered, asked)}>
      {t.left(asked - answered, minutesLeft)}
      <a href={href}>{t.list}</a>
    </AnswerProgress>
  );
}
