import { data, type ActionFunctionArgs } from '@remix-run/node';
import type { Language } from '#assessments/bilingual.ts';
import {
  indexEdition,
  type EditionIndex,
  type IndexedQuestion,
} from '#assessments/edition-index.ts';
import { takesOwnWords } from '#assessments/evidence-titles.ts';
import { addEvidence, useEvidence, withdrawEvidence, type EvidenceAdded } from '#db/evidence.ts';
import { readWorksheet } from '#db/worksheets.ts';
import { parseForm, type Submitted } from '../forms.ts';
import { idParam, inCompany, notFound, orNotFound, requireMember } from '../guards.server.ts';
import { languageOf } from '../language.server.ts';
import { answering } from '../messages/answering.ts';
import { paths } from '../paths.ts';
import { redirectTo } from '../safe-redirect.ts';
import { evidenceFields, titleOf, type NotedEvidence } from './evidence-fields.server.ts';
import { refusedText } from '../refused-text.ts';

/** Notes a reference or withdraws one; 422 with sentences where it is not one. */
export async function noteEvidenceAction(args: ActionFunctionArgs) {
  const member = await requireMember(args);
  const assessmentId = idParam(args.params, 'assessment');
  const questionId = args.params['question'] ?? '';
  const language = await languageOf(args.request);
  const parsed = await parseForm(args.request, evidenceFields, { person: member.accountId });
  if (!parsed.ok) return refused(parsed.problems, parsed.submitted, language);
  const { value: fields, submitted } = parsed;
  const by = { assessmentId, byName: member.name };

  if (fields.intent === 'withdraw') {
    const gone = await inCompany(member, (tx) =>
      withdrawEvidence(tx, {
        ...by,
        evidenceId: fields.evidence,
        everywhere: fields.everywhere === 'yes',
      }),
    );
    return answer(gone, paths.evidence(member.companyId, assessmentId, questionId));
  }
  const sheet = orNotFound(await inCompany(member, (tx) => readWorksheet(tx, assessmentId)));
  const index = indexEdition(sheet.edition);
  const entry = orNotFound(index.questionById.get(questionId));
  if (fields.intent === 'use') {
    if (!takesOwnWords(index, entry)) return refused({ form: 'date-only' }, submitted, language);
    const place = { questionId, questionnaire: entry.questionnaire };
    const named = await inCompany(member, (tx) =>
      useEvidence(tx, { ...by, ...place, of: fields.of, evidenceId: fields.request }),
    );
    // Somebody withdrew it while the page was open.
    if (!named.ok && named.reason === 'not-found')
      return refused({ of: 'document-gone' }, submitted, language);
    return answer(named, paths.question(member.companyId, assessmentId, questionId));
  }
  const read = readReference(fields, index, entry, language);
  if (!read.ok) return refused(read.problems, submitted, language);
  const added = await inCompany(member, (tx) =>
    addEvidence(tx, {
      ...by,
      evidenceId: fields.request,
      questionId,
      questionnaire: entry.questionnaire,
      title: read.title,
      versionLabel: orNull(fields.version),
      dated: orNull(fields.dated),
      coversFrom: orNull(fields.coversFrom),
      coversTo: orNull(fields.coversTo),
      validUntil: orNull(fields.validUntil),
      ownerRole: fields.owner,
      location: fields.location,
      sha256: orNull(fields.sha256),
    }),
  );
  return answer(added, paths.question(member.companyId, assessmentId, questionId));

  function answer(outcome: EvidenceAdded, next: string) {
    if (outcome.ok) return redirectTo(`${next}#h-evidence`);
    if (outcome.reason === 'not-found') throw notFound();
    return refused({ form: outcome.reason }, submitted, language);
  }
}

type ReadReference = { ok: true; title: string } | { ok: false; problems: Record<string, string> };

function readReference(
  fields: NotedEvidence,
  index: EditionIndex,
  entry: IndexedQuestion,
  language: Language,
): ReadReference {
  const problems: Record<string, string> = {};
  const title = titleOf(fields, entry.question);
  if (!title.ok) problems[title.field] = title.problem;
  if (!takesOwnWords(index, entry)) {
    if (title.ok && title.own) problems['title'] = 'date-only';
    for (const field of NOT_DATE_ONLY) if (fields[field] !== '') problems[field] = 'date-only';
  }
  if (isBefore(fields.coversTo, fields.coversFrom)) problems['coversTo'] ??= 'period-turned';
  if (isBefore(fields.validUntil, fields.dated)) problems['validUntil'] ??= 'until-too-early';
  if (title.ok && title.own) guard('other', title.title);
  guard('version', fields.version);
  return title.ok && Object.keys(problems).length === 0
    ? { ok: true, title: title.title }
    : { ok: false, problems };

  function guard(field: string, text: string) {
    const refusal = refusedText(text, language);
    if (refusal !== null) problems[field] ??= refusal;
  }
}

const NOT_DATE_ONLY = ['version', 'coversFrom', 'coversTo', 'validUntil'] as const;

/** Of two days, where both are given. */
function isBefore(day: string, other: string): boolean {
  return day !== '' && other !== '' && day < other;
}

function orNull(text: string): string | null {
  return text === '' ? null : text;
}

const FIELDS = new Set([
  'title',
  'other',
  'version',
  'dated',
  'owner',
  'location',
  'sha256',
  'coversFrom',
  'coversTo',
  'validUntil',
  'of',
]);

function refused(problems: Record<string, string>, submitted: Submitted, language: Language) {
  const words = answering[language].evidence.problems;
  const sentences = Object.entries(problems).map(([field, problem]) => {
    const known = words[problem];
    const isSentence = /[。.]/.test(problem);
    return FIELDS.has(field)
      ? [field, known ?? (isSentence ? problem : words['form'])]
      : ['form', known ?? words['form']];
  });
  const shown: Record<string, string> = Object.fromEntries(sentences);
  return data({ problems: shown, submitted }, { status: 422 });
}
