/**
 * A page without its zero bytes. React 18 writes its 2 KB views whole, so where a character of
 * several bytes does not fit any more, one or two zero bytes stand between two characters.
 */
export function withoutZeros(page: string): string {
  return page.replaceAll('\0', '');
}
