import { Section } from '../components/section.tsx';
import { useMessages } from '../language.ts';
import { together } from '../messages/together.ts';
import { paths } from '../paths.ts';
import type { YoursView } from '../views/yours.server.ts';
import { ReviewReminder } from './review-reminder.tsx';
import { TaskLine } from './task-line.tsx';

/** What waits for whoever is signed in: days of review, their sections, and comments that ask for them. */
export function Yours({ org, yours }: { org: string; yours: YoursView }) {
  const { yours: t } = useMessages(together);
  const { reviews, tasks, mentions } = yours;
  if (reviews.length === 0 && tasks.length === 0 && mentions.length === 0) return null;
  return (
    <Section id="yours" title={t.title}>
      <ul className="ledger">
        {reviews.map((one) => (
          <ReviewReminder key={one.assessmentId} org={org} reminder={one} />
        ))}
        {tasks.map((one) => (
          <li key={one.id}>
            <p>
              <a href={paths.section(org, one.assessmentId, one.id)}>{t.task(one.id, one.title)}</a>{' '}
              <span className="muted">{t.left(one.asked - one.answered)}</span>
            </p>
            <TaskLine task={{ ...one, ownerName: null }} />
          </li>
        ))}
        {mentions.map((one) => (
          <li key={one.id}>
            <p>
              <a href={paths.comments(org, one.assessmentId, one.question)}>
                {t.mention(one.byName, one.code)}
              </a>{' '}
              <span className="muted">{one.at}</span>
            </p>
            <p>{one.body}</p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
