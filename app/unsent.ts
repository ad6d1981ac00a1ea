import { isRouteErrorResponse } from '@remix-run/react';

/** A posted form that met no session: what it would have saved, and whose page it was. */
export interface Unsent {
  /** The path that it was posted to. */
  to: string;
  /** The account that the page was made for; '' where the form did not say. */
  person: string;
  /** Name and value, in the order of the form; never a secret. */
  fields: [string, string][];
}

/** The same for a page: what was typed, in words, and what its form carries on. */
export interface UnsentView {
  unsent: Unsent;
  shown: { term: string; text: string }[];
  /** The value of the hidden field; null where nothing is carried. */
  carried: string | null;
  /** How the signed-in person proves who they are before it is sent; null where the session had ended. */
  confirm: Confirm | null;
  /** Why nothing is carried: too large for a form, or only its person may send it once more. */
  isLeft: 'too-large' | 'once-more' | null;
}

/** What somebody confirms with, and whose account it is. */
export interface Confirm {
  how: 'passkey' | 'one-time-code' | 'password';
  email: string;
}

/** What an action without a session, or without a fresh confirmation, has thrown; else null. */
export function unsentIn(error: unknown): UnsentView | null {
  if (!isRouteErrorResponse(error) || ![401, 403].includes(error.status)) return null;
  const { data }: { data: unknown } = error;
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- only our own guards throw data with these
  return typeof data === 'object' && data !== null ? (data as UnsentView) : null;
}
