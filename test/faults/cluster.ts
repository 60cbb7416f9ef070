/** A PostgreSQL of a test's own, which may be stopped, frozen and started again: nothing else runs on it. */
import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chownSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';

export interface Cluster {
  /** Of its database `postgres`, as its superuser. */
  readonly url: string;
  start(): Promise<void>;
  /** At once, as if the power had failed; resolved when it is gone. */
  kill(): Promise<void>;
  /** Stops all of its processes where they are: connections stay open, and nothing answers. */
  freeze(): void;
  thaw(): void;
  /** Stops it, and deletes all that it has. */
  remove(): Promise<void>;
}

/** Makes a cluster and starts it. @param settings more of `postgresql.conf`. */
export async function createCluster(settings: Readonly<Record<string, string | number>> = {}): Promise<Cluster> {
  const owner = ownerOf();
  const folder = mkdtempSync(join(tmpdir(), 'labourgraph-faults-'));
  if (owner.uid !== undefined && owner.gid !== undefined) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const options = { ...owner, cwd: folder, stdio: 'ignore' } as const;
  const initialise = ['-D', data, '-U', 'postgres', '-A', 'trust', '--no-sync', '-E', 'UTF8', '--locale=C.UTF-8'];
  execFileSync(binary('initdb'), initialise, options);
  const port = await freePort();
  const given = { listen_addresses: '127.0.0.1', unix_socket_directories: folder, fsync: 'off', ...settings };
  const flags = Object.entries(given).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  let server: ChildProcess | undefined;

  const start = async (): Promise<void> => {
    server = spawn(binary('postgres'), ['-D', data, '-p', String(port), ...flags], options);
    await answering(url);
  };
  const signal = (name: NodeJS.Signals): void => {
    const pid = server?.pid;
    if (pid === undefined) throw new Error('the cluster is not running');
    // The first process starts the others: it is stopped first, and let go on last.
    const all = name === 'SIGCONT' ? [...childrenOf(pid), pid] : [pid, ...childrenOf(pid)];
    for (const one of all) {
      try {
        process.kill(one, name);
      } catch {
        // It has come to its end meanwhile.
      }
    }
  };
  const end = async (name: NodeJS.Signals): Promise<void> => {
    if (server === undefined || server.exitCode !== null || server.signalCode !== null) return;
    const exit = once(server, 'exit');
    server.kill(name);
    await exit;
  };
  await start();
  return {
    url,
    start,
    kill: async () => await end('SIGQUIT'),
    freeze: () => signal('SIGSTOP'),
    thaw: () => signal('SIGCONT'),
    remove: async () => {
      if (server?.exitCode === null && server.signalCode === null) signal('SIGCONT');
      await end('SIGQUIT');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Runs one statement, on a connection of its own. */
export async function query<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 });
  await client.connect();
  const { rows } = await client.query<Row>(statement).finally(async () => await client.end());
  return rows;
}

/** PostgreSQL does not run as root: there it runs as the user that its package makes. */
function ownerOf(): { uid?: number; gid?: number } {
  if (userInfo().uid !== 0) return {};
  const id = (what: string): number => Number(execFileSync('id', [what, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function binary(name: string): string {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((one, other) => Number(other) - Number(one)) : [];
  const found = versions.map((version) => join(root, version, 'bin', name)).find((path) => existsSync(path));
  return found ?? name;
}

function childrenOf(parent: number): number[] {
  return readdirSync('/proc').flatMap((entry) => {
    if (!/^\d+$/.test(entry)) return [];
    try {
      // The name in parentheses may have spaces; the parent comes two fields after it.
      const stat = readFileSync(`/proc/${entry}/stat`, 'utf8');
      const after = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      return Number(after[1]) === parent ? [Number(entry)] : [];
    } catch {
      return [];
    }
  });
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}

async function answering(url: string): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    try {
      await query(url, 'SELECT 1');
      return;
    } catch {
      await sleep(100);
    }
  }
  throw new Error('the cluster did not start');
}
