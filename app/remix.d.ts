import type { PublicKey } from '#assessments/audit-anchor.ts';
import type { Environment } from './env.server.ts';

declare module '@remix-run/node' {
  interface AppLoadContext {
    nonce: string;
    /** What an error of this request is logged under, and its reader is told. */
    reference: string;
    environment: Environment;
    /** Answers a request of the server to itself, which passes no guard of the edge. */
    answer(request: Request): Promise<Response>;
    /** The visitor's address or /64, for counting attempts. */
    network: string;
    /** What signs the anchors of the access logs. */
    publicKeys: readonly PublicKey[];
  }
  /** Loader data keeps its types on the way to the page. */
  interface Future {
    v3_singleFetch: true;
  }
}
