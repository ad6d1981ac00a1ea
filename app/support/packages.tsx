import { Definition } from '../components/definition.tsx';
import { Section } from '../components/section.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { support as texts } from '../messages/support.ts';
import { listText, withColon } from '../print.ts';
import type { SupportView } from '../views/support.server.ts';

/** At most two combinations; never a sum over programmes that exclude each other. */
export function Packages({ packages }: Pick<SupportView, 'packages'>) {
  const t = useMessages(texts);
  const language = useLanguage();
  return (
    <Section id="packages" title={t.packages} intro={t.packagesNote}>
      {packages.length === 0 && <p>{t.packagesNone}</p>}
      {packages.map(({ kind, parts, support, cashFirst, net }) => (
        <div className="stack-8" key={kind}>
          <h3>{t.packageKinds[kind]}</h3>
          <ul className="bullets">
            {parts.map(({ id, name, actions }) => (
              <li key={id}>
                {withColon(
                  name,
                  listText(
                    actions.map((one) => one.title),
                    language,
                  ),
                  language,
                )}
              </li>
            ))}
          </ul>
          <Definition
            items={[
              { term: t.packageSupport, value: support },
              { term: t.packageCash, value: cashFirst },
              { term: t.packageNet, value: net },
            ]}
          />
        </div>
      ))}
    </Section>
  );
}
