import type { Language } from '#assessments/bilingual.ts';
import { lastQuarter } from '#assessments/disclosure/period.ts';
import type { AskedPublication } from '#db/publications.ts';
import { publications as texts } from '../messages/publications.ts';
import { momentText } from '../print.ts';
import { quarterText } from './figures.server.ts';

/** Every quarter that was asked for, and the one that can be asked for next. */
export function publicationsView(
  all: readonly AskedPublication[],
  { today, accountId, isOwner }: { today: string; accountId: string; isOwner: boolean },
  language: Language,
) {
  const next = lastQuarter(today);
  const isAsked = all.some(({ period, releasedAt }) => period >= next || releasedAt === null);
  return {
    next: isAsked ? null : { period: next, quarter: quarterText(next, language) },
    rows: all.map((one) => ({
      period: one.period,
      quarter: quarterText(one.period, language),
      state: stateOf(one),
      askedBy: one.askedByName,
      askedAt: momentText(one.askedAt.toISOString(), language),
      released: one.releasedAt && {
        byName: one.releasedByName ?? '',
        at: momentText(one.releasedAt.toISOString(), language),
      },
      rules: rulesText(one, language),
      mayRelease:
        isOwner && one.computedAt !== null && one.releasedAt === null && one.askedBy !== accountId,
    })),
  };
}
export type PublicationRow = ReturnType<typeof publicationsView>['rows'][number];

/** Each sentence once. */
function rulesText({ report }: AskedPublication, language: Language): string[] {
  const fired = (report?.rules ?? []).filter(({ cells }) => cells.length > 0);
  return [...new Set(fired.map(({ rule }) => texts[language].rules[rule]))];
}

function stateOf({
  computedAt,
  releasedAt,
}: AskedPublication): 'waiting' | 'computed' | 'released' {
  if (releasedAt !== null) return 'released';
  return computedAt === null ? 'waiting' : 'computed';
}
