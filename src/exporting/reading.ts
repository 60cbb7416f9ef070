/** How exports read: in batches by primary key, so that memory is bounded, and out of one state of the data. */
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import type { Options } from './options.ts';

/** What an export reads through: a client, or a transaction. */
export type Reader = Prisma.TransactionClient;

/** How many rows are asked for, and held, at once. */
export const batchSize = 1000;

/** How long a transaction may be held open for a reader that is slow to take the data, in milliseconds. */
const longest = 10 * 60_000;

/**
 * Reads a table from its first key to its last.
 * @param read gives the rows whose ids come after `after`, in the order of their ids, at most `batchSize`.
 */
export async function* inBatches<Row extends { readonly id: string }>(
  options: Options,
  read: (after: string) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let after = '';
  for (;;) {
    const rows = await read(after);
    if (rows.length > 0) yield rows;
    options.onRows?.(rows.length);
    const last = rows.at(-1);
    if (last === undefined || rows.length < batchSize) return;
    after = last.id;
  }
}

/**
 * Runs `work` with a reader that sees one state of the data from beginning to end, whoever writes meanwhile.
 *
 * The embedded database has a single connection: a query beside an open interactive transaction waits for its end, so
 * a slow download would stop the whole service. There the batches are read one by one, and each row is as it was when
 * its batch was read.
 */
export async function withSnapshot<Result>(
  prisma: PrismaClient,
  work: (reader: Reader) => Promise<Result>,
): Promise<Result> {
  if (await isEmbedded(prisma)) return await work(prisma);
  return await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      return await work(tx);
    },
    { isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: longest },
  );
}

async function isEmbedded(prisma: PrismaClient): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ version: string }[]>`SELECT version()`;
  return row?.version.includes('PGlite') ?? false;
}
