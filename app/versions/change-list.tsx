import type { Change } from '#assessments/mapping.ts';
import { useMessages } from '../language.ts';
import { versions } from '../messages/versions.ts';

interface Side {
  code: string;
  text: string;
}

/** What changed from one edition to the next, each with both texts and the reason. */
export function ChangeList({
  changes,
}: {
  changes: readonly { type: Change; from: readonly Side[]; to: readonly Side[]; reason: string }[];
}) {
  const { carry: t, types } = useMessages(versions);
  return (
    <ol className="ledger">
      {changes.map(({ type, from, to, reason }) => (
        <li key={[...from, ...to].map(({ code, text }) => code + text).join()}>
          <p>
            <b>{types[type]}</b>
          </p>
          <dl className="stack-8">
            <Texts term={t.before} sides={from} />
            <Texts term={t.after} sides={to} />
            <div>
              <dt className="muted">{t.why}</dt>
              <dd>{reason}</dd>
            </div>
          </dl>
        </li>
      ))}
    </ol>
  );
}

function Texts({ term, sides }: { term: string; sides: readonly Side[] }) {
  if (sides.length === 0) return null;
  return (
    <div>
      <dt className="muted">{term}</dt>
      {sides.map(({ code, text }) => (
        <dd key={text}>
          <b>{code}</b> {text}
        </dd>
      ))}
    </div>
  );
}
