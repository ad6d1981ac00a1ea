import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isExisting, isMissing } from '../places.ts';
import { Refusal } from '../refusal.ts';

// Two clusters of one process have the same pid, so the process remembers its own.
const mine = new Set<string>();

/**
 * Takes the data directory for this process. A file names the owner; the file of an owner that is
 * gone (kill -9) is taken over. Refuses while another Junbi is alive.
 */
export function takeOwnership(file: string, dataDir: string): { release: () => void } {
  const me = `${process.pid} ${startOf(process.pid)}`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    try {
      writeFileSync(file, me, { flag: 'wx', mode: 0o600 });
      mine.add(file);
      return { release: () => release(file) };
    } catch (error) {
      if (!isExisting(error)) throw error;
    }
    const owner = readOwner(file);
    if (owner && isAlive(owner, file)) {
      throw new Refusal(
        'in-use',
        `Another Junbi (process ${owner.pid}) already uses the data directory ${dataDir}. Stop it first, or give this one another directory with JUNBI_DATA_DIR.`,
      );
    }
    rmSync(file, { force: true });
  }
  throw new Refusal('in-use', `The data directory ${dataDir} is being taken by another Junbi.`);
}

function release(file: string): void {
  mine.delete(file);
  rmSync(file, { force: true });
}

type Owner = { pid: number; startedAt: string };

function readOwner(file: string): Owner | undefined {
  try {
    const [pid = '', startedAt = ''] = readFileSync(file, 'utf8').split(' ');
    return /^\d+$/.test(pid) ? { pid: Number(pid), startedAt } : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function isAlive(owner: Owner, file: string): boolean {
  if (owner.pid === process.pid) return mine.has(file);
  return isRunning(owner.pid) && startOf(owner.pid) === owner.startedAt;
}

/** Whether a process of that number runs (one that may not be signalled runs, too). */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

// Numbers of processes come again, above all in containers; number and start time do not.
function startOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}
