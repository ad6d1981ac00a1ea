import type { Notices } from '#db/notices.ts';
import { erasureAskedMessage, erasureRecalledMessage } from '#emails/leaving.ts';

type Asked = Parameters<typeof erasureAskedMessage>[1];

export function askedNotices(given: Asked): Notices {
  return { ja: erasureAskedMessage('ja', given), en: erasureAskedMessage('en', given) };
}

export function recalledNotices({ company, byName }: Asked): Notices {
  const given = { company, byName };
  return { ja: erasureRecalledMessage('ja', given), en: erasureRecalledMessage('en', given) };
}
