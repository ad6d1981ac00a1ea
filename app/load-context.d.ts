import type { Environment } from './env.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string;
    environment: Environment;
  }
}
