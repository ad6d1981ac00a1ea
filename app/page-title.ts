import type { MetaFunction } from '@remix-run/node';
import type { Messages } from './language.ts';
import { common } from './messages/common.ts';

/** `<title>`: the page's own title in the reader's language, then the name of the site. */
export function pageTitle(texts: Messages<{ title: string }>): MetaFunction {
  return ({ matches }) => {
    const language = isEnglish(matches.find(({ id }) => id === 'root')?.data) ? 'en' : 'ja';
    return [{ title: `${texts[language].title} | ${common.ja.siteName}` }];
  };
}

/** Undefined where the root loader failed: then the page is Japanese. */
function isEnglish(root: unknown): boolean {
  return typeof root === 'object' && root !== null && 'language' in root && root.language === 'en';
}
