import type { Outcome } from './outcome.ts';
import type { SentBy } from './background.ts';
import type { Attempt } from './saver.ts';

/** How a fetcher posts: a form to an address. */
type Submit = (form: FormData, options: { method: 'post'; action: string }) => void;

// Who waits for which request; lives and dies with the open page.
const waiting = new Map<string, (outcome: Outcome) => void>();

/** Posts one attempt and resolves with what became of it; it never rejects. */
export function send(
  submit: Submit,
  to: { action: string; person: string },
  { given, base, request }: Attempt,
  by: SentBy,
): Promise<Outcome> {
  const form = new FormData();
  const fields = { ...given, intent: 'save', base: String(base), request, person: to.person };
  for (const [name, value] of Object.entries(fields)) form.set(name, value);
  return new Promise((resolve) => {
    waiting.set(request, resolve);
    submit(form, {
      method: 'post',
      action: `${to.action}${to.action.includes('?') ? '&' : '?'}by=${by}`,
    });
  });
}

/** The browser's side of the action: whatever happens is an outcome, so that the page stays. */
export async function settle(request: Request, post: () => Promise<unknown>): Promise<unknown> {
  const form = await request.clone().formData();
  const field = form.get('request');
  const id = typeof field === 'string' ? field : '';
  const outcome = await post().then(outcomeOf, failureOf);
  waiting.get(id)?.(outcome);
  waiting.delete(id);
  return outcome;
}

function outcomeOf(value: unknown): Outcome {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- our own action answered it
  return isOutcome(value) ? (value as Outcome) : { ok: false, reason: 'away' };
}

function isOutcome(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'ok' in value;
}

function failureOf(error: unknown): Outcome {
  const status =
    typeof error === 'object' && error !== null && 'status' in error ? error.status : 0;
  return { ok: false, reason: status === 404 ? 'gone' : 'away' };
}
