import { codeOf } from '#assessments/question-id.ts';
import { ButtonRow } from '../components/button-row.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { paths } from '../paths.ts';
import type { QuestionView } from '../views/answering-question.server.ts';

/** From here to the questions around, and to the whole domain. */
export function QuestionLinks({
  view: { org, assessment, previous, next, nextOpen, domain },
}: {
  view: QuestionView & { org: string; assessment: string };
}) {
  const t = useMessages(answering);
  const link = (id: string | null, words: string) =>
    id !== null && (
      <a href={paths.question(org, assessment, id)}>
        {words} {codeOf(id)}
      </a>
    );
  return (
    <nav className="stack-8 mt-16" aria-label={t.around}>
      <ButtonRow ends>
        {link(previous, t.previous) || <span />}
        {link(next, t.next)}
      </ButtonRow>
      <ButtonRow ends>
        <a href={paths.section(org, assessment, domain.id)}>{t.wholeSection}</a>
        {link(nextOpen, t.nextOpen)}
      </ButtonRow>
    </nav>
  );
}
