/** The service that is attacked: `npm start`, in a process of its own, by the Node that runs this. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { host } from './sockets.ts';

export interface Service {
  readonly port: number;
  /** Its process, below npm's. */
  readonly pid: number;
  /** Whether its process is still there. */
  alive(): boolean;
  /** What it has said on standard error since this was last asked. */
  said(): string;
  /** Resident memory in bytes: of its process, and of those that it started. */
  memory(): { readonly own: number; readonly children: number };
  /** Tells it to stop, and gives whether it did so by itself, in time. */
  stop(): Promise<boolean>;
}

/** How long it may take until it serves: it may build the dashboard before. */
const startingPatience = 180_000;
const stoppingPatience = 25_000;
/** What the service must do with. */
const heapMegabytes = 1_024;
/** Little is kept, so that it is full after a round: what grows from then on is lost. */
const small = {
  MAX_CACHE_BYTES: '20000000',
  MAX_DOCUMENT_BYTES: '5000000',
  MAX_COMPILED_BYTES: '5000000',
  MAX_PAST_BYTES: '10000000',
};
const root = new URL('../..', import.meta.url).pathname;

/**
 * Starts the service on a free port.
 * @param folder of the embedded database; not used if DATABASE_URL is set.
 */
export async function startService(folder: string): Promise<Service> {
  const path = `${dirname(process.execPath)}:${process.env['PATH']}`;
  // Node lets a heap grow as far as the machine allows before it collects it: with a bound, what is lost ends the process.
  const NODE_OPTIONS = `--max-old-space-size=${heapMegabytes}`;
  const env = { ...process.env, ...small, PATH: path, HOST: host, PORT: '0', DATA_DIR: folder, NODE_OPTIONS };
  // A process group of its own, so that nothing of it is left behind.
  const child = spawn('npm', ['start'], { cwd: root, env, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
  const endWithThis = (): void => endGroup(child);
  process.once('exit', endWithThis);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (piece: Buffer) => {
    stdout += piece;
  });
  child.stderr.on('data', (piece: Buffer) => {
    stderr += piece;
  });
  const exit = once(child, 'exit');
  let exited = false;
  void exit.then(() => {
    exited = true;
    process.off('exit', endWithThis);
  });
  const deadline = performance.now() + startingPatience;
  let port: string | undefined;
  while (port === undefined && !exited && performance.now() < deadline) {
    await sleep(50);
    port = /^Serving +http:\/\/[^/]+:(\d+)\//m.exec(stdout)?.[1];
  }
  const pid = port === undefined ? undefined : servicePid(child.pid ?? 0);
  if (pid === undefined) {
    endGroup(child);
    throw new Error(`the service does not start: ${stdout}${stderr}`);
  }
  return {
    port: Number(port),
    pid,
    alive: () => !exited,
    said: () => {
      const said = stderr;
      stderr = '';
      return said;
    },
    memory: () => ({ own: residentBytes(pid), children: below(pid).reduce((sum, one) => sum + residentBytes(one), 0) }),
    stop: async () => {
      if (!exited) signal(pid, 'SIGTERM');
      await Promise.race([exit, sleep(stoppingPatience, undefined, { ref: false })]);
      const inTime = exited;
      endGroup(child);
      await exit;
      return inTime;
    },
  };
}

/** The process that serves, among those that npm started. */
const servicePid = (npm: number): number | undefined =>
  below(npm).find((pid) => read(`/proc/${pid}/cmdline`).split('\0').includes('dist/main.js'));

function below(pid: number): number[] {
  const children = read(`/proc/${pid}/task/${pid}/children`).trim().split(' ').filter(Boolean).map(Number);
  return children.flatMap((child) => [child, ...below(child)]);
}

const residentBytes = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(read(`/proc/${pid}/status`))?.[1] ?? 0) * 1024;

/** A process may end while it is looked at. */
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const endGroup = ({ pid = 0 }: ChildProcess): void => signal(-pid, 'SIGKILL');

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    if (pid !== 0) process.kill(pid, name);
  } catch {
    // It has ended.
  }
}
