import type { RequestHandler } from 'express';
import { isLoopback } from './env.server.ts';
import { turnAway } from './plain-page.ts';

const SAFE = new Set(['GET', 'HEAD']);
const KNOWN = new Set([...SAFE, 'POST', 'PUT', 'PATCH', 'DELETE']);

/**
 * Refuses what may not reach the framework: it runs actions of resource routes and `?_data=`
 * requests from any origin, trusts forwarded hosts, and answers a foreign origin with status 500.
 */
export function edgeGuard(origin: string): RequestHandler {
  const { host } = new URL(origin);
  return (request, response, next) => {
    if (!KNOWN.has(request.method)) return turnAway(response, 405);
    // NUL stands in no address of ours, and PostgreSQL takes it in no text.
    if (/[?&]_data=|%00/.test(request.url)) return turnAway(response, 400);
    // The framework takes `/\name` for another host, and falls where no host can have that name.
    if (/^\/(?:\\|%5c)/i.test(request.url)) return turnAway(response, 404);
    if (forwarded(request.rawHeaders)) return turnAway(response, 400);
    if (SAFE.has(request.method)) {
      const named = request.headers.host?.toLowerCase();
      if (named === host) return next();
      // Another name for this server shares its cookies with nobody: send the reader to the one origin.
      // What else comes by a foreign name gets nothing: a page there may have pointed its name at us.
      return isNavigation(request.headers['sec-fetch-mode']) || isThisMachine(named)
        ? response.redirect(302, origin + sameServerPath(request.url))
        : turnAway(response, 421);
    }
    const from = request.headers.origin;
    const isOurs =
      from === origin ||
      (from === undefined && request.headers['sec-fetch-site'] === 'same-origin');
    if (!isOurs || request.headers.host !== host) return turnAway(response, 403);
    // Forms are posted, and as forms: the framework runs an action for any method and any body.
    if (request.method !== 'POST') return turnAway(response, 405);
    if (!isForm(request.headers['content-type'])) return turnAway(response, 415);
    return next();
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

/** How browsers send forms without files; the parameter is the character set. */
function isForm(type = ''): boolean {
  return /^application\/x-www-form-urlencoded(?:;|$)/i.test(type.trim());
}

function isNavigation(mode: string | string[] | undefined): boolean {
  return mode === 'navigate';
}

/** A name that no page elsewhere can point anywhere. */
function isThisMachine(host = ''): boolean {
  return isLoopback(host.replace(/:\d+$/, '').replace(/^\[(.*)\]$/, '$1'));
}

function sameServerPath(url: string): string {
  return url.startsWith('/') && !url.startsWith('//') ? url : '/';
}
