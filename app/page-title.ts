import type { MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import { part, type Messages } from './language.ts';
import { common } from './messages/common.ts';
import { failure } from './messages/failure.ts';
import { unsent } from './messages/unsent.ts';
import { unsentIn } from './unsent.ts';

/** `<title>`: the page's own title in the reader's language, then the name of the site. */
export function pageTitle(texts: Messages<{ title: string }>): MetaFunction {
  return ({ matches }) => titled(texts, matches);
}

/** The title of a link's page: another where the link cannot be used. */
export function linkTitle(
  usable: Messages<{ title: string }>,
  expired: Messages<{ title: string }>,
): MetaFunction<() => Promise<{ email: string | null }>> {
  return ({ data, matches }) => titled(data?.email === null ? expired : usable, matches);
}

/** The title of a page that a boundary shows in place of one that failed. */
export const failureTitle: MetaFunction = ({ error, matches }) => {
  if (error === undefined) return [];
  if (unsentIn(error)) return titled(unsent, matches);
  const found = failureOf(isRouteErrorResponse(error) ? error.status : 500);
  return titled(part(failure, found), matches);
};

/** Which words a status has. */
export function failureOf(status: number): 'notFound' | 'refused' | 'busy' | 'broken' {
  if (status === 404) return 'notFound';
  if (status === 503) return 'busy';
  return status < 500 ? 'refused' : 'broken';
}

function titled(
  texts: Messages<{ title: string }>,
  matches: readonly { id: string; data: unknown }[],
) {
  const language = isEnglish(matches.find(({ id }) => id === 'root')?.data) ? 'en' : 'ja';
  return [{ title: `${texts[language].title} | ${common.ja.siteName}` }];
}

/** Undefined where the root loader failed: then the page is Japanese. */
function isEnglish(root: unknown): boolean {
  return typeof root === 'object' && root !== null && 'language' in root && root.language === 'en';
}
