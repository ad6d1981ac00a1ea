import type { Language } from '#assessments/bilingual.ts';
import type { Participant } from '#db/participation.ts';
import type { PublishedHead } from '#db/published.ts';
import { association as texts } from '../messages/association.ts';
import { dateText } from '../print.ts';
import { figureRow, quarterText } from './figures.server.ts';

const PER_PAGE = 50;

/** The member companies of a page, oldest first; a place that is none is the start. */
export function participantsPage(
  participants: readonly Participant[],
  wanted: string | null,
  language: Language,
) {
  const from = /^\d{1,6}$/.test(wanted ?? '') ? Number(wanted) : 0;
  return {
    from,
    previous: from > 0 ? Math.max(0, from - PER_PAGE) : null,
    next: from + PER_PAGE < participants.length ? from + PER_PAGE : null,
    rows: participants.slice(from, from + PER_PAGE).map(({ membershipId, name, joinedAt }) => ({
      id: membershipId,
      name,
      joined: dateText(joinedAt.toISOString(), language),
    })),
  };
}

/** How many take part in the figures, as the last publication tells it: a range, or that it does not. */
export function contributingText(published: readonly PublishedHead[], language: Language): string {
  const t = texts[language];
  const [newest] = published;
  if (!newest) return t.contributingNone;
  const { n } = figureRow(newest.total, language);
  const quarter = quarterText(newest.period, language);
  return n === '' ? t.contributingHidden(quarter) : t.contributing(quarter, n);
}
