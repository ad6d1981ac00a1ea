import { useLanguage, useMessages } from '../language.ts';
import { security } from '../messages/security.ts';
import { momentText } from '../print.ts';
import { Button } from './button.tsx';
import { PersonField } from './person-field.tsx';

type Listed = {
  id: string;
  browser: string | null;
  since: string;
  seen: string;
  isThis: boolean;
};

/** Where a person is signed in, each with a form that ends it, and one for all others. */
export function SessionList({ sessions }: { sessions: readonly Listed[] }) {
  const { sessions: t } = useMessages(security);
  const language = useLanguage();
  return (
    <>
      <ul className="ledger">
        {sessions.map(({ id, browser, since, seen, isThis }) => (
          <li key={id}>
            <p className="ledger__title">{browser ?? t.unknown}</p>
            <p className="ledger__meta">
              {isThis && <strong>{t.this}</strong>}
              <span>{t.since(momentText(since, language))}</span>
              <span>{t.seen(momentText(seen, language))}</span>
            </p>
            {!isThis && (
              <form method="post">
                <PersonField />
                <input type="hidden" name="intent" value="end-session" />
                <input type="hidden" name="session" value={id} />
                <Button
                  variant="plain"
                  aria-label={t.endNamed(browser ?? t.unknown, momentText(since, language))}
                >
                  {t.end}
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {sessions.length > 1 && (
        <form method="post">
          <PersonField />
          <input type="hidden" name="intent" value="end-others" />
          <Button>{t.endOthers}</Button>
        </form>
      )}
    </>
  );
}
