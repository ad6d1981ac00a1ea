import { carry, type Carried } from '#assessments/carry.ts';
import type { Language } from '#assessments/bilingual.ts';
import { indexEdition, type EditionIndex } from '#assessments/edition-index.ts';
import { codeOf } from '#assessments/question-id.ts';
import { listStates } from '#db/assessment-states.ts';
import { carriedFrom, type CarriedFrom } from '#db/carrying.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { readWorksheet, type Worksheet } from '#db/worksheets.ts';
import { pick } from '../language.ts';
import { dateText } from '../print.ts';
import { earlierAnswer } from './earlier-answers.server.ts';

export interface Queue {
  worksheet: Worksheet;
  index: EditionIndex;
  /** Null where it was not carried, or where one sees only a part of it. */
  from: (CarriedFrom & { worksheet: Worksheet }) | null;
  /** By question of the new edition: old answers that nobody has confirmed yet. */
  proposed: Carried['proposed'];
  carried: Carried | null;
  wasSigned: boolean;
}

/** A carried assessment with the one that it goes on from; null where there is no such assessment. */
export async function readQueue(tx: CompanyTx, assessmentId: string): Promise<Queue | null> {
  const worksheet = await readWorksheet(tx, assessmentId);
  if (!worksheet) return null;
  const [from, states] = await Promise.all([
    carriedFrom(tx, assessmentId),
    listStates(tx, assessmentId),
  ]);
  const old = from && (await readWorksheet(tx, from.assessmentId));
  const carried = old ? carry(old.edition, worksheet.edition, old.answers) : null;
  const open = Object.entries(carried?.proposed ?? {}).filter(
    ([id]) => worksheet.answers[id] === undefined,
  );
  return {
    worksheet,
    index: indexEdition(worksheet.edition),
    from: from && old ? { ...from, worksheet: old } : null,
    proposed: Object.fromEntries(open),
    carried,
    wasSigned: states.some(({ state }) => state === 'approved'),
  };
}

export function confirmView(queue: Queue, language: Language) {
  const { worksheet, index, from, proposed, carried, wasSigned } = queue;
  const old = from && indexEdition(from.worksheet.edition);
  const open = Object.entries(carried?.questions ?? {})
    .filter(
      ([id, { state, rule }]) =>
        state === 'open' &&
        (rule === 'split' || rule === 'new') &&
        worksheet.answers[id] === undefined,
    )
    .map(([id]) => ({ id, code: codeOf(id), text: textOf(index, id, language) }));
  return {
    source: from && {
      title: from.worksheet.assessment.title,
      byName: from.byName,
      at: dateText(from.at.toISOString(), language),
    },
    mayUndo: !wasSigned && worksheet.assessment.state === 'open',
    open,
    pending: Object.entries(proposed).flatMap(([id, answers]) => {
      const entry = index.questionById.get(id);
      if (!entry || !old) return [];
      const [requirement] = entry.question.requirements;
      return [
        {
          id,
          code: codeOf(id),
          title: pick(
            index.requirementById.get(requirement ?? '')?.requirement.title ?? entry.question.text,
            language,
          ),
          text: pick(entry.question.text, language),
          levels: entry.question.levels.map((level, at) => `${at} ${pick(level, language)}`),
          reason: pick(carried?.questions[id]?.reason ?? { ja: '', en: '' }, language),
          base: worksheet.saved.get(id)?.version ?? 0,
          earlier: answers.map((one) => earlierAnswer(old, one, language)),
        },
      ];
    }),
  };
}

function textOf({ questionById }: EditionIndex, id: string, language: Language): string {
  const entry = questionById.get(id);
  return entry ? pick(entry.question.text, language) : id;
}
