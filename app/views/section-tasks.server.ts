import { dayInJapan } from '#assessments/japanese-day.ts';
import type { Language } from '#assessments/bilingual.ts';
import { answersIn, type ListedMember } from '#db/members.ts';
import type { SectionTask } from '#db/section-tasks.ts';
import type { Worksheet } from '#db/worksheets.ts';
import { dateText } from '../print.ts';
import { frameView, listedQuestions } from './answering-rail.server.ts';
import { shortMoment } from './answering-words.server.ts';

/** Who has a section, and by when: for a line of text. */
export function taskView(
  task: SectionTask | undefined,
  left: number,
  { members, language }: { members: readonly ListedMember[] | null; language: Language },
) {
  const owner = task?.owner ?? null;
  return {
    version: task?.version ?? 0,
    owner,
    ownerName: task?.ownerName ?? null,
    isGone:
      task?.ownerName != null &&
      members !== null &&
      !members.some(({ accountId }) => accountId === owner),
    dueOn: task?.dueOn ?? null,
    due: task?.dueOn ? dateText(task.dueOn, language) : null,
    isOverdue: left > 0 && task?.dueOn != null && task.dueOn < dayInJapan(new Date()),
    byName: task?.byName ?? '',
    at: task ? shortMoment(task.at, language) : '',
  };
}
export type TaskView = ReturnType<typeof taskView>;

/** Every section of one's part with its task and who could have it. */
export function tasksView(
  sheet: Worksheet,
  tasks: readonly SectionTask[],
  members: readonly ListedMember[],
  language: Language,
) {
  const { domains } = frameView(sheet, listedQuestions(sheet), language);
  // A consultant sees no members, and cannot tell who has left.
  const known = members.length > 0 ? members : null;
  return domains.map(({ id, title, answered, asked }) => ({
    id,
    title,
    answered,
    asked,
    ...taskView(
      tasks.find(({ section }) => section === id),
      asked - answered,
      { members: known, language },
    ),
    choices: members
      .filter((member) => answersIn(member, id))
      .map(({ accountId, name }) => ({ value: accountId, label: name })),
  }));
}

/** The sections that are a person's own, with what is left in them. */
export function ownTasks(
  sheet: Worksheet,
  tasks: readonly SectionTask[],
  person: string,
  language: Language,
) {
  return tasksView(sheet, tasks, [], language).filter(({ owner }) => owner === person);
}
