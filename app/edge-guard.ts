import type { RequestHandler } from 'express';

const SAFE = new Set(['GET', 'HEAD']);
const KNOWN = new Set([...SAFE, 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses what may not reach the framework: it runs actions of resource routes and `?_data=`
 * requests from any origin, trusts forwarded hosts, and answers a foreign origin with status 500.
 */
export function edgeGuard(origin: string): RequestHandler {
  const { host } = new URL(origin);
  return (request, response, next) => {
    const refuse = (status: number, why: string) => {
      response.status(status).type('text/plain').send(`${why}\n`);
    };
    if (!KNOWN.has(request.method)) return refuse(405, 'This method is not known here.');
    if (/[?&]_data=/.test(request.url)) return refuse(400, 'This address is not known here.');
    if (forwarded(request.rawHeaders)) return refuse(400, 'Forwarded hosts are not accepted.');
    if (SAFE.has(request.method)) {
      // Another name for this server shares its cookies with nobody: send the reader to the one origin.
      if (request.headers.host !== host && isNavigation(request.headers['sec-fetch-mode'])) {
        return response.redirect(302, origin + sameServerPath(request.url));
      }
      return next();
    }
    const from = request.headers.origin;
    if (from === origin) return next();
    if (from === undefined && request.headers['sec-fetch-site'] === 'same-origin') return next();
    return refuse(403, 'This form was not sent from this site.');
  };
}

function forwarded(rawHeaders: readonly string[]): boolean {
  let hosts = 0;
  for (let at = 0; at < rawHeaders.length; at += 2) {
    const name = rawHeaders[at]?.toLowerCase() ?? '';
    if (name === 'host') hosts += 1;
    if (name === 'x-forwarded-host' || /^x-(?:remix|react-router)-/.test(name)) return true;
  }
  return hosts !== 1;
}

function isNavigation(mode: string | string[] | undefined): boolean {
  return mode === 'navigate';
}

function sameServerPath(url: string): string {
  return url.startsWith('/') && !url.startsWith('//') ? url : '/';
}
