import type { Language } from '#assessments/bilingual.ts';
import type { SavedAnswer } from '#db/answers.ts';
import { answering } from '../messages/answering.ts';
import { answerWord, shortMoment } from './answering-words.server.ts';

const HISTORY_SHOWN = 8;

/** How many events are read: the oldest that is shown also says from what it changed. */
export const HISTORY_READ = HISTORY_SHOWN + 1;

/** Who changed an answer when, from what to what; newest first. */
export function historyView(history: readonly SavedAnswer[], language: Language) {
  return history.slice(0, HISTORY_SHOWN).map((event, at) => {
    const before = history[at + 1]?.answer ?? null;
    const reason = 'notApplicable' in event.answer ? event.answer.notApplicable : null;
    return {
      version: event.version,
      words: answering[language].historyEntry(
        shortMoment(event.at, language),
        event.byName,
        answerWord(before, language),
        answerWord(event.answer, language),
      ),
      why: [reason, event.note].filter((text) => text !== null).join(' / '),
    };
  });
}
