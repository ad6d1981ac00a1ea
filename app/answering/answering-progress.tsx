import { AnswerProgress } from '../components/answer-progress.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import type { FrameView } from '../views/answering-rail.server.ts';

/** 57問のうち41問に回答. `more`: what this page has answered since it was loaded. */
export function AnsweringProgress({
  frame: { answered, asked, minutesLeft },
  more = { questions: 0, minutes: 0 },
  href,
}: {
  frame: FrameView;
  more?: { questions: number; minutes: number };
  /** The list of questions. */
  href: string;
}) {
  const t = useMessages(answering);
  const done = answered + more.questions;
  return (
    <AnswerProgress answered={done} total={asked} words={t.progress(done, asked)}>
      {t.left(asked - done, minutesLeft - more.minutes)}
      <a href={href}>{t.list}</a>
    </AnswerProgress>
  );
}
