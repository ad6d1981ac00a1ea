import { useLanguage, useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { home } from '../messages/home.ts';
import { listText } from '../print.ts';
import type { FindOutRow } from '../views/home-rows.server.ts';
import { Ledger } from './ledger.tsx';

/** 「調べることリスト」: what, why it is open, whom to ask, and how long it takes. */
export function FindOutList({
  entries,
  href,
}: {
  entries: ReadonlyArray<FindOutRow>;
  href: (entry: { question: string | null }) => string;
}) {
  const t = useMessages(home);
  const language = useLanguage();
  const { roles } = useMessages(answering);
  return (
    <Ledger
      rows={entries.map((entry) => ({
        key: entry.id,
        code: entry.id,
        title: entry.title,
        href: href(entry),
        text: (
          <>
            <span className="tag">{t.reasons[entry.reason]}</span>{' '}
            {entry.reason === 'condition'
              ? t.askFacts(listText(entry.facts, language))
              : t.settles(entry.domain, entry.settlesPermille)}
          </>
        ),
        side: entry.ask
          ? [t.askWhom(roles[entry.ask.role]), t.minutes(entry.ask.minutes)]
          : [t.profileSide],
      }))}
    />
  );
}
