import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { dayOf } from '#assessments/plan/calendar.ts';
import type { Plan, PlannedAction } from '#assessments/plan.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { dateText, rangeText, yenRangeText } from '../print.ts';

/** A plan in words and weeks, for the page and the calendar file. */
export function planView(plan: Plan, { edition }: Worksheet, today: string, language: Language) {
  const actions = new Map(edition.actions.document.actions.map((action) => [action.id, action]));
  const { requirementById } = indexEdition(edition);
  const requirement = (id: string) => {
    const entry = requirementById.get(id);
    return { id, title: entry ? pick(entry.requirement.title, language) : id };
  };
  const weeks = Math.max(1, ...plan.actions.map(({ finish }) => finish));
  const rows = plan.actions.map((row) => {
    const action = actions.get(row.id);
    return {
      ...row,
      title: action ? pick(action.title, language) : row.id,
      owner: action?.owner ?? null,
      noRegret: action?.noRegret ?? false,
      // Where every range is at its low end it takes no longer than this.
      earliestFinish: Math.min(row.finish, row.start + Math.max(1, action?.leadTimeWeeks.lo ?? 1)),
      from: dateText(dayOf(today, row.start), language),
      until: dateText(lastDayOf(today, row), language),
      days: rangeText(row.personDays.lo, row.personDays.hi, language),
      cost: yenRangeText(row.yen.lo, row.yen.hi, language),
      because: row.because.map(requirement),
    };
  });
  const { personDays, yen } = plan.totals;
  return {
    status: plan.status,
    bound: plan.bound ?? null,
    goal: plan.goal,
    weeksToReady: plan.weeksToReady,
    weeks,
    rows,
    months: monthsOf(today, weeks, language),
    totals: {
      days: rangeText(personDays.lo, personDays.hi, language),
      cost: yenRangeText(yen.lo, yen.hi, language),
    },
    counts: {
      noRegret: rows.filter(({ noRegret, waitsForNeed }) => noRegret && !waitsForNeed).length,
      waiting: rows.filter(({ waitsForNeed }) => waitsForNeed).length,
    },
    critical: rows.filter(({ critical }) => critical).map(({ id }) => id),
    now: rows.filter(({ critical, start }) => critical && start === 0).map(({ id }) => id),
    left: plan.left.map(({ id, why }) => ({ ...requirement(id), why })),
    binding: plan.binding ?? [],
  };
}
export type PlanView = ReturnType<typeof planView>;

/** The last day of an action: the one before the week begins by which it is finished. */
function lastDayOf(today: string, { finish }: Pick<PlannedAction, 'finish'>): string {
  const day = new Date(`${dayOf(today, finish)}T00:00:00Z`);
  return new Date(day.getTime() - 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
}

const MONTHS = {
  ja: new Intl.DateTimeFormat('ja-JP', { month: 'short', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' }),
} as const;

/** Where each month begins on the axis, as a share of the weeks, with its name. */
function monthsOf(today: string, weeks: number, language: Language) {
  const [year = 0, month = 1] = today.split('-').map(Number);
  const begin = Date.parse(`${today}T00:00:00Z`);
  const length = weeks * 7 * 24 * 60 * 60 * 1000;
  const months: { at: number; name: string }[] = [];
  for (let later = 1; ; later += 1) {
    const first = Date.UTC(year, month - 1 + later, 1);
    if (first >= begin + length) return months;
    months.push({ at: (first - begin) / length, name: MONTHS[language].format(first) });
  }
}
