import { join } from 'node:path';
import { createRequestHandler } from '@remix-run/express';
import type { ServerBuild } from '@remix-run/node';
import compression from 'compression';
import express from 'express';
import { edgeGuard } from '#app/edge-guard.ts';
import { readEnvironment } from '#app/env.server.ts';
import { loadContexts } from '#app/load-context.ts';
import { securityHeaders } from '#app/security-headers.ts';
import { checkout } from '../../setup/checkout.ts';
import { referenceBuild } from './build.ts';

// The reference app behind the same Express, guard, headers and compression as the app itself
// (app/server.ts), in a process of its own.

process.env['NODE_ENV'] = 'production';
const environment = readEnvironment();
const build: ServerBuild = await import(join(checkout, referenceBuild, 'server/index.js'));
const app = express();
app.disable('x-powered-by');
app.set('query parser', 'simple');
app.use(securityHeaders(environment.origin));
app.use(edgeGuard(environment.origin));
app.use(compression());
app.use('/assets', express.static(join(checkout, referenceBuild, 'client/assets')));
const contextOf = loadContexts(build, environment, []);
const answer = createRequestHandler({
  build,
  mode: 'production',
  getLoadContext: (_request, response) => contextOf(String(response.locals['nonce']), 'bench'),
});
app.all('*', (request, response, next) => void answer(request, response, next));
const server = app.listen(environment.port, environment.host, () => {
  process.stdout.write('The reference app is ready after its build.\n');
});
process.once('SIGINT', () => {
  server.close(() => process.exit(0));
  server.closeAllConnections();
});
