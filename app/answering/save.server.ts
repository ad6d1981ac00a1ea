import { data, type ActionFunctionArgs } from '@remix-run/node';
import type { Language } from '#assessments/bilingual.ts';
import { chosenAnswer } from '#assessments/chosen-answer.ts';
import { indexEdition, type IndexedQuestion } from '#assessments/edition-index.ts';
import { codeOf, domainOf } from '#assessments/question-id.ts';
import { nextUnanswered } from '#assessments/question-list.ts';
import { answerHistory, saveAnswer, type AnswerSaved, type StoredAnswer } from '#db/answers.ts';
import { getAssessment } from '#db/assessments.ts';
import { readEdition } from '#db/content.ts';
import type { CompanyTx } from '#db/tenant.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { parseForm, typed, type Submitted } from '../forms.ts';
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
import { listedQuestions } from '../views/answering-rail.server.ts';
import { givenOf, givenWords, momentText } from '../views/answering-words.server.ts';
import { answerFields, type AnswerFields } from './answer-fields.server.ts';
import { sentBy } from './background.ts';
import type { Given, Outcome, Problems } from './outcome.ts';
import { refusedText } from './refused-text.server.ts';

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
  if (fields.intent === 'resolve') {
    if (fields.choice === undefined) return refused({ choice: 'choose-side' }, submitted, language);
    if (fields.choice === 'theirs') return redirectTo(backTo(here));
  }
  const entry = orNotFound(
    await inCompany(member, (tx) => questionOf(tx, assessmentId, questionId)),
  );
  const read = readAnswer(entry, fields, language);
  if (!read.ok) return refused(read.problems, submitted, language);

  const save = { ...read, fields, entry, assessmentId, member };
  const outcome = await inCompany(member, (tx) => saveOnce(tx, save, { skipSame: !byPage }));
  if (!outcome.ok) {
    if (outcome.reason === 'stale') return conflict(outcome.theirs, entry, submitted, language);
    if (outcome.reason === 'not-found') throw new Response(null, { status: 404 });
    const problem = outcome.reason === 'not-allowed' ? 'not-allowed-here' : 'form';
    return refused({ form: problem }, submitted, language);
  }
  if (byPage) {
    return answer({
      ok: true,
      version: outcome.version,
      time: momentText(outcome.at, language),
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
  const assessment = await getAssessment(tx, assessmentId);
  const edition = assessment && (await readEdition(tx, assessment.editionId));
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

function givenIn(submitted: Submitted): Given {
  if (typed(submitted, 'intent') === 'clear') return givenOf(undefined);
  return {
    level: typed(submitted, 'level'),
    reason: typed(submitted, 'reason'),
    note: typed(submitted, 'note'),
  };
}

/** Reason codes become sentences here, in the reader's language. */
function refused(problems: Problems, submitted: Submitted, language: Language) {
  const words = answering[language].problems;
  const sentences = Object.entries(problems).map(([field, problem]) => [
    ['level', 'reason', 'note', 'choice'].includes(field) ? field : 'form',
    words[problem] ?? (isCode(problem) ? words['form'] : problem) ?? problem,
  ]);
  return answer({
    ok: false,
    reason: 'refused',
    problems: Object.fromEntries(sentences),
    given: givenIn(submitted),
    base: Number(/^\d{1,9}$/.exec(typed(submitted, 'base'))?.[0] ?? 0),
  });
}

/** A sentence of the free-text guard is finished; zod's own words are not for people. */
function isCode(problem: string): boolean {
  return /^[a-z-]+$/.test(problem) || /^(?:Unrecognized|Invalid)/.test(problem);
}

function conflict(
  theirs: Extract<AnswerSaved, { reason: 'stale' }>['theirs'],
  { question }: IndexedQuestion,
  submitted: Submitted,
  language: Language,
) {
  const given = givenIn(submitted);
  return answer({
    ok: false,
    reason: 'stale',
    conflict: {
      name: theirs?.byName ?? '',
      time: theirs ? momentText(theirs.at, language) : '',
      version: theirs?.version ?? 0,
      theirs: givenWords(givenOf(theirs ?? undefined), question, language),
      mine: givenWords(given, question, language),
      given,
    },
  });
}

const STATUS = { refused: 422, stale: 409, 'signed-out': 401, away: 503, gone: 404 } as const;

function answer(outcome: Outcome) {
  return data(outcome, { status: outcome.ok ? 200 : STATUS[outcome.reason] });
}
