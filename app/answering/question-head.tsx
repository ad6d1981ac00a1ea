import { codeOf } from '#assessments/question-id.ts';
import { Code } from '../components/code.tsx';
import { ErrorSummary } from '../components/error-summary.tsx';
import { Note } from '../components/note.tsx';
import { ObligationTag } from '../components/obligation-tag.tsx';
import { SavedStatus } from '../components/saved-status.tsx';
import { useMessages } from '../language.ts';
import { answering } from '../messages/answering.ts';
import { common } from '../messages/common.ts';
import { paths } from '../paths.ts';
import type { QuestionView } from '../views/answering-question.server.ts';
import type { Problems } from './outcome.ts';

/** Field of the form → the control that a link in the summary leads to. */
const CONTROLS: Record<string, string> = {
  level: '0',
  reason: 'reason',
  note: 'note',
  form: 'form',
};

/** Where one is, and what the page has to say before the question. */
export function QuestionHead({
  view: { org, part, domain, asked, before, mayWrite },
  refused,
}: {
  view: QuestionView & { org: string; mayWrite: boolean };
  refused?: Problems | undefined;
}) {
  const t = useMessages(answering);
  const words = useMessages(common);
  const errors = Object.entries(refused ?? {}).map(([field, text]) => ({
    field: `q-${part.code}-${CONTROLS[field] ?? 'form'}`,
    text,
  }));
  return (
    <div className="stack mb-12">
      {before && (
        <p>
          <SavedStatus status="saved">{t.beside(codeOf(before.id), before.time)}</SavedStatus>
        </p>
      )}
      {errors.length > 0 && (
        <ErrorSummary title={words.refusedTitle} errors={errors}>
          <p>{words.refusedLead}</p>
        </ErrorSummary>
      )}
      {!mayWrite && <Note>{t.readOnly}</Note>}
      {!asked && <Note>{t.notAsked}</Note>}
      <div className="tags">
        <Code>{part.code}</Code>
        <span>
          {domain.title}
          {domain.at > 0 && ` ${t.position(domain.at, domain.of)}`}
        </span>
        <ObligationTag obligation={part.obligation}>{t.obligations[part.obligation]}</ObligationTag>
        {part.shown !== true && <a href={paths.profile(org)}>{t.toProfile}</a>}
      </div>
    </div>
  );
}
