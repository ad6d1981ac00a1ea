import { useMessages } from '../language.ts';
import { together } from '../messages/together.ts';
import type { TaskView } from '../views/section-tasks.server.ts';

/** Who has a section and by when, as one line; nothing where neither is settled. */
export function TaskLine({ task }: { task: TaskView }) {
  const { tasks: t } = useMessages(together);
  const { ownerName, isGone, due, isOverdue } = task;
  if (ownerName === null && due === null) return null;
  return (
    <p>
      {ownerName !== null && t.assigned(isGone ? t.gone(ownerName) : ownerName)}{' '}
      {due !== null && t.dueOn(due)} {isOverdue && <b>{t.overdue}</b>}
    </p>
  );
}
