/**
 * The embedded database as the service sees it: a PostgreSQL on a socket, in a process that is ended when a statement
 * takes too long, and started anew whenever it is gone.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { DatabaseUnavailable } from '../unavailable.ts';
import { FolderInUse } from './lock.ts';
import type { Failure, FromDatabase, ToDatabase } from './messages.ts';

interface Embedded {
  /** How it is reached. */
  readonly connection: pg.ClientConfig;
  /** Gives when it can be asked: at once, unless it is being started or its thread may be stuck. */
  ready(): Promise<void>;
  /** Stops the statement that nobody waits for any more, if it does not end shortly by itself. */
  stopStatement(): void;
  /** Ends it; a statement that runs on is cut off. */
  stop(): Promise<void>;
}

/** How long a statement may go on that nobody waits for any more, in milliseconds: as on a server. */
const goesOn = 500;
/** How long it may take to end in good order, in milliseconds. */
const ending = 5_000;
/** How long to wait before it is started again when it cannot be, in milliseconds. */
const retryAfter = 1_000;

/** Run from the sources, as the service is, or from what was built of them. */
const fromSources = import.meta.url.endsWith('.ts');
const program = new URL(fromSources ? './main.ts' : './main.js', import.meta.url);
const execArgv = fromSources ? ['--import', createRequire(import.meta.url).resolve('tsx')] : [];

/**
 * Starts the embedded database.
 * @param folder of its data; undefined: in memory.
 * @param longest a statement may take, in milliseconds; 0: as long as it takes.
 * @throws FolderInUse, DatabaseUnavailable
 */
export async function startEmbedded(folder: string | undefined, longest: number): Promise<Embedded> {
  // A path of its own, since that of a socket may not be long; nobody else may enter it.
  const socketFolder = mkdtempSync(join(tmpdir(), 'labourgraph-'));
  const start: ToDatabase = { start: { folder, socket: join(socketFolder, '.s.PGSQL.5432') } };
  let running: Running;
  /** What those have to wait for who want to ask. */
  let busy: Promise<void> | undefined;
  let stopping = false;

  const begin = async (): Promise<void> => {
    running = await launch(start);
    void running.gone.then(() => {
      if (!stopping) wait(restart());
    });
  };
  const restart = async (): Promise<void> => {
    while (!stopping) {
      rmSync(join(socketFolder, '.s.PGSQL.5432'), { force: true });
      try {
        return await begin();
      } catch {
        await sleep(retryAfter, undefined, { ref: false });
      }
    }
  };
  const wait = (work: Promise<void>): void => {
    const all = Promise.all([busy, work]).then(() => {
      if (busy === all) busy = undefined;
    });
    busy = all;
  };

  try {
    await begin();
  } catch (error) {
    rmSync(socketFolder, { recursive: true, force: true });
    throw error;
  }
  const watch = longest > 0 ? setInterval(() => void running.answersWithin(longest), longest).unref() : undefined;
  return {
    connection: { host: socketFolder, user: 'postgres', database: 'postgres' },
    ready: async () => {
      while (busy !== undefined) await busy;
    },
    // If it is ended, those who wait have to wait for the next one.
    stopStatement: () => wait(freeOrGone(running)),
    stop: async () => {
      stopping = true;
      clearInterval(watch);
      await running.end();
      rmSync(socketFolder, { recursive: true, force: true });
    },
  };
}

/** A process of the database. */
interface Running {
  /** When the process has ended. */
  readonly gone: Promise<unknown>;
  /** Ends the process if it is not free in so many milliseconds; gives whether it was. */
  answersWithin(milliseconds: number): Promise<boolean>;
  end(): Promise<void>;
}

/** Waits until a process is free, or else has been ended. */
async function freeOrGone({ gone, answersWithin }: Running): Promise<void> {
  if (!(await answersWithin(goesOn))) await gone;
}

async function launch(start: ToDatabase): Promise<Running> {
  const child = fork(program, [], { execArgv, stdio: ['ignore', 'ignore', 'pipe', 'ipc'] });
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said = `${said}${text}`.slice(-2_000);
  });
  const gone = once(child, 'exit');
  child.send(start);
  const failure = await Promise.race([started(child), gone.then(() => died(said))]);
  if (failure !== undefined) {
    child.kill('SIGKILL');
    await gone;
    throw failure.name === 'FolderInUse' ? new FolderInUse(failure.message) : new DatabaseUnavailable(failure.message);
  }
  /** The questions whether it is free, in the order in which they are answered. */
  const asked: (() => void)[] = [];
  child.on('message', (message: FromDatabase) => {
    if (message === 'pong') asked.shift()?.();
  });
  // A message that cannot be sent is to a process that has gone.
  const send = (message: ToDatabase): void => void child.send(message, () => {});
  return {
    gone,
    answersWithin: async (milliseconds) => {
      const pong = new Promise<boolean>((resolve) => asked.push(() => resolve(true)));
      send('ping');
      const late = new AbortController();
      const answered = await Promise.race([
        pong,
        gone.then(() => false),
        sleep(milliseconds, false, { signal: late.signal, ref: false }).catch(() => false),
      ]);
      late.abort();
      if (!answered) child.kill('SIGKILL');
      return answered;
    },
    end: async () => {
      send('end');
      const timer = setTimeout(() => child.kill('SIGKILL'), ending);
      await gone;
      clearTimeout(timer);
    },
  };
}

/** Gives when the process listens, or says why it does not. */
async function started(child: ChildProcess): Promise<Failure | undefined> {
  const [message]: FromDatabase[] = await once(child, 'message');
  return typeof message === 'object' ? message.failed : undefined;
}

const died = (said: string): Failure => ({
  name: 'DatabaseUnavailable',
  message: `the embedded database ended while it started: ${said.trim().split('\n').at(-1) || 'it did not say why'}`,
});
