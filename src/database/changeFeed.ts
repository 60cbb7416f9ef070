/**
 * The change log, followed: what changed, in the order in which processes may learn of it.
 *
 * The table is the truth. A notification only wakes the feed, which also looks by itself, so that a lost
 * connection, or a pooler that passes no notifications on, loses nothing.
 */
import { setTimeout } from 'node:timers/promises';
import { Prisma } from '../generated/prisma/client.ts';
import { withDeadline } from './cancellation.ts';
import type { Database } from './open.ts';
import type { Read } from './read.ts';

/** What one statement changed. */
export interface Change {
  readonly table: string;
  /** Empty: everything in the table may have changed. */
  readonly keys: readonly string[];
}

/** The version of the data and the two halves of their digest, as the changes that are told with it left them. */
export interface VersionRow {
  readonly version: number;
  readonly high: bigint;
  readonly low: bigint;
}

export interface ChangeFeed {
  /** Looks at once, and gives when what it found has been applied. */
  catchUp(): Promise<void>;
  /** How long ago the log was last read to its end, and all of it applied, in milliseconds. */
  lag(): number;
  stop(): Promise<void>;
}

/** How often the feed looks by itself, in milliseconds. */
const interval = 500;
/** How long a look may take, in milliseconds: a database that stands still is asked again. */
const longestLook = 5_000;
/** How long a look that has begun is waited for at the end, in milliseconds. */
const longestStop = 2_000;

/** Up to where the log has been read: every transaction before `xmin` has ended, and `seen` were read of those after. */
interface Position {
  readonly xmin: bigint;
  readonly seen: ReadonlySet<bigint>;
}

/**
 * Follows the log from now on.
 * @param apply is called with what has changed, never twice at a time; a change may be told twice, and none is left out.
 * @param onError is told when the log could not be read; it is tried again.
 */
export async function openChangeFeed(
  { read, listen }: Pick<Database, 'read' | 'listen'>,
  apply: (changes: readonly Change[], version: VersionRow) => Promise<void>,
  onError: (error: unknown) => void,
): Promise<ChangeFeed> {
  // What stands at the start is no news, also where an older transaction, of any database of the server, still runs.
  const start: Position = { xmin: await readXmin(read), seen: new Set() };
  let { position } = await withDeadline(longestLook, async (signal) => await readLog(read, start, signal));
  let running: Promise<void> = Promise.resolve();
  let waiting = false;
  let readUntil = performance.now();

  const look = async (): Promise<void> => {
    waiting = false;
    const began = performance.now();
    const found = await withDeadline(longestLook, async (signal) => await readLog(read, position, signal));
    if (found.changes.length > 0) await apply(found.changes, found.version);
    position = found.position;
    readUntil = began;
  };
  // One look at a time, and one more if something happens meanwhile.
  const wake = (): Promise<void> => {
    if (!waiting) {
      waiting = true;
      running = running.then(look, look);
    }
    return running;
  };
  const wakeQuietly = (): void => void wake().catch(onError);
  const unlisten = await listen(wakeQuietly);
  const timer = setInterval(wakeQuietly, interval);
  timer.unref();
  return {
    catchUp: wake,
    lag: () => performance.now() - readUntil,
    stop: async () => {
      clearInterval(timer);
      await unlisten();
      // A database that stands still is not waited for.
      await Promise.race([running.catch(() => {}), setTimeout(longestStop, undefined, { ref: false })]);
    },
  };
}

interface Found {
  readonly changes: readonly Change[];
  readonly version: VersionRow;
  readonly position: Position;
}

/** The oldest transaction that is still running, or else the next: all before it have ended. */
async function readXmin(read: Read): Promise<bigint> {
  const [row] = await read<{ xmin: bigint }>(
    Prisma.sql`SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xmin`,
  );
  return row?.xmin ?? 0n;
}

/**
 * Reads what came after a position. Numbers are given out before transactions commit, so a higher one may show before
 * a lower: what is read again from the oldest transaction that was still running is told apart by number. The version is
 * read in the same statement: one that was read after it could be of changes that have not been told yet.
 */
async function readLog(read: Read, { xmin, seen }: Position, signal: AbortSignal): Promise<Found> {
  const statement = Prisma.sql`
    SELECT now.xmin, coalesce(d."version", 0) AS version, coalesce(d."high", 0) AS high, coalesce(d."low", 0) AS low,
      c."seq", c."xid", c."table", c."keys"
    FROM (SELECT pg_snapshot_xmin(pg_current_snapshot())::text::bigint AS xmin) AS now
    LEFT JOIN "DataVersion" d ON true
    LEFT JOIN "Change" c ON c."xid" >= ${xmin}
    ORDER BY c."seq"`;
  const rows = await read<
    VersionRow & { xmin: bigint; seq: bigint | null; xid: bigint; table: string; keys: string[] }
  >(statement, signal);
  const logged = rows.flatMap(({ seq, ...row }) => (seq === null ? [] : [{ ...row, seq }]));
  const fresh = logged.filter(({ seq }) => !seen.has(seq));
  const [first] = rows;
  const next = first?.xmin ?? xmin;
  const { version, high, low } = first ?? { version: 0, high: 0n, low: 0n };
  return {
    version: { version, high, low },
    changes: fresh.map(({ table, keys }) => ({ table, keys })),
    position: { xmin: next, seen: new Set(logged.filter(({ xid }) => xid >= next).map(({ seq }) => seq)) },
  };
}
