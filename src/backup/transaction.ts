/** A transaction that may take as long as it takes: the limits of requests are not for it. */
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';

/** How long to wait for a connection, and how long the work may take, in milliseconds: a bound, not an expectation. */
const limits = { maxWait: 10_000, timeout: 24 * 3_600_000 };

/** Runs `work` in one transaction. Only the client that it is given may be used inside. */
export async function inLongTransaction<Result>(
  prisma: PrismaClient,
  mode: 'READ COMMITTED' | 'REPEATABLE READ, READ ONLY',
  work: (tx: Prisma.TransactionClient) => Promise<Result>,
): Promise<Result> {
  return await prisma.$transaction(async (tx) => {
    await tx.$executeRawUnsafe(`SET TRANSACTION ISOLATION LEVEL ${mode}`);
    await tx.$executeRaw`SET LOCAL statement_timeout = 0`;
    await tx.$executeRaw`SET LOCAL idle_in_transaction_session_timeout = 0`;
    return await work(tx);
  }, limits);
}
