/**
 * The process of the embedded database: PostgreSQL compiled to WebAssembly, served on a socket. It is a process of its
 * own because a statement takes the whole thread and cannot be stopped: whoever starts it ends it, and starts another.
 * What was committed is there again, as after a crash of any PostgreSQL.
 */
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { failureOf, refuseOtherVersion } from './failure.ts';
import { type Lock, lockFolder, touchEvery } from './lock.ts';
import type { FromDatabase, Start, ToDatabase } from './messages.ts';
import { servePostgres } from './wire.ts';

const tell = (message: FromDatabase): void => void process.send?.(message);

// A terminal interrupts the whole group of processes, and a service manager ends it. The service ends this one when it
// has finished what is in flight.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => {});
process.on('disconnect', () => process.exit());

let end = async (): Promise<void> => process.exit();

process.on('message', (message: ToDatabase) => {
  // As long as a statement runs, no message is read.
  if (message === 'ping') tell('pong');
  else if (message === 'end') void end();
  else void start(message.start);
});

async function start({ folder, socket }: Start): Promise<void> {
  let lock: Lock | undefined;
  try {
    if (folder !== undefined) lock = await lockFolder(folder, process.ppid);
    const kept = { lock: lock?.path, touchEvery, service: process.ppid, socketFolder: dirname(socket) };
    const keeper = new Worker(new URL('./keeper.mjs', import.meta.url), { workerData: kept, execArgv: [] });
    const engine = await open(folder);
    const server = await servePostgres(engine, socket);
    end = async () => {
      server.close();
      await engine.close();
      keeper.postMessage('end');
      lock?.release();
      process.disconnect();
    };
    tell('ready');
  } catch (error) {
    lock?.release();
    tell({ failed: failureOf(error, folder) });
  }
}

async function open(folder: string | undefined): Promise<PGlite> {
  const options = { extensions: { btree_gist, pg_trgm, unaccent } };
  if (folder === undefined) return await PGlite.create(options);
  const dataDir = join(folder, 'pg');
  refuseOtherVersion(dataDir);
  return await PGlite.create({ ...options, dataDir });
}
