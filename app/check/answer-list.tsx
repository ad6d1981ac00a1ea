import { Coded } from '../components/code.tsx';
import { DataTable } from '../components/data-table.tsx';
import { Disclosure } from '../components/disclosure.tsx';
import type { LevelValue } from '../components/level-cards.tsx';
import { Section } from '../components/section.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { check } from '../messages/check.ts';
import type { CheckQuestion } from '../views/check.server.ts';

export type AnswerListProps = {
  questions: readonly CheckQuestion[];
  values: Readonly<Record<string, LevelValue>>;
  /** Requirements that do not apply, by id. */
  excluded: readonly string[];
};

function nameOf({ requirement, title }: CheckQuestion) {
  return <Coded code={requirement}>{title}</Coded>;
}

/** All answers: printed, they are the only copy that one can keep. */
export function AnswerList({ questions, values, excluded }: AnswerListProps) {
  const { result: t } = useMessages(check);
  const { levels } = useMessages(answering);
  const words = ({ id, requirement }: CheckQuestion) => {
    if (excluded.includes(requirement)) return t.excluded;
    const value = values[id];
    if (value === undefined) return t.unanswered;
    if (value === 'unknown' || value === 'na') return t.unknown;
    return t.levelName(Number(value), levels[Number(value)] ?? '');
  };
  const { columns } = t;
  return (
    <Section stacked id="answers" title={t.answersTitle}>
      <Disclosure summary={t.answersSummary(questions.length)}>
        <DataTable
          dense
          rows={questions}
          rowKey={({ id }) => id}
          columns={[
            { key: 'requirement', header: columns.requirement, cell: nameOf },
            { key: 'answer', header: columns.answer, cell: words },
            { key: 'target', header: columns.target, numeric: true, cell: ({ target }) => target },
          ]}
        />
      </Disclosure>
    </Section>
  );
}
