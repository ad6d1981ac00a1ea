import type { ReactNode } from 'react';
import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { gaps as texts } from '../messages/gaps.ts';
import { listText, wideSpace } from '../print.ts';
import { BasisTag } from './basis-tag.tsx';
import type { Basis } from './basis-tag.tsx';
import { Coded } from './code.tsx';
import { Definition } from './definition.tsx';
import { Derivation } from './derivation.tsx';
import { Fraction } from './fraction.tsx';
import type { Obligation } from './obligation-tag.tsx';

export type GapQuestion = {
  id: string;
  text: string;
  level: number | null;
  levelText: string | null;
  unknown: boolean;
  decides: boolean;
  by: string | null;
};

export type GapAction = {
  id: string;
  title: string;
  days: string;
  weeks: string;
  cost: string;
  onNeed: boolean;
  after: ReadonlyArray<{ id: string; title: string }>;
  reaches: ReadonlyArray<{ id: string; title: string; level: number }>;
};

export type Gap = {
  id: string;
  title: string;
  obligation: Obligation;
  inGate: boolean;
  certainty: 'definite' | 'open';
  explains: boolean;
  lo: number;
  hi: number;
  target: number;
  weight: number;
  /** Numerators over `of`. */
  loss: { lo: number; hi: number };
  points: { lo: string; hi: string };
  openBecause: 'unanswered' | 'unknown' | 'condition' | null;
  questions: ReadonlyArray<GapQuestion>;
  citations: ReadonlyArray<{ text: string; basis: Basis }>;
  actions: ReadonlyArray<GapAction>;
};

export type GapDerivationProps = {
  gap: Gap;
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
  { level, levelText, unknown, by }: GapQuestion,
  t: (typeof texts)['ja'],
  space: string,
): { term: string; value: ReactNode }[] {
  const value =
    level === null ? (
      unknown ? (
        t.answers.unknown
      ) : (
        t.answers.unanswered
      )
    ) : (
      <>
        <b>{level}</b>
        {space}
        {levelText}
      </>
    );
  const items: { term: string; value: ReactNode }[] = [{ term: t.answer, value }];
  return by === null ? items : [...items, { term: t.by, value: by }];
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
