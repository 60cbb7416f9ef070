/**
 * A thread beside the embedded database, which goes on while a statement takes the database's own: it touches the lock
 * of the data folder, and ends the process when the service that it works for is gone. It is JavaScript because Node 20
 * starts no thread from TypeScript.
 *
 * Its data: `lock`, the path of the lock or undefined; `touchEvery`, in milliseconds; `service`, the id of the process
 * of the service; `socketFolder`, which is removed with the process.
 */
import { rmSync, utimesSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';

const { lock, touchEvery, service, socketFolder } = workerData;

const timer = setInterval(() => {
  if (lock !== undefined) touch();
  if (process.ppid === service) return;
  rmSync(socketFolder, { recursive: true, force: true });
  process.kill(process.pid, 'SIGKILL');
}, touchEvery);
parentPort?.once('message', () => clearInterval(timer));

function touch() {
  const now = new Date();
  try {
    utimesSync(lock, now, now);
  } catch {
    // The folder was removed, or its disk has gone: there is nothing to hold.
  }
}
