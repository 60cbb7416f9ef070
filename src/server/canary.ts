/** Looks, every few seconds, whether what the service needs is there: nobody who asks for it has to wait. */
import pg from 'pg';
import { withDeadline } from '../database/cancellation.ts';
import { passing } from '../database/connectionErrors.ts';
import type { Read } from '../database/read.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { Admission } from './admission.ts';
import { innermost } from './errors.ts';
import type { Log } from './log.ts';

/** How often it looks, in milliseconds. */
const usually = 2_000;
/**
 * How long a look may take, in milliseconds. It waits for whoever has locked a table, on a connection that others need;
 * and a database that stands still is seen by the change log, which is not read then.
 */
const longestLook = 1_000;

interface Watched {
  readonly read: Read;
  readonly admission: Admission;
  readonly log: Log;
}

export interface Canary {
  /** What was wrong at the last look; empty: nothing. */
  reasons(): readonly string[];
  stop(): void;
}

/** @param longestTaken how long a place may be taken for a client who is gone, in milliseconds: longer than any statement runs. */
export function openCanary({ read, admission, log }: Watched, longestTaken: number, interval = usually): Canary {
  let unreadable: string | undefined;
  let lost = 0;
  let looking = false;
  const look = async (): Promise<void> => {
    lost = admission.lost(longestTaken);
    if (looking) return;
    looking = true;
    try {
      await withDeadline(longestLook, async (signal) => await read(readingAllTables, signal));
      unreadable = undefined;
    } catch (error) {
      // Whether the database is there at all is looked at by the change log.
      if (passing(innermost(error)) !== undefined) return;
      if (unreadable === undefined) log('a table that the service needs cannot be read', { err: error });
      unreadable = reasonOf(error);
    } finally {
      looking = false;
    }
  };
  const timer = setInterval(() => void look(), interval);
  timer.unref();
  return {
    reasons: () => [
      ...(unreadable === undefined ? [] : [unreadable]),
      ...(lost === 0 ? [] : ['places are taken that nobody waits for; start it anew']),
    ],
    stop: () => clearInterval(timer),
  };
}

/** Reads a whole row of each table, so that no column of it may be denied either. */
const readingAllTables = Prisma.sql`SELECT ${Prisma.join(
  Object.keys(Prisma.ModelName).map((table) => Prisma.raw(`(SELECT t IS NULL FROM "${table}" t LIMIT 1)`)),
)}`;

/** What PostgreSQL's codes mean for who operates the service. */
const meanings: Readonly<Record<string, string>> = {
  '42501': 'the database does not permit to read a table that the service needs',
  '42P01': 'a table that the service needs is not there',
};

function reasonOf(error: unknown): string {
  const code = error instanceof pg.DatabaseError ? error.code : undefined;
  return meanings[code ?? ''] ?? 'a table that the service needs cannot be read';
}
