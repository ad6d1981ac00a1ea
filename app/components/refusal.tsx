import type { Refused } from '../forms.ts';
import { useMessages } from '../language.ts';
import { common } from '../messages/common.ts';
import { ErrorSummary } from './error-summary.tsx';

export type RefusalProps = {
  refused: Refused | undefined;
  /** The sentence of each reason code. */
  sentences: Record<string, string>;
  /** Where nothing is saved anyway: another title, and no word about what stays. */
  title?: string;
};

/** What a page adds to its form by itself, and the form as a whole. */
const HIDDEN = new Set(['form', 'id', 'base', 'request', 'back', 'unsent']);

/** What was refused, above the form; each line leads to its field. */
export function Refusal({ refused, sentences, title }: RefusalProps) {
  const t = useMessages(common);
  if (!refused) return null;
  const errors = Object.entries(refused.problems).map(([field, reason]) => ({
    field,
    isHidden: HIDDEN.has(field),
    text: sentences[reason] ?? sentences['form'] ?? reason,
  }));
  return (
    <ErrorSummary title={title ?? t.refusedTitle} errors={errors}>
      {title === undefined && <p>{t.refusedLead}</p>}
    </ErrorSummary>
  );
}

/** The sentence at one field, or nothing. */
export function sentenceFor(
  { refused, sentences }: RefusalProps,
  field: string,
): string | undefined {
  const reason = refused?.problems[field];
  return reason === undefined ? undefined : (sentences[reason] ?? sentences['form']);
}
