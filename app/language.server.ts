import { createCookie } from '@remix-run/node';
import type { Language } from '#assessments/bilingual.ts';

const YEAR_SECONDS = 365 * 24 * 60 * 60;

/** A preference and no identity: it names one of two languages and nothing else. */
export const languageCookie = createCookie('language', {
  path: '/',
  sameSite: 'lax',
  httpOnly: true,
  maxAge: YEAR_SECONDS,
});

/** Japanese first; English for who has chosen it. */
export async function languageOf(request: Request): Promise<Language> {
  const chosen: unknown = await languageCookie.parse(request.headers.get('cookie'));
  return chosen === 'en' ? 'en' : 'ja';
}
