import { useMessages } from '../language.ts';
import { review } from '../messages/review.ts';
import { paths } from '../paths.ts';
import type { ReminderView } from '../views/review.server.ts';

/** That the day of review comes or is past, with the way to what can be done about it. */
export function ReviewReminder({ org, reminder }: { org: string; reminder: ReminderView }) {
  const t = useMessages(review);
  const { assessmentId, title, left, due, leads } = reminder;
  const address = {
    again: `${paths.nextEdition(org, assessmentId)}?again=1`,
    next: paths.nextEdition(org, assessmentId),
    signOff: `${paths.signOff(org, assessmentId)}#review`,
  }[leads];
  return (
    <li>
      <p>
        <a href={address}>{t.reminder(left)}</a> <span className="muted">{due}</span>
      </p>
      <p>
        {t.of(title)} {t.leads[leads]}
      </p>
    </li>
  );
}
