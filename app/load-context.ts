import { createRequestHandler, type AppLoadContext, type ServerBuild } from '@remix-run/node';
import type { PublicKey } from '#assessments/audit-anchor.ts';
import type { Environment } from './env.server.ts';
import { newReference } from './reference.ts';

/** What every request of a build is given beside itself; the nonce is its own. */
export function loadContexts(
  build: ServerBuild,
  environment: Environment,
  publicKeys: readonly PublicKey[],
) {
  const handle = createRequestHandler(build, 'production');
  return function contextOf(nonce: string, network: string): AppLoadContext {
    return {
      nonce,
      reference: newReference(),
      environment,
      network,
      publicKeys,
      answer: (request) => handle(request, contextOf(nonce, network)),
    };
  };
}
