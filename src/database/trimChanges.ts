/** The change log is kept as long as any process may need it, and is cut while the service runs. */
import { setTimeout } from 'node:timers/promises';
import { Prisma } from '../generated/prisma/client.ts';
import { withDeadline } from './cancellation.ts';
import type { Database } from './open.ts';
import { mayWrite } from './privileges.ts';
import type { Read } from './read.ts';

/** In days: longer than any process is out of touch and does not start again. */
const daysKept = 7;
/** How many entries one statement drops: others get their turn between two. */
const batchSize = 10_000;
/** How long one statement may take, in milliseconds. */
const longest = 30_000;
/** How long one that has begun is waited for at the end, in milliseconds. */
const longestStop = 2_000;

/**
 * Drops what is older than any feed needs, now and at intervals.
 * @param every the interval in milliseconds.
 * @param onError is told when that failed; it is tried again at the next one.
 * @returns ends it.
 */
export function keepTrimmed(
  { prisma, read }: Pick<Database, 'prisma' | 'read'>,
  every: number,
  onError: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let running: Promise<void> | undefined;
  const trim = async (): Promise<void> => {
    if (!(await mayWrite(prisma, 'Change'))) return;
    for (let dropped = batchSize; dropped === batchSize && !stopped; ) {
      dropped = await withDeadline(longest, async (signal) => await dropOld(read, signal));
    }
  };
  const begin = (): void => {
    // One at a time: an interval may be shorter than what it takes.
    running ??= trim()
      .catch(onError)
      .finally(() => {
        running = undefined;
      });
  };
  begin();
  const timer = setInterval(begin, every);
  timer.unref();
  return async () => {
    stopped = true;
    clearInterval(timer);
    await Promise.race([running, setTimeout(longestStop, undefined, { ref: false })]);
  };
}

/** Drops some of the oldest; what another process drops just now is left to it. */
async function dropOld(read: Read, signal: AbortSignal): Promise<number> {
  const oldest = new Date(Date.now() - daysKept * 86_400_000);
  const statement = Prisma.sql`
    DELETE FROM "Change" WHERE "seq" IN (
      SELECT "seq" FROM "Change" WHERE "at" < ${oldest} ORDER BY "at" LIMIT ${batchSize} FOR UPDATE SKIP LOCKED
    ) RETURNING "seq"`;
  return (await read(statement, signal)).length;
}
