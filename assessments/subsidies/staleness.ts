import { daysBetween, type Day } from '../plan/calendar.ts';
import type { Subsidy } from '../subsidy.ts';
import type { Provenance } from './provenance.ts';

/** Days after which a value is stale, by the status of the programme (subsidies.md 6). */
const BUDGET_DAYS: Record<Subsidy['status'], number> = {
  open: 14,
  announced: 14,
  closed: 14,
  unverified: 14,
  rolling: 30,
  ended: Infinity,
};
const TAX_DAYS = 180;

/** Days since a value was verified, or else since the first day that its date can mean. */
export function ageDays({ verifiedOn, asOf }: Provenance, today: Day): number {
  return daysBetween(verifiedOn ?? firstDayOf(asOf), today);
}

/** Whether a value is too old to judge by. */
export function isStale(
  of: Pick<Subsidy, 'mode' | 'status'>,
  from: Provenance,
  today: Day,
): boolean {
  return ageDays(from, today) > budgetDays(of);
}

/** Days for which a value of a programme may be judged by. */
export function budgetDays({ mode, status }: Pick<Subsidy, 'mode' | 'status'>): number {
  return mode === 'tax' && status !== 'ended' ? TAX_DAYS : BUDGET_DAYS[status];
}

/** The first day that a date can mean which names a month or a year alone. */
export function firstDayOf(partial: string): Day {
  const [year = '', month = '01', day = '01'] = partial.split('-');
  return `${year}-${month}-${day}`;
}
