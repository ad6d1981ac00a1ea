import type { Language } from '#assessments/bilingual.ts';
import type { OwnWork } from '../planning/own-work.server.ts';
import { rangeText } from '../print.ts';

const YEAR_WEEKS = 52;

/** The own work that remains, in weeks and person-days; null where no plan of it is known. */
export function ownWorkView({ solved, capacityDays, reckoned }: OwnWork, language: Language) {
  const plan = solved.ok ? solved.plan : null;
  if (!plan?.weeksToReady || plan.status === 'infeasible') return null;
  const { best, worst } = plan.weeksToReady;
  const { lo, hi } = plan.totals.personDays;
  return {
    weeks: { lo: best, hi: worst, max: Math.max(1, Math.ceil(worst / YEAR_WEEKS)) * YEAR_WEEKS },
    days: rangeText(lo, hi, language),
    capacityDays,
    reckoned,
  };
}
