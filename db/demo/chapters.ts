import { facility } from './facility.ts';
import { governance } from './governance.ts';
import { personnel } from './personnel.ts';
import { separation } from './separation.ts';
import { stableId } from './stable-id.ts';
import type { Chapter, Reference, Said } from './story.ts';

/** The story by questionnaire. */
const chapters: Readonly<Record<string, Chapter>> = { governance, facility, personnel, separation };

type Place = { questionnaire: string; questionId: string };

const questions = Object.entries(chapters).flatMap(([questionnaire, chapter]) =>
  Object.entries(chapter).map(([questionId, told]) => ({ questionnaire, questionId, ...told })),
);

/** Every saved answer of the story with its version; a question's are in order. */
export const demoAnswers: readonly (Said & Place & { version: number; requestId: string })[] =
  questions.flatMap(({ questionnaire, questionId, said }) =>
    said.map((one, at) => ({
      ...one,
      questionnaire,
      questionId,
      version: at + 1,
      requestId: stableId(`answer ${questionId} ${at + 1}`),
    })),
  );

/** Every evidence reference of the story. */
export const demoReferences: readonly (Reference & Place & { evidenceId: string })[] =
  questions.flatMap(({ questionnaire, questionId, shownBy }) =>
    (shownBy ?? []).map((one, at) => ({
      ...one,
      questionnaire,
      questionId,
      evidenceId: stableId(`evidence ${questionId} ${at + 1}`),
    })),
  );
