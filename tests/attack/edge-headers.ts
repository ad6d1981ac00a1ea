import type { OutgoingHttpHeaders } from 'node:http';

/**
 * Headers of a request that was not sent by a page of this site, each with a body that the route would
 * take. `ORIGIN` and `HOST` stand for this site's own.
 */
export const foreignHeaders: readonly (readonly [string, OutgoingHttpHeaders])[] = [
  ['nothing', {}],
  ['another origin', { origin: 'https://evil.example' }],
  ['Origin: null', { origin: 'null' }],
  ['an empty Origin', { origin: '' }],
  ['a blank Origin', { origin: ' ' }],
  ['the own host on https', { origin: 'https://HOST' }],
  ['the own host on another port', { origin: 'http://127.0.0.1:1' }],
  ['the own host without its port', { origin: 'http://127.0.0.1' }],
  ['localhost for 127.0.0.1', { origin: 'http://localhost' }],
  ['an origin that begins like ours', { origin: 'ORIGIN.evil.example' }],
  ['an origin that ends like ours', { origin: 'http://evil.example/ORIGIN' }],
  ['our origin as somebody’s user', { origin: 'http://HOST@evil.example' }],
  ['our origin with a path', { origin: 'ORIGIN/' }],
  ['our origin with a tail', { origin: 'ORIGIN#' }],
  ['our origin twice', { origin: ['ORIGIN', 'ORIGIN'].join(', ') }],
  ['our origin after another', { origin: 'https://evil.example, ORIGIN' }],
  ['our origin in capitals', { origin: 'HTTP://HOST' }],
  ['an extension', { origin: 'chrome-extension://abcdefghijklmnop' }],
  ['a file', { origin: 'file://' }],
  ['a sandboxed page that says same-origin', { origin: 'null', 'sec-fetch-site': 'same-origin' }],
  [
    'another origin that says same-origin',
    { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' },
  ],
  ['cross-site', { 'sec-fetch-site': 'cross-site' }],
  ['same-site', { 'sec-fetch-site': 'same-site' }],
  ['none', { 'sec-fetch-site': 'none' }],
  ['a made-up site', { 'sec-fetch-site': 'same-origin-allow' }],
  ['same-origin in capitals', { 'sec-fetch-site': 'SAME-ORIGIN' }],
  ['same-origin after another', { 'sec-fetch-site': 'cross-site, same-origin' }],
  ['a navigation from elsewhere', { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }],
  ['a referrer of ours alone', { referer: 'ORIGIN/signin' }],
  ['another origin, our referrer', { origin: 'https://evil.example', referer: 'ORIGIN/' }],
  [
    'another origin, our host forwarded',
    { origin: 'https://evil.example', 'x-forwarded-host': 'evil.example' },
  ],
  ['our origin, another host forwarded', { origin: 'ORIGIN', 'x-forwarded-host': 'evil.example' }],
  ['our origin, our host forwarded', { origin: 'ORIGIN', 'x-forwarded-host': 'HOST' }],
  ['our origin, a framework’s header', { origin: 'ORIGIN', 'x-remix-response': 'yes' }],
  ['our origin, the other framework’s header', { origin: 'ORIGIN', 'x-react-router-data': '1' }],
  ['our origin, another host', { origin: 'ORIGIN', host: 'evil.example' }],
  ['another origin and host that agree', { origin: 'http://evil.example', host: 'evil.example' }],
  ['our origin, a body of another kind', { origin: 'ORIGIN', 'content-type': 'text/plain' }],
  ['our origin, a body of JSON', { origin: 'ORIGIN', 'content-type': 'application/json' }],
  [
    'our origin, a body of files',
    { origin: 'ORIGIN', 'content-type': 'multipart/form-data; boundary=x' },
  ],
  ['our origin, no type of body', { origin: 'ORIGIN', 'content-type': '' }],
  ['our origin, a body of XML', { origin: 'ORIGIN', 'content-type': 'application/xml' }],
  [
    'our origin by Fetch-Metadata, another host',
    { 'sec-fetch-site': 'same-origin', host: 'evil.example' },
  ],
  ['our origin, our host without its port', { origin: 'ORIGIN', host: '127.0.0.1' }],
  ['our origin, chunked', { origin: 'ORIGIN', 'transfer-encoding': 'chunked' }],
];

export function addressed(
  headers: OutgoingHttpHeaders,
  origin: string,
): Record<string, string | number | string[]> {
  const { host } = new URL(origin);
  const named = Object.entries(headers).map(([name, value]): [string, string] => [
    name,
    String(value).replaceAll('ORIGIN', origin).replaceAll('HOST', host),
  ]);
  return Object.fromEntries(named);
}
