import type { Server } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express, { type ErrorRequestHandler } from 'express';
import type { PublicKey } from '#assessments/audit-anchor.ts';
import { databaseHealth } from '#db/health.ts';
import { edgeGuard } from './edge-guard.ts';
import type { Environment } from './env.server.ts';
import { httpServer } from './http-server.ts';
import { loadContexts } from './load-context.ts';
import { showLastResort, turnAway } from './plain-page.ts';
import { reference } from './reference.ts';
import { networkOf } from './network.ts';
import { securityHeaders } from './security-headers.ts';

export interface RunningServer {
  port: number;
  /** Answers 503 to `/readyz`, lets open requests finish, then resolves. */
  close(): Promise<void>;
}

const ROOT = new URL('..', import.meta.url);
/** Longer than the longest request that is allowed to finish at shutdown. */
const DRAIN_MS = 20_000;

/** Serves the build over HTTP: guard, headers, assets, pages, health. */
export async function startServer(
  environment: Environment,
  publicKeys: readonly PublicKey[],
): Promise<RunningServer> {
  const build: ServerBuild = await import(new URL('build/server/index.js', ROOT).href);
  let draining = false;
  const isReady = async () => !draining && (await databaseHealth()).ok;
  const app = express();
  app.disable('x-powered-by');
  app.set('query parser', 'simple');
  app.set('trust proxy', [...environment.proxies]);
  app.use(securityHeaders(environment.origin));
  app.get('/livez', (_request, response) => response.type('text/plain').send('ok\n'));
  app.get('/readyz', (_request, response, next) => {
    isReady()
      .then((ready) => {
        response
          .status(ready ? 200 : 503)
          .type('text/plain')
          .send(ready ? 'ok\n' : 'not ready\n');
      })
      .catch(next);
  });
  app.get('/keys', (_request, response) => response.json({ keys: publicKeys }));
  app.use(edgeGuard(environment.origin));
  app.use(compression());
  app.use(
    '/assets',
    express.static(file('build/client/assets'), {
      setHeaders: kept('public, max-age=31536000, immutable'),
      fallthrough: false,
    }),
  );
  app.get(
    // The files of the root alone: to look for one of each page’s name would be a look at the disk each time.
    /^\/[\w-]+\.[a-z]+$/,
    express.static(file('build/client'), {
      setHeaders: kept('public, max-age=3600'),
      index: false,
      redirect: false,
    }),
  );
  app.use(limitBody);
  const contextOf = loadContexts(build, environment, publicKeys);
  const pages = createRequestHandler({
    build,
    mode: 'production',
    getLoadContext: (request, response) =>
      contextOf(String(response.locals['nonce']), networkOf(request.ip)),
  });
  app.all('*', (request, response, next) => void pages(request, response, next));
  app.use(lastResort);

  const server = await listen(app, environment);
  return {
    port: portOf(server),
    close: () => {
      draining = true;
      return closeGracefully(server);
    },
  };
}

/** A file may be kept; `maxAge` alone would leave the `no-store` of every response in place. */
function kept(cacheControl: string) {
  return (response: express.Response) => void response.setHeader('Cache-Control', cacheControl);
}

/** A form of Junbi is small; what is larger is not one. */
const BODY_MAX_BYTES = 256 * 1024;

const limitBody: express.RequestHandler = (request, response, next) => {
  const length = Number(request.headers['content-length'] ?? 0);
  const chunked = request.headers['transfer-encoding'] !== undefined;
  if (length > BODY_MAX_BYTES || chunked) {
    return turnAway(response, 413);
  }
  next();
};

/** What the framework could not answer: a reference number for the log and the reader, no details. */
const lastResort: ErrorRequestHandler = (error: unknown, _request, response, next) => {
  if (response.headersSent) return next(error);
  if (isHttpError(error) && error.status < 500) {
    return turnAway(response, error.status === 404 ? 404 : 400);
  }
  showLastResort(response, reference(error));
};

function isHttpError(error: unknown): error is { status: number } {
  return error instanceof Error && 'status' in error && typeof error.status === 'number';
}

function listen(app: express.Express, { port, host, origin }: Environment): Promise<Server> {
  return new Promise((resolve, reject) => {
    const server = httpServer(app, origin);
    server.on('error', reject);
    server.listen(port, host, () => resolve(server));
  });
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The server has no port.');
  return address.port;
}

function closeGracefully(server: Server): Promise<void> {
  return new Promise((resolve) => {
    const force = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    server.close(() => {
      clearTimeout(force);
      resolve();
    });
    server.closeIdleConnections();
  });
}

function file(path: string): string {
  return fileURLToPath(new URL(path, ROOT));
}
