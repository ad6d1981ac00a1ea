import type { Refused, Submitted } from '../forms.ts';
import { useMessages } from '../language.ts';
import { people } from '../messages/people.ts';

/** What was refused, for a page with several forms: only the one that was sent gets it back. */
export function useRefused(refused: Refused | undefined) {
  const { problems: sentences } = useMessages(people);
  const sent = refused?.submitted['intent']?.[0];
  return {
    state: { refused, sentences },
    typedIn: (intent: string): Submitted | undefined =>
      sent === intent ? refused?.submitted : undefined,
    errorIn:
      (intent: string) =>
      (field: string): string | undefined => {
        const reason = sent === intent ? refused?.problems[field] : undefined;
        return reason === undefined ? undefined : (sentences[reason] ?? sentences['form']);
      },
  };
}
