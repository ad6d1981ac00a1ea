import type { Gap } from '#assessments/gap.ts';
import { BasisTag } from '../components/basis-tag.tsx';
import { Ledger } from '../components/ledger.tsx';
import { ObligationTag } from '../components/obligation-tag.tsx';
import { Section } from '../components/section.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { check } from '../messages/check.ts';
import type { CheckQuestion } from '../views/check.server.ts';
import { questionLinks } from './question-links.ts';

export type ShortfallListProps = {
  id: string;
  title: string;
  intro: string;
  gaps: readonly Gap[];
  questions: readonly CheckQuestion[];
};

/** Requirements below their target: what to do, what it rests on, and the way to the answer. */
export function ShortfallList({ id, title, intro, gaps, questions }: ShortfallListProps) {
  const { result: t } = useMessages(check);
  const { obligations, bases } = useMessages(answering);
  if (gaps.length === 0) return null;
  const links = questionLinks(questions);
  return (
    <Section stacked id={id} title={title} intro={intro}>
      <Ledger
        rows={gaps.flatMap(({ id: code, level, requirement }) => {
          const link = links.get(code);
          if (!link) return [];
          const { question, href } = link;
          const { basis, text } = question.basis;
          return [
            {
              key: code,
              code,
              title: question.title,
              href,
              text: (
                <>
                  <p>{question.todo}</p>
                  <p className="source">
                    {t.basis}
                    {text} <BasisTag basis={basis}>{bases[basis]}</BasisTag>
                  </p>
                </>
              ),
              side: [
                t.level(level.hi, requirement.target),
                <ObligationTag key="obligation" obligation={question.obligation}>
                  {obligations[question.obligation]}
                </ObligationTag>,
              ],
            },
          ];
        })}
      />
    </Section>
  );
}
