import { Section } from '../components/section.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { scenarios as texts } from '../messages/scenarios.ts';
import type { BoardView } from '../views/plan-item.server.ts';

const STATES = ['todo', 'doing', 'done', 'dropped'] as const;

/** How the actions of the plan stand, by state; each leads to its page. */
export function Board({ board, href }: { board: BoardView; href: (action: string) => string }) {
  const t = useMessages(texts);
  const { roles } = useMessages(answering);
  return (
    <Section id="board" title={t.board} intro={t.boardNote(board.name, board.day)} stacked>
      <div className="board">
        {STATES.map((state) => {
          const own = board.items.filter((item) => item.state === state);
          return (
            <section key={state} aria-labelledby={`board-${state}`}>
              <h3 id={`board-${state}`}>{t.states[state]}</h3>
              {own.length === 0 ? (
                <p className="muted">{t.empty}</p>
              ) : (
                <ul className="stack-8">
                  {own.map((item) => (
                    <li key={item.id}>
                      <a href={href(item.id)}>
                        {item.id} {item.title}
                      </a>
                      <br />
                      <span className="muted">
                        {roles[item.ownerRole]} {t.due(item.due)}
                      </span>{' '}
                      {item.isOverdue && <span className="tag tag--now">{t.overdue}</span>}
                    </li>
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </Section>
  );
}
