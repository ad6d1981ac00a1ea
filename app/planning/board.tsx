import type { ItemState } from '#db/item-states.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { scenarios as texts } from '../messages/scenarios.ts';
import type { ProgressRow } from '../views/plan-progress.server.ts';

const STATES: readonly ItemState[] = ['todo', 'doing', 'done', 'dropped'];
const FIRST = 6;

type BoardProps = { rows: readonly ProgressRow[]; href: (action: string) => string };

/** How the actions of the plan stand, by state; each leads to its page. */
export function Board({ rows, href }: BoardProps) {
  const t = useMessages(texts);
  return (
    <div className="board">
      {STATES.map((state) => {
        const own = rows.filter((row) => row.state === state);
        return (
          <section key={state} aria-labelledby={`board-${state}`}>
            <h3 id={`board-${state}`}>
              {t.states[state]} <span className="muted">{t.items(own.length)}</span>
            </h3>
            <Cards rows={own.slice(0, FIRST)} href={href} />
            {own.length > FIRST && (
              <Disclosure summary={t.progress.more(own.length - FIRST)}>
                <Cards rows={own.slice(FIRST)} href={href} />
              </Disclosure>
            )}
          </section>
        );
      })}
    </div>
  );
}

function Cards({ rows, href }: BoardProps) {
  const t = useMessages(texts);
  const { roles } = useMessages(answering);
  return (
    <ul className="stack-8">
      {rows.map((row) => (
        <li key={row.id}>
          <a href={href(row.id)}>
            {row.id} {row.title}
          </a>
          <br />
          <span className="muted">
            {roles[row.ownerRole]} {t.due(row.due)}
          </span>{' '}
          {row.isOverdue && <span className="tag tag--now">{t.overdue}</span>}
        </li>
      ))}
    </ul>
  );
}
