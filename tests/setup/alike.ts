/** A page without what differs from request to request: the nonce and the reference number. */
export function withoutRequestMarks(html: string): string {
  return html.replaceAll(/nonce="[^"]*"/g, '').replaceAll(/(reference\W{1,6})[0-9A-F]{8}/g, '$1');
}
