import type { ReactNode } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { gaps as texts } from '../messages/gaps.ts';
import { listText, wideSpace } from '../print.ts';
import type { GapQuestion, GapRow } from '../views/gaps-row.server.ts';
import { BasisTag } from './basis-tag.tsx';
import { Coded } from './code.tsx';
import { Definition } from './definition.tsx';
import { Derivation } from './derivation.tsx';
import { Fraction } from './fraction.tsx';

export type GapDerivationProps = {
  gap: GapRow;
  /** The denominator of all losses. */
  of: number;
  objective: string;
  lawAsOf: string;
  hrefs: {
    answer: (question: string) => string;
    action: (id: string) => string;
    profile: string;
  };
};

/** Where the figure of a gap comes from: its size, the answer, the article, the actions. */
export function GapDerivation(props: GapDerivationProps) {
  const { gap } = props;
  const t = useMessages(texts);
  const open = gap.certainty === 'open';
  const parts = [
    {
      key: 'question',
      title: open ? t.decidingOpen : t.deciding(gap.lo),
      children: <Deciding {...props} />,
    },
    {
      key: 'size',
      title: open ? t.sizeOpen : gap.explains ? t.sizeExplains : t.size,
      children: <Size {...props} />,
    },
    { key: 'basis', title: t.basis, children: <Basis {...props} /> },
    { key: 'actions', title: t.actions, children: <Actions {...props} /> },
  ];
  return (
    <Derivation parts={parts.filter(({ key }) => key !== 'actions' || gap.actions.length > 0)} />
  );
}

function Size({ gap, of }: GapDerivationProps) {
  const t = useMessages(texts);
  return (
    <>
      <p className="formula">
        {t.formula(gap.weight, gap.target, gap.lo, of)}
        <Fraction n={`${gap.loss.hi}`} d={`${of}`} />
        {t.equals}
        <b>{t.points(gap.points.hi)}</b>
      </p>
      <p className="muted">{gap.certainty === 'open' ? t.atMost : t.sum}</p>
    </>
  );
}

function Deciding({ gap, hrefs }: GapDerivationProps) {
  const t = useMessages(texts);
  const language = useLanguage();
  const condition = gap.openBecause === 'condition';
  return (
    <>
      {condition && (
        <p>
          {t.conditionText} <a href={hrefs.profile}>{t.toProfile}</a>
        </p>
      )}
      {gap.questions.map((question) => (
        <div className="stack-8" key={question.id}>
          <p>
            {question.text}
            {gap.questions.length > 1 && question.decides && (
              <>
                {' '}
                <span className="tag tag--now">{t.decides}</span>
              </>
            )}
          </p>
          <Definition items={answerItems(question, t, wideSpace(language))} />
          <p>
            <a href={hrefs.answer(question.id)}>{question.by === null ? t.give : t.review}</a>
          </p>
        </div>
      ))}
    </>
  );
}

function answerItems(
  question: GapQuestion,
  t: Texts,
  space: string,
): { term: string; value: ReactNode }[] {
  const items = [{ term: t.answer, value: answerWords(question, t, space) }];
  return question.by === null ? items : [...items, { term: t.by, value: question.by }];
}

type Texts = (typeof texts)['ja'];

function answerWords(
  { level, levelText, unknown, notApplicable }: GapQuestion,
  { answers }: Texts,
  space: string,
): ReactNode {
  if (unknown) return answers.unknown;
  if (level === null && notApplicable === null) return answers.unanswered;
  return (
    <>
      <b>{level ?? answers.notApplicable}</b>
      {space}
      {levelText ?? notApplicable}
    </>
  );
}

function Basis({ gap, objective, lawAsOf }: GapDerivationProps) {
  const t = useMessages(texts);
  const { bases } = useMessages(answering);
  const duty = {
    mandatory: t.means,
    conditional: t.means,
    expected: t.expected,
    recommended: t.recommended,
  };
  return (
    <>
      <ul>
        {gap.citations.map(({ text, basis }) => (
          <li key={text}>
            {text} <BasisTag basis={basis}>{bases[basis]}</BasisTag>
          </li>
        ))}
      </ul>
      <p className="source">
        {t.objective(objective)} {duty[gap.obligation]} {t.lawAsOf(lawAsOf)}
      </p>
    </>
  );
}

function Actions({ gap, hrefs }: GapDerivationProps) {
  const t = useMessages(texts);
  const language = useLanguage();
  return (
    <div className="stack">
      {gap.actions.map((action) => (
        <div className="stack-8" key={action.id}>
          <p>
            <Coded code={action.id}>
              <a href={hrefs.action(action.id)}>{action.title}</a>
            </Coded>
          </p>
          <Definition
            items={[
              {
                term: t.reaches,
                value: listText(
                  action.reaches.map(({ id, level }) => t.reach(id, level)),
                  language,
                ),
              },
              { term: t.effort, value: t.effortText(action.days, action.weeks) },
              { term: t.cost, value: action.cost },
              ...(action.after.length === 0
                ? []
                : [
                    {
                      term: t.first,
                      value: listText(
                        action.after.map(({ id, title }) => `${id} ${title}`),
                        language,
                      ),
                    },
                  ]),
            ]}
          />
          {action.onNeed && (
            <p>
              <span className="tag">{t.onNeed}</span>
            </p>
          )}
        </div>
      ))}
    </div>
  );
}
