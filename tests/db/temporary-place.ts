import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A data directory of one's own, which the server's user can enter. `remove` when the server stopped. */
export function temporaryPlace() {
  const dataDir = mkdtempSync(join(tmpdir(), 'junbi-place-'));
  chmodSync(dataDir, 0o755);
  const said: string[] = [];
  return {
    dataDir,
    keysDir: join(dataDir, 'keys'),
    log: (line: string) => void said.push(line),
    said,
    remove: () => rmSync(dataDir, { recursive: true, force: true }),
  };
}
