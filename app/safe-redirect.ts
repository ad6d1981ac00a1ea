import { redirect } from '@remix-run/node';

/** Room for a search of 100 characters, each of which may be nine in an address. */
export const PATH_MAX = 2_000;

/** A path of this site, or the fallback: never `//host`, `/\host`, a scheme or a control character. */
export function safePath(path: string | null | undefined, fallback: string): string {
  if (!path?.startsWith('/') || path.length > PATH_MAX) return fallback;
  // oxlint-disable-next-line no-control-regex -- control characters are exactly what is refused here
  if (/[\u0000-\u0020\\]|^\/\/|^\/%(?:2f|5c)/i.test(path)) return fallback;
  const url = new URL(path, 'http://site.invalid');
  // What was `/..//host` is `//host` now.
  if (url.host !== 'site.invalid' || url.pathname.startsWith('//')) return fallback;
  return url.pathname + url.search + url.hash;
}

/** The only redirect of the app: 303, to a path of this site. */
export function redirectTo(path: string, init?: { headers?: HeadersInit }) {
  return redirect(safePath(path, '/'), { status: 303, ...init });
}
