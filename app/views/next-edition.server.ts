import { CARRY_STATES, type CarriedAnswer, type CarryState } from '#assessments/carry.ts';
import type { Language } from '#assessments/bilingual.ts';
import { indexEdition } from '#assessments/edition-index.ts';
import { codeOf } from '#assessments/question-id.ts';
import { upgradeNote } from '#assessments/upgrade-note.ts';
import type { Edition } from '#assessments/edition.ts';
import type { CarryPreview } from '#db/carrying.ts';
import { pick } from '../language.ts';
import { versions } from '../messages/versions.ts';
import { dotted, durationText, listText } from '../print.ts';
import { givenOf, givenWords } from './answering-words.server.ts';

/** The upgrade note, and every answer of the company with its state, rule and both texts. */
export function nextEditionView(preview: CarryPreview, language: Language) {
  const { worksheet, before, edition, carried } = preview;
  const [old, next] = [indexEdition(before), indexEdition(edition)];
  const textIn = (index: typeof old, id: string) => {
    const entry = index.questionById.get(id);
    return { id, code: codeOf(id), text: entry ? pick(entry.question.text, language) : id };
  };
  const rows = Object.entries(carried.answers).map(([id, { state, rule, to }]) => {
    const entry = old.questionById.get(id);
    const saved = worksheet.saved.get(id);
    return {
      ...textIn(old, id),
      state,
      rule,
      answer: entry ? answerText(saved, entry.question, language) : '',
      to: to.map((one) => textIn(next, one)),
    };
  });
  return {
    isNewRun: edition.id === before.id,
    note: edition.id === before.id ? null : noteView(before, edition, language),
    plan: planText(preview.plan, language),
    counts: countsOf(Object.values(carried.answers)),
    rows: rows.filter(({ rule }) => rule !== 'same'),
    same: rows
      .filter(({ rule }) => rule === 'same')
      .map(({ code, text, answer }) => ({ code, text, answer })),
  };
}

function answerText(
  saved: Parameters<typeof givenOf>[0],
  question: Parameters<typeof givenWords>[1],
  language: Language,
): string {
  const { title, text } = givenWords(givenOf(saved), question, language);
  return text === '' ? title : `${title}：${text}`.replace('：', language === 'ja' ? '：' : ': ');
}

function countsOf(all: readonly CarriedAnswer[]) {
  const count = (state: CarryState) => all.filter((one) => one.state === state).length;
  return CARRY_STATES.map((state) => ({ state, count: count(state) }));
}

/** Empty where there is neither a plan nor a scenario. */
function planText(
  { planId, actions, left, scenarios, narrowed }: CarryPreview['plan'],
  language: Language,
): string {
  const { carry: t } = versions[language];
  return [
    planId !== null && t.plan(actions.length),
    left.length > 0 && t.left(left.length, dotted(left, language)),
    scenarios.length > 0 && t.scenarios(scenarios.length),
    narrowed > 0 && t.narrowed(narrowed),
  ]
    .filter((sentence) => sentence !== false)
    .join(language === 'ja' ? '' : ' ');
}

function noteView(before: Edition, after: Edition, language: Language) {
  const note = upgradeNote(before, after);
  const { none } = versions[language].carry;
  const titles = (ids: readonly string[], of: Edition) => {
    const { requirementById } = indexEdition(of);
    const named = ids.map(
      (id) =>
        `${id} ${pick(requirementById.get(id)?.requirement.title ?? { ja: id, en: id }, language)}`,
    );
    return named.length === 0 ? none : listText(named, language);
  };
  return {
    from: pick(note.from.title, language),
    to: pick(note.to.title, language),
    people: note.forPeople.questions.length,
    time: durationText(note.forPeople.minutes, language),
    added: titles(note.requirements.added, after),
    removed: titles(note.requirements.removed, before),
    changes: note.changes.map(({ type, from, to, reason }) => ({
      type,
      from: from.map(({ id, text }) => ({ code: codeOf(id), text: pick(text, language) })),
      to: to.map(({ id, text }) => ({ code: codeOf(id), text: pick(text, language) })),
      reason: pick(reason, language),
    })),
  };
}
