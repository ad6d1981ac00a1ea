import { useLanguage, useMessages } from '../language.ts';
import { security } from '../messages/security.ts';
import { dateText } from '../print.ts';
import { Button } from './button.tsx';
import { PersonField } from './person-field.tsx';

type Listed = { id: string; name: string; madeAt: string; usedAt: string | null };

/** A person's passkeys, each with a form that removes it. */
export function PasskeyList({ passkeys }: { passkeys: readonly Listed[] }) {
  const { passkeys: t } = useMessages(security);
  const language = useLanguage();
  if (passkeys.length === 0) return <p>{t.none}</p>;
  return (
    <ul className="ledger">
      {passkeys.map(({ id, name, madeAt, usedAt }) => (
        <li key={id}>
          <p className="ledger__title">{name}</p>
          <p className="ledger__meta">
            <span>{t.made(dateText(madeAt, language))}</span>
            <span>{usedAt === null ? t.unused : t.used(dateText(usedAt, language))}</span>
          </p>
          <form method="post">
            <PersonField />
            <input type="hidden" name="intent" value="remove-passkey" />
            <input type="hidden" name="credential" value={id} />
            <Button variant="plain" aria-label={t.removeNamed(name)}>
              {t.remove}
            </Button>
          </form>
        </li>
      ))}
    </ul>
  );
}
