import { Agent, request as send, type OutgoingHttpHeaders } from 'node:http';

export type Answer = {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  /** `location` as a path of the site, where there is one. */
  location: string | undefined;
  text: string;
};

export type Fields = Record<string, string | readonly string[]>;

export type Visitor = {
  origin: string;
  get: (path: string, headers?: OutgoingHttpHeaders) => Promise<Answer>;
  /** A form as a browser without JavaScript sends it; redirects are not followed. */
  post: (path: string, fields: Fields, headers?: OutgoingHttpHeaders) => Promise<Answer>;
  raw: (
    method: string,
    path: string,
    more?: { headers?: OutgoingHttpHeaders; body?: string | Buffer },
  ) => Promise<Answer>;
  cookies: Map<string, string>;
  /** The same person on another device has other cookies; this one leaves. */
  close: () => void;
};

/** A browser without JavaScript, on plain HTTP: keeps cookies, and can also misbehave. */
export function visitor(origin: string, language?: 'ja' | 'en'): Visitor {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const cookies = new Map<string, string>();

  const raw: Visitor['raw'] = (method, path, { headers = {}, body = '' } = {}) =>
    new Promise((resolve, reject) => {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const sent = send(
        origin + path,
        { method, agent, headers: { ...(cookie && { cookie }), ...headers } },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () => {
            for (const line of response.headers['set-cookie'] ?? []) keep(cookies, line);
            const { location } = response.headers;
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              location: location?.startsWith(origin) ? location.slice(origin.length) : location,
              text: Buffer.concat(parts).toString('utf8'),
            });
          });
        },
      );
      sent.on('error', reject);
      sent.end(body);
    });

  if (language === 'en') cookies.set('language', 'ImVuIg%3D%3D');
  return {
    origin,
    raw,
    cookies,
    get: (path, headers) => raw('GET', path, { ...(headers && { headers }) }),
    post: (path, fields, headers) => {
      const body = encoded(fields);
      return raw('POST', path, {
        body,
        headers: {
          origin,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          ...headers,
        },
      });
    },
    close: () => agent.destroy(),
  };
}

function keep(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(/;\s*/);
  const at = pair.indexOf('=');
  const gone = attributes.some((attribute) => /^max-age=0$/i.test(attribute));
  if (gone) cookies.delete(pair.slice(0, at));
  else cookies.set(pair.slice(0, at), pair.slice(at + 1));
}

function encoded(fields: Fields): string {
  const body = new URLSearchParams();
  for (const [name, values] of Object.entries(fields)) {
    for (const value of typeof values === 'string' ? [values] : values) body.append(name, value);
  }
  return body.toString();
}
