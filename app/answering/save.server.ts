import type { ActionFunctionArgs } from '@remix-run/node';
import type { Language } from '#assessments/bilingual.ts';
import { chosenAnswer } from '#assessments/chosen-answer.ts';
import { indexEdition, type IndexedQuestion } from '#assessments/edition-index.ts';
import { codeOf, domainOf } from '#assessments/question-id.ts';
import { nextUnanswered } from '#assessments/question-list.ts';
import { answerHistory, saveAnswer, type AnswerSaved, type StoredAnswer } from '#db/answers.ts';
import { readEditionOf } from '#db/content.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { parseForm } from '../forms.ts';
import {
  currentSession,
  idParam,
  inCompany,
  orNotFound,
  requireMember,
  type CompanyMember,
} from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { answering } from '../messages/answering.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { freshView, type FreshView } from '../views/answering-fresh.server.ts';
import { HISTORY_READ } from '../views/answering-history.server.ts';
import { listedQuestions } from '../views/answering-rail.server.ts';
import { givenOf, shortMoment } from '../views/answering-words.server.ts';
import { answerFields, type AnswerFields } from './answer-fields.server.ts';
import { sentBy } from './background.ts';
import { refusedText } from '../refused-text.ts';
import type { Given, Problems } from './outcome.ts';
import { answer, conflict, refused } from './outcome.server.ts';

/**
 * Saves the answer of one question, for a form and for the page's own saves alike. A form is led on
 * (303) or gets its page again with what was typed (422, 409); a save by the page gets the outcome.
 */
export async function saveAnswerAction(args: ActionFunctionArgs, questionId: string) {
  const byPage = sentBy(args.request.url) !== null;
  // A redirect to the sign-in page would take the text with it.
  if (byPage && !(await currentSession(args))) return answer({ ok: false, reason: 'signed-out' });
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const language = await languageOf(args.request);
  const parsed = await parseForm(args.request, answerFields);
  if (!parsed.ok) return refused(parsed.problems, parsed.submitted, language);
  const { value: fields, submitted } = parsed;
  if (fields.person !== member.accountId)
    return refused({ form: 'other-person' }, submitted, language);

  const here = {
    org: member.companyId,
    assessmentId,
    questionId,
    section: fields.return === 'section',
  };
  if (fields.intent === 'resolve' && fields.choice === 'theirs') return redirectTo(backTo(here));
  const entry = orNotFound(
    await inCompany(member, (tx) => questionOf(tx, assessmentId, questionId)),
  );
  if (fields.intent === 'resolve' && fields.choice === undefined) {
    // Nobody has chosen: both answers come back, and nothing may follow theirs yet.
    const [newest] = await inCompany(member, (tx) =>
      answerHistory(tx, assessmentId, questionId, { limit: 1 }),
    );
    const problem = answering[language].problems['choose-side'];
    return conflict(newest ?? null, entry, submitted, language, problem);
  }
  const read = readAnswer(entry, fields, language);
  if (!read.ok) return refused(read.problems, submitted, language);

  const save = { ...read, fields, entry, assessmentId, member };
  const outcome = await inCompany(member, (tx) => saveOnce(tx, save, { skipSame: !byPage }));
  if (!outcome.ok) {
    if (outcome.reason === 'stale') return conflict(outcome.theirs, entry, submitted, language);
    if (outcome.reason === 'not-found') throw new Response(null, { status: 404 });
    if (outcome.reason === 'closed')
      return refused({ form: `closed-${outcome.state}` }, submitted, language);
    const problem = outcome.reason === 'not-allowed' ? 'not-allowed-here' : 'form';
    return refused({ form: problem }, submitted, language);
  }
  if (byPage) {
    return answer({
      ok: true,
      version: outcome.version,
      time: shortMoment(outcome.at, language),
      fresh: await inCompany(member, (tx) => freshOf(tx, here, language)),
    });
  }
  return redirectTo(
    fields.intent === 'next' ? await inCompany(member, (tx) => nextOf(tx, here)) : backTo(here),
  );
}

interface Here {
  org: string;
  assessmentId: string;
  questionId: string;
  section: boolean;
}

function backTo({ org, assessmentId, questionId, section }: Here): string {
  const saved = new URLSearchParams({ saved: questionId }).toString();
  return section
    ? `${paths.section(org, assessmentId, domainOf(questionId))}?${saved}#q-${codeOf(questionId)}`
    : `${paths.question(org, assessmentId, questionId)}?${saved}`;
}

async function freshOf(
  tx: CompanyTx,
  { assessmentId, questionId }: Here,
  language: Language,
): Promise<FreshView | null> {
  const sheet = await readWorksheet(tx, assessmentId);
  const history = await answerHistory(tx, assessmentId, questionId, { limit: HISTORY_READ });
  return sheet && freshView(sheet, questionId, history, language);
}

/** The next unanswered question, or the list that says that all are answered. */
async function nextOf(tx: CompanyTx, { org, assessmentId, questionId }: Here): Promise<string> {
  const sheet = await readWorksheet(tx, assessmentId);
  const next = sheet && nextUnanswered(listedQuestions(sheet), questionId);
  const saved = new URLSearchParams({ saved: questionId }).toString();
  return next
    ? `${paths.question(org, assessmentId, next)}?${saved}`
    : `${paths.questions(org, assessmentId)}?${saved}`;
}

async function questionOf(
  tx: CompanyTx,
  assessmentId: string,
  questionId: string,
): Promise<IndexedQuestion | undefined> {
  const edition = await readEditionOf(tx, assessmentId);
  return edition ? indexEdition(edition).questionById.get(questionId) : undefined;
}

type ReadAnswer =
  { ok: true; answer: StoredAnswer; note: string | null } | { ok: false; problems: Problems };

function readAnswer(entry: IndexedQuestion, fields: AnswerFields, language: Language): ReadAnswer {
  const takesBack = fields.intent === 'resolve' && fields.level === undefined;
  if (fields.intent === 'clear' || takesBack)
    return { ok: true, answer: { cleared: true }, note: null };
  const problems: Problems = {};
  const chosen = chosenAnswer(entry.question, fields.level, fields.reason);
  if (!chosen.ok) problems[chosen.field] = chosen.problem;
  const note = refusedText(fields.note, language);
  if (note !== null) problems['note'] = note;
  if (chosen.ok && 'notApplicable' in chosen.answer) {
    const reason = refusedText(chosen.answer.notApplicable, language);
    if (reason !== null) problems['reason'] = reason;
  }
  if (!chosen.ok || Object.keys(problems).length > 0) return { ok: false, problems };
  return { ok: true, answer: chosen.answer, note: fields.note === '' ? null : fields.note };
}

interface Save {
  answer: StoredAnswer;
  note: string | null;
  fields: AnswerFields;
  entry: IndexedQuestion;
  assessmentId: string;
  member: CompanyMember;
}

/** A form sent after the page has saved the same adds nothing to the record. */
async function saveOnce(
  tx: CompanyTx,
  { answer: given, note, fields, entry, assessmentId, member }: Save,
  { skipSame }: { skipSame: boolean },
): Promise<AnswerSaved> {
  if (skipSame && fields.base > 0) {
    const [newest] = await answerHistory(tx, assessmentId, entry.id, { limit: 1 });
    const same =
      newest?.version === fields.base &&
      sameGiven(givenOf(newest), givenOf({ answer: given, note }));
    if (newest && same) return { ok: true, version: newest.version, at: newest.at };
  }
  return saveAnswer(tx, {
    assessmentId,
    questionId: entry.id,
    questionnaire: entry.questionnaire,
    base: fields.base,
    answer: given,
    note,
    requestId: fields.request,
    byName: member.name,
  });
}

function sameGiven(a: Given, b: Given): boolean {
  return a.level === b.level && a.reason === b.reason && a.note === b.note;
}
