import { createServer } from 'node:net';

/** A port of the loopback that nobody listens on now; origins carry it, so it is known before the start. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() => {
        if (address && typeof address === 'object') resolve(address.port);
        else reject(new Error('A listening socket has a port.'));
      });
    });
  });
}
