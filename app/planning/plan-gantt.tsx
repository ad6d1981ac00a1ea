import { Gantt } from '../components/gantt.tsx';
import { useMessages } from '../language.ts';
import { plan as texts } from '../messages/plan.ts';
import type { PlanView } from '../views/plan.server.ts';

type PlanGanttProps = {
  plan: Pick<PlanView, 'weeks' | 'months'> & { rows: readonly PlanView['rows'][number][] };
  /** The present day as a share of the weeks, with its word. */
  today?: { at: number | null; label: string };
};

/** The drawing of a plan with its words. */
export function PlanGantt({ plan, today }: PlanGanttProps) {
  const t = useMessages(texts);
  return (
    <Gantt
      rows={plan.rows.map((row) => ({
        ...row,
        words: `${t.rowWords(row.start, row.earliestFinish, row.finish)}${row.critical ? t.rowCritical : ''}`,
      }))}
      weeks={plan.weeks}
      months={plan.months}
      now={today?.at ?? null}
      legend={{
        label: t.legend,
        critical: t.legendCritical,
        other: t.legendOther,
        tail: t.legendTail,
        ...(today && { now: today.label }),
      }}
    />
  );
}
