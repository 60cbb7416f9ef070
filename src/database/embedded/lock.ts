/**
 * One process at a time on an embedded data folder: PGlite does not notice a second one, and the two diverge.
 *
 * The lock is a file that names its holder, and that its holder touches every second. A process of the same system is
 * looked up by its id. One of another, such as another container or another machine, cannot be looked up: it holds the
 * lock as long as the file is touched.
 */
import { linkSync, mkdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { systemErrorOf } from '../thrown.ts';

/** The folder is in use; the message names the process that has it. */
export class FolderInUse extends Error {
  override readonly name = 'FolderInUse';
}

/** How often a holder touches its lock, in milliseconds. */
export const touchEvery = 1_000;
/** How long a lock of another system must not have been touched to be taken over, in milliseconds. */
const untouchedFor = 5_000;
/** How long a holder may take to notice that its service has died, in milliseconds. */
const dying = 3_000;

export interface Lock {
  /** The file, which its holder touches every `touchEvery` milliseconds. */
  readonly path: string;
  release(): void;
}

interface Holder {
  readonly pid: number;
  /** When it began, for an id is used again in time (in a container, at once). */
  readonly started: string;
  /** Where its id is its own. */
  readonly system: string;
  /** The process of the service that it works for. */
  readonly service: number;
}

/**
 * Takes the lock of a folder, which is created if it is missing.
 * @param service the process that the lock is held for: it is the one that messages name.
 * @throws FolderInUse while another living process holds it.
 */
export async function lockFolder(folder: string, service = process.pid): Promise<Lock> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, 'lock');
  const mine = `${process.pid} ${startOf(process.pid)} ${system()} ${service}\n`;
  while (!createWith(path, mine)) {
    const held = readOrEmpty(path);
    const holder = parse(held);
    if (holder !== undefined && (await isHeld(path, held, holder))) {
      const where = holder.system === system() ? '' : ' of another container or machine';
      throw new FolderInUse(
        `${folder} is in use by process ${holder.service}${where}. Two processes on one embedded database would lose ` +
          'data: stop that one, or set DATABASE_URL to a PostgreSQL that both can use.',
      );
    }
    removeStale(path, held, mine);
  }
  return {
    path,
    release: () => {
      if (readOrEmpty(path) === mine) rmSync(path, { force: true });
    },
  };
}

/** Whether the holder is there, and remains. */
async function isHeld(path: string, held: string, holder: Holder): Promise<boolean> {
  if (holder.system !== system()) return await isTouched(path, held);
  const until = performance.now() + dying;
  while (isAlive(holder.pid, holder.started)) {
    // It ends by itself when its service has died.
    if (isAlive(holder.service) || performance.now() > until) return true;
    await setTimeout(50);
  }
  return false;
}

/** Whether a lock is touched while it is watched. Clocks are not compared: two systems may differ. */
async function isTouched(path: string, held: string): Promise<boolean> {
  const before = touchedAt(path);
  const until = performance.now() + untouchedFor;
  while (performance.now() < until) {
    await setTimeout(touchEvery / 4);
    if (touchedAt(path) !== before || readOrEmpty(path) !== held) return true;
  }
  return false;
}

const touchedAt = (path: string): number | undefined => statSync(path, { throwIfNoEntry: false })?.mtimeMs;

/**
 * Removes the lock of a holder that died. Of several processes that find it, one alone may, and only while it is still
 * that holder's: else the second would remove the lock that the first has taken meanwhile.
 */
function removeStale(path: string, held: string, mine: string): void {
  const claim = `${path}.stale`;
  if (!createWith(claim, mine)) {
    const holder = parse(readOrEmpty(claim));
    // Who claims it is done at once: a claim of another system that is still there was left by a crash.
    if (holder === undefined || holder.system !== system() || !isAlive(holder.pid, holder.started))
      rmSync(claim, { force: true });
    return;
  }
  if (readOrEmpty(path) === held) rmSync(path, { force: true });
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
    if (systemErrorOf(error).code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function parse(lock: string): Holder | undefined {
  const [pid = '', started = '', where = '', service = pid] = lock.trim().split(' ');
  return /^[1-9]\d*$/.test(pid) ? { pid: Number(pid), started, system: where, service: Number(service) } : undefined;
}

function readOrEmpty(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

/** Whether a process is there, and is the one that began then. */
function isAlive(pid: number, started?: string): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (systemErrorOf(error).code !== 'EPERM') return false;
  }
  return started === undefined || startOf(pid) === started;
}

/** When a process began, in clock ticks since boot; `-` where the system does not tell. */
function startOf(pid: number): string {
  const stat = readOrEmpty(`/proc/${pid}/stat`);
  return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '-';
}

let known: string | undefined;

/** Where ids of processes are told apart: this machine since it booted, and this container of it. */
function system(): string {
  known ??= `${hostname()}/${readOrEmpty('/proc/sys/kernel/random/boot_id').trim()}/${namespace()}`.replace(/\s/g, '_');
  return known;
}

function namespace(): string {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return '-';
  }
}
