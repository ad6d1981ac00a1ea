import type { Answer } from '#assessments/answer.ts';
import type { Language } from '#assessments/bilingual.ts';
import { carry } from '#assessments/carry.ts';
import { indexEdition, type EditionIndex } from '#assessments/edition-index.ts';
import { codeOf } from '#assessments/question-id.ts';
import { carriedFrom } from '#db/carrying.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { readWorksheet, type Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { answerWord, givenOf, givenWords, shortMoment } from './answering-words.server.ts';

/** The assessment that this one goes on from; null where there is none, or for who sees only a part. */
export async function readSource(tx: CompanyTx, assessmentId: string): Promise<Worksheet | null> {
  const from = await carriedFrom(tx, assessmentId);
  return from && (await readWorksheet(tx, from.assessmentId));
}

/** What was answered to which question of the earlier edition, in words. */
export function earlierAnswer(
  { questionById }: EditionIndex,
  { from, answer }: { from: string; answer: Answer },
  language: Language,
) {
  const question = questionById.get(from)?.question;
  const words = question && givenWords(givenOf({ answer, note: null }), question, language);
  return {
    id: from,
    code: codeOf(from),
    text: question ? pick(question.text, language) : from,
    answer: words
      ? [words.title, words.text].filter(Boolean).join(' ')
      : answerWord(answer, language),
  };
}

/** Beside a question: what it was called and answered before, and why it was changed. */
export function earlierView(
  sheet: Worksheet,
  source: Worksheet | null,
  id: string,
  language: Language,
) {
  if (!source) return null;
  const { questions, proposed } = carry(source.edition, sheet.edition, source.answers);
  const found = questions[id];
  const index = indexEdition(source.edition);
  const answers = (found?.from ?? []).flatMap((from) => {
    const [answer, saved] = [source.answers[from], source.saved.get(from)];
    if (!answer || !saved) return [];
    return [
      {
        ...earlierAnswer(index, { from, answer }, language),
        byName: saved.byName,
        at: shortMoment(saved.at, language),
      },
    ];
  });
  if (!found || answers.length === 0) return null;
  return {
    reason: found.reason && pick(found.reason, language),
    /** The same words are not said twice. */
    isSame: found.rule === 'same',
    toConfirm: proposed[id] !== undefined && sheet.answers[id] === undefined,
    answers,
  };
}
