import { Section } from '../components/section.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { support as texts } from '../messages/support.ts';
import { withColon } from '../print.ts';
import type { SupportView } from '../views/support.server.ts';

type WaitingListProps = Pick<SupportView, 'programmes'> & {
  /** The plan that waits for the decision of a programme. */
  planHref: (programme: string) => string;
};

/** What waiting for each decision does to the plan, as the plan was solved again for it. */
export function WaitingList({ programmes, planHref }: WaitingListProps) {
  const t = useMessages(texts);
  const language = useLanguage();
  const rows = programmes.filter(({ wait }) => wait !== null);
  if (rows.length === 0) return null;
  return (
    <Section id="waiting" title={t.wait} intro={t.waitNote}>
      <ul className="bullets">
        {rows.map(({ id, name, wait }) => {
          if (!wait) return null;
          const { weeksLater, yenLess, decision } = wait;
          const text =
            weeksLater === null ? t.waitNever(decision) : t.waitText(weeksLater, yenLess, decision);
          return (
            <li key={id}>
              {withColon(name, text, language)} <a href={planHref(id)}>{t.waitPlan}</a>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
