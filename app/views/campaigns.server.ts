import type { Language } from '#assessments/bilingual.ts';
import { CAMPAIGN_LIMITS, type Campaign } from '#db/campaigns.ts';
import { dateText, momentText } from '../print.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** The campaigns so far, newest first; `nextAt`: when the next may be sent, null where now. */
export function campaignsView(all: readonly Campaign[], now: Date, language: Language) {
  const [newest] = all;
  const next = newest && new Date(newest.at.getTime() + CAMPAIGN_LIMITS.days * DAY_MS);
  return {
    nextAt: next && next > now ? momentText(next.toISOString(), language) : null,
    rows: all.map(({ campaignId, at, byName, message, written, optedOut, lately, invited }) => ({
      id: campaignId,
      day: dateText(at.toISOString(), language),
      byName,
      message,
      written,
      optedOut,
      lately,
      invited,
    })),
  };
}
export type CampaignRow = ReturnType<typeof campaignsView>['rows'][number];
