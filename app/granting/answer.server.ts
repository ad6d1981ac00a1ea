import type { Granted } from '#db/outcome.ts';
import { refuse, type Submitted } from '../forms.ts';
import { redirectTo } from '../safe-redirect.ts';

/** What was done is said on the page that it leads to. */
export type Done =
  'invited' | 'changed' | 'revoked' | 'withdrawn' | 'engaged' | 'ended' | 'left' | 'removed';

/** On to the page where it shows, or the form again with the reason. */
export function answerGranted(
  outcome: Granted,
  { path, done, submitted }: { path: string; done?: Done; submitted: Submitted },
) {
  if (outcome.ok) return redirectTo(done === undefined ? path : `${path}?done=${done}`);
  return refuse({ ok: false, problems: { form: outcome.reason }, submitted });
}
