import { AnswerAside } from '../components/answer-aside.tsx';
import { BasisTag } from '../components/basis-tag.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { paths } from '../paths.ts';
import type { QuestionView } from '../views/answering-question.server.ts';

/** Beside the question: what it rests on, how to get there, whom to ask, what was answered. */
export function QuestionAside({
  view,
}: {
  view: QuestionView & { org: string; assessment: string };
}) {
  const t = useMessages(answering);
  const { part, citations, todo, ask, history, guidance, points, earlier } = view;
  const parts = [
    {
      key: 'points',
      title: t.points,
      children: (
        <ul className="stack-8">
          {points.map(({ id, says, look }) => (
            <li key={id}>
              {says} <span className="muted">{look}</span>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'earlier',
      title: t.earlier.title,
      children: earlier && (
        <div className="stack-8">
          {earlier.answers.map(({ id, code, text, answer, byName, at }) => (
            <p key={id}>
              {!earlier.isSame && (
                <>
                  <b>{code}</b> {text}
                  <br />
                </>
              )}
              {t.earlier.answer(answer)} <span className="muted">{t.earlier.by(byName, at)}</span>
            </p>
          ))}
          {earlier.reason !== null && <p className="muted">{earlier.reason}</p>}
          {earlier.toConfirm && (
            <p>
              <a href={paths.confirmAnswers(view.org, view.assessment)}>{t.earlier.confirm}</a>
            </p>
          )}
        </div>
      ),
    },
    ...guidance.map(({ overlay, text }) => ({
      key: `guidance ${overlay}`,
      title: t.guidance(overlay),
      children: <p>{text}</p>,
    })),
    {
      key: 'todo',
      title: t.todo(part.target),
      children: <p>{todo}</p>,
    },
    {
      key: 'ask',
      title: t.ask,
      children: (
        <p>
          {ask}
          <span className="muted"> {t.minutes(part.minutes)}</span>
        </p>
      ),
    },
    {
      key: 'basis',
      title: t.basis,
      children: (
        <ul className="stack-8">
          {citations.map(({ text, basis, url }) => (
            <li key={text}>
              {url === undefined ? text : <a href={url}>{text}</a>}{' '}
              <BasisTag basis={basis}>{t.bases[basis]}</BasisTag>
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'history',
      title: t.history,
      children: (
        <ul className="stack-8">
          {history.map(({ version, words, why }) => (
            <li key={version}>
              {words}
              {why !== '' && (
                <>
                  <br />
                  <span className="muted">{why}</span>
                </>
              )}
            </li>
          ))}
          {(history.at(-1)?.version ?? 1) > 1 && <li className="muted">{t.moreHistory}</li>}
        </ul>
      ),
    },
  ];
  const shown = parts.filter(
    ({ key }) =>
      (key !== 'history' || history.length > 0) &&
      (key !== 'points' || points.length > 0) &&
      (key !== 'earlier' || earlier !== null),
  );
  return <AnswerAside label={t.about} parts={shown} />;
}
