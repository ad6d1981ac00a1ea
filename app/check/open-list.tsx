import type { QuickCheck } from '#assessments/quick-check.ts';
import { Ledger } from '../components/ledger.tsx';
import { Section } from '../components/section.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { check } from '../messages/check.ts';
import type { CheckQuestion } from '../views/check.server.ts';
import { questionLinks } from './question-links.ts';

export type OpenListProps = {
  open: QuickCheck['open'];
  questions: readonly CheckQuestion[];
};

/** 「調べること」: each with whom to ask and the way back to its question. */
export function OpenList({ open, questions }: OpenListProps) {
  const { result: t } = useMessages(check);
  const { roles } = useMessages(answering);
  if (open.length === 0) return null;
  const links = questionLinks(questions);
  return (
    <Section stacked id="find-out" title={t.openTitle} intro={t.openIntro(open.length)}>
      <Ledger
        rows={open.flatMap(({ requirement, because }) => {
          const link = links.get(requirement.id);
          if (!link) return [];
          const { question, href } = link;
          return [
            {
              key: requirement.id,
              code: requirement.id,
              title: question.title,
              href,
              text: <p>{question.text}</p>,
              side: [t[because.reason], t.ask(roles[question.ask])],
            },
          ];
        })}
      />
    </Section>
  );
}
