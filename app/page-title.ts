import type { MetaFunction } from '@remix-run/node';
import { isRouteErrorResponse } from '@remix-run/react';
import { part, type Messages } from './language.ts';
import { common } from './messages/common.ts';
import { failure } from './messages/failure.ts';

/** `<title>`: the page's own title in the reader's language, then the name of the site. */
export function pageTitle(texts: Messages<{ title: string }>): MetaFunction {
  return ({ matches }) => titled(texts, matches);
}

/** The title of a page that a boundary shows in place of one that failed. */
export const failureTitle: MetaFunction = ({ error, matches }) => {
  const found = isRouteErrorResponse(error) && error.status === 404 ? 'notFound' : 'broken';
  return error === undefined ? [] : titled(part(failure, found), matches);
};

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
