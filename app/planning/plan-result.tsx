import { Note } from '../components/note.tsx';
import { Section } from '../components/section.tsx';
import { Totals } from '../components/totals.tsx';
import { useLanguage, useMessages } from '../language.ts';
import { plan as texts } from '../messages/plan.ts';
import { dotted, rangeText, yenText } from '../print.ts';
import type { PlanView } from '../views/plan.server.ts';

/** How good the plan is, or what stands in the way of one. */
export function PlanStatus({ plan }: { plan: PlanView }) {
  const t = useMessages(texts);
  const language = useLanguage();
  if (plan.status === 'optimal') return <Note tone="ok">{t.proven}</Note>;
  if (plan.status === 'bounded') {
    const percent = (Math.ceil((plan.bound ?? 0) * 1000) / 10).toFixed(1);
    return <Note>{t.bounded(percent)}</Note>;
  }
  return (
    <Note tone="gap" title={t.infeasible}>
      {plan.binding.length === 0 ? (
        t.noRelaxation
      ) : (
        <>
          {t.infeasibleLead}
          <ul className="bullets">
            {plan.binding.map((one) => (
              <li key={one.constraint}>{relaxText(one)}</li>
            ))}
          </ul>
        </>
      )}
    </Note>
  );

  function relaxText(one: PlanView['binding'][number]): string {
    switch (one.constraint) {
      case 'budget':
        return t.relax.budget(yenText(one.relaxBy.yen, language));
      case 'date':
        return t.relax.date(one.relaxBy.weeks);
      case 'capacity':
        return t.relax.capacity(String(one.relaxBy.personDays));
      case 'budget-and-date':
        return t.relax.both(yenText(one.relaxBy.yen, language), one.relaxBy.weeks);
    }
  }
}

export function PlanTotals({ plan, capacityDays }: { plan: PlanView; capacityDays: number }) {
  const t = useMessages(texts);
  const language = useLanguage();
  const ready = plan.weeksToReady;
  return (
    <Section id="totals" title={t.totals} stacked>
      <Totals
        items={[
          { term: t.cost, range: plan.totals.cost, note: t.costNote },
          {
            term: t.effort,
            range: t.days(plan.totals.days),
            note: t.effortNote(String(capacityDays)),
          },
          {
            term: t.ready,
            range: ready ? t.weeks(rangeText(ready.best, ready.worst, language)) : t.noWay,
            note: t.readyNote,
          },
        ]}
      />
      <div className="stack mt-32">
        {plan.counts.noRegret > 0 && (
          <Note title={t.noRegretTitle(plan.counts.noRegret)}>{t.noRegretText}</Note>
        )}
        {plan.counts.waiting > 0 && (
          <Note tone="gap" title={t.waitTitle(plan.counts.waiting)}>
            {t.waitText}
          </Note>
        )}
      </div>
    </Section>
  );
}

/** Which actions decide the end, and which of them are to be started today. */
export function PlanUrgency({ plan }: { plan: PlanView }) {
  const t = useMessages(texts);
  const language = useLanguage();
  return (
    <>
      {plan.critical.length > 0 && <p>{t.criticalNote(dotted(plan.critical, language))}</p>}
      {plan.now.length > 0 && (
        <p>
          <strong>{t.nowNote(dotted(plan.now, language))}</strong>
        </p>
      )}
    </>
  );
}

export function PlanLeft({ plan, gapHref }: { plan: PlanView; gapHref: (id: string) => string }) {
  const t = useMessages(texts);
  if (plan.left.length === 0) return null;
  return (
    <Section id="left" title={t.left} intro={t.leftNote}>
      <ul className="bullets">
        {plan.left.map(({ id, title, why }) => (
          <li key={id}>
            <a href={gapHref(id)}>
              {id} {title}
            </a>{' '}
            <span className="muted">{t.why[why]}</span>
          </li>
        ))}
      </ul>
    </Section>
  );
}
