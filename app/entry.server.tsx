import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import type {
  ActionFunctionArgs,
  AppLoadContext,
  EntryContext,
  LoaderFunctionArgs,
} from '@remix-run/node';
import { isRouteErrorResponse, RemixServer } from '@remix-run/react';
import { renderToPipeableStream } from 'react-dom/server';
import { NonceContext } from './nonce.ts';
import { reference } from './reference.ts';
import { withoutZeros } from './without-zeros.ts';

const RENDER_MS = 10_000;

/** Renders the whole page before the first byte: pages are small, one piece is the quickest to send, and a status can still change. */
export default function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  context: EntryContext,
  loadContext: AppLoadContext,
) {
  const { nonce, reference: number } = loadContext;
  return new Promise<Response>((resolve, reject) => {
    let failed = false;
    const { pipe, abort } = renderToPipeableStream(
      <NonceContext.Provider value={nonce}>
        <RemixServer context={context} url={request.url} abortDelay={RENDER_MS} nonce={nonce} />
      </NonceContext.Provider>,
      {
        nonce,
        onAllReady() {
          headers.set('Content-Type', 'text/html; charset=utf-8');
          text(pipe(new PassThrough())).then(
            (page) =>
              resolve(new Response(withoutZeros(page), { headers, status: failed ? 500 : status })),
            reject,
          );
        },
        onShellError: reject,
        onError(error: unknown) {
          failed = true;
          reference(error, number);
        },
      },
    );
    setTimeout(abort, RENDER_MS).unref();
  });
}

/** Bugs and outages of loaders and actions end here; expected outcomes are values and never do. */
export function handleError(
  error: unknown,
  { request, context }: LoaderFunctionArgs | ActionFunctionArgs,
): void {
  if (request.signal.aborted || isRouteErrorResponse(error)) return;
  reference(error, context.reference);
}
