import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { bareHeaders } from './security-headers.ts';

/**
 * Node's server with our headers also on what Node answers by itself: a request that is no HTTP, too
 * many headers, an expectation that nobody can meet. One without Host goes on to the edge guard.
 */
export function httpServer(listener: RequestListener, origin: string): Server {
  const server = createServer({ requireHostHeader: false }, listener);
  // Longer than a proxy keeps a connection: it must not send on one that we are just closing.
  server.keepAliveTimeout = 65_000;
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Duplex) => {
    if (error.code === 'ECONNRESET' || !socket.writable) return void socket.destroy();
    socket.end(bareAnswer(statusOf(error), origin));
  });
  server.on('checkExpectation', (_request, response) => {
    response.writeHead(417, bareHeaders(origin)).end();
  });
  return server;
}

function statusOf({ code }: NodeJS.ErrnoException): number {
  if (code === 'HPE_HEADER_OVERFLOW') return 431;
  return code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400;
}

function bareAnswer(status: number, origin: string): string {
  const headers = Object.entries(bareHeaders(origin)).map(([name, value]) => `${name}: ${value}`);
  const first = `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`;
  return [first, ...headers, 'Connection: close', 'Content-Length: 0', '', ''].join('\r\n');
}
