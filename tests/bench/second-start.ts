import { temporaryPlace } from '../db/temporary-place.ts';
import { freePort } from '../setup/free-port.ts';
import { startServerProcess } from '../setup/server-process.ts';
import type { Row } from './row.ts';

/** `npm start` on a machine where everything is installed, built and migrated. */
export async function secondStart(): Promise<Row[]> {
  const place = temporaryPlace();
  const port = await freePort();
  const settings = {
    PORT: String(port),
    APP_ORIGIN: `http://127.0.0.1:${port}`,
    JUNBI_DATA_DIR: place.dataDir,
    JUNBI_KEYS_DIR: place.keysDir,
  };
  const start = async () => {
    const began = performance.now();
    const server = await startServerProcess(settings, 'app/start.mjs');
    const seconds = (performance.now() - began) / 1000;
    await server.stop();
    return seconds;
  };
  try {
    await start();
    return [
      {
        name: 'second start until ready',
        figure: await start(),
        reference: null,
        unit: 's',
        limit: { most: 15 },
      },
    ];
  } finally {
    place.remove();
  }
}
