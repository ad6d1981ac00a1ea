import type { ShouldRevalidateFunction } from '@remix-run/react';

/** How a save marks that a page sent it: at a choice of the person, or once more by itself. */
export type SentBy = 'page' | 'retry';

export function sentBy(url: string | URL): SentBy | null {
  const by = new URL(url, 'http://site.invalid').searchParams.get('by');
  return by === 'page' || by === 'retry' ? by : null;
}

/**
 * After a save in the background nothing is loaded anew: the page must not fail, and lose what is
 * typed, because one more request found no connection.
 */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  formAction,
  defaultShouldRevalidate,
}) => (formAction !== undefined && sentBy(formAction) !== null ? false : defaultShouldRevalidate);
