/**
 * One process at a time on an embedded data folder: PGlite does not notice a second one, and the two diverge.
 *
 * The lock is a file that names its holder. A holder that died without removing it does not keep anybody out.
 */
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The folder is in use; the message names the process that has it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/**
 * Takes the lock of a folder, which is created if it is missing.
 * @returns what releases it.
 * @throws FolderInUse while another living process holds it.
 */
export function lockFolder(folder: string): () => void {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'lock');
  const mine = `${process.pid} ${startOf(process.pid)}\n`;
  while (!createWith(path, mine)) {
    const holder = readOrEmpty(path);
    const [pid = '', started = ''] = holder.trim().split(' ');
    if (isAlive(Number(pid), started)) {
      throw new FolderInUse(
        `${folder} is in use by process ${pid}. Two processes on one embedded database would lose data: ` +
          'stop that one, or set DATABASE_URL to a PostgreSQL that both can use.',
      );
    }
    removeStale(path, holder, mine);
  }
  return () => {
    if (readOrEmpty(path) === mine) rmSync(path, { force: true });
  };
}

/**
 * Removes the lock of a holder that died. Of several processes that find it, one alone may, and only while it is still
 * that holder's: else the second would remove the lock that the first has taken meanwhile.
 */
function removeStale(path: string, holder: string, mine: string): void {
  const claim = `${path}.stale`;
  if (!createWith(claim, mine)) {
    const [pid = '', started = ''] = readOrEmpty(claim).trim().split(' ');
    if (pid !== '' && !isAlive(Number(pid), started)) rmSync(claim, { force: true });
    return;
  }
  if (readOrEmpty(path) === holder) rmSync(path, { force: true });
  rmSync(claim, { force: true });
}

/** Creates the file with its content in one step, so that nobody ever reads half a lock; false if it exists. */
function createWith(path: string, content: string): boolean {
  const draft = `${path}.${process.pid}`;
  writeFileSync(draft, content);
  try {
    linkSync(draft, path);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** A process id is used again in time (in a container, at once): it is the same process if it also began then. */
function isAlive(pid: number, started: string): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return startOf(pid) === started;
}

/** When a process began, in clock ticks since boot; `-` where the system does not tell. */
function startOf(pid: number): string {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
}
