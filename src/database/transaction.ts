/** Interactive transactions, with bounds that the database itself holds, whatever becomes of this process. */
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';

interface Bounds {
  /** How long the whole of it, and any of its statements, may take, in milliseconds. */
  readonly limit: number;
  /** How long to wait for a connection, in milliseconds. */
  readonly maxWait?: number;
  /** How long the database waits for the next statement before it takes everything back, in milliseconds. */
  readonly idle?: number;
  /** Reads one state of the data from beginning to end, and writes nothing. */
  readonly snapshot?: boolean;
}

/**
 * Runs `work` in one transaction, which is rolled back if it fails, or is not done within its bounds: a process that
 * stands still would otherwise keep every other writer waiting.
 *
 * Only the client that `work` is given may be used inside: the embedded database has one connection, and would wait
 * for the end of the transaction that waits for it. A lint rule holds that.
 */
export async function inTransaction<Result>(
  prisma: PrismaClient,
  { limit, maxWait = 10_000, idle = 300_000, snapshot = false }: Bounds,
  work: (tx: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  return await prisma.$transaction(
    async (tx) => {
      if (snapshot) await tx.$executeRaw`SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY`;
      await tx.$executeRawUnsafe(`SET LOCAL statement_timeout = ${limit}`);
      await tx.$executeRawUnsafe(`SET LOCAL idle_in_transaction_session_timeout = ${idle}`);
      return await work(tx);
    },
    { maxWait, timeout: limit },
  );
}
