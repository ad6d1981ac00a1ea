import { LinkButton } from '../components/button.tsx';
import { ButtonRow } from '../components/button-row.tsx';
import { Section } from '../components/section.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { scenarios as texts } from '../messages/scenarios.ts';
import { listText, withColon } from '../print.ts';
import type { StandingOfPlan } from '../views/plan-progress.server.ts';

/** Which plan holds and how far it is, on the page where others are tried. */
export function InForceNote({ standing, href }: { standing: StandingOfPlan; href: string }) {
  const t = useMessages(texts);
  const language = useLanguage();
  const { name, day, counts, overdue } = standing;
  const stands = counts.map(({ state, count }) =>
    withColon(t.states[state], t.items(count), language),
  );
  return (
    <Section id="in-force" title={t.inForce} intro={t.inForceNote(name, day)}>
      <div className="stack">
        <p>{listText(stands, language)}</p>
        {overdue > 0 && (
          <p>
            <strong>{t.progress.overdueNote(overdue)}</strong>
          </p>
        )}
        <ButtonRow>
          <LinkButton href={href}>{t.toProgress}</LinkButton>
        </ButtonRow>
      </div>
    </Section>
  );
}
