/** How exports read: in batches by primary key, so that memory is bounded, and out of one state of the data. */
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import type { Options } from './options.ts';

/** What an export reads through: a client, or a transaction. */
export type Reader = Prisma.TransactionClient;

/** How many rows are asked for, and held, at once. */
const batchSize = 1000;

/** How long a transaction may be held open for a reader that is slow to take the data, in milliseconds. */
const longest = 10 * 60_000;

/** The rows that come after an id in the order of ids, as many as are taken. */
export type Page = ReturnType<typeof pageOf>;

const pageOf = (after: string, take: number) =>
  ({ where: { id: { gt: after } }, orderBy: { id: 'asc' }, take }) as const;

interface Keyed {
  readonly id: string;
}

/**
 * Reads a table from its first key to its last. A batch that has a row which cannot be read is read in smaller ones,
 * until that row stands alone and is left out.
 * @param read gives the rows of a page, with all that hangs on them.
 * @param readIds gives their ids alone.
 */
export async function* inBatches<Row extends Keyed>(
  options: Options,
  read: (page: Page) => Promise<Row[]>,
  readIds: (page: Page) => Promise<Keyed[]>,
): AsyncGenerator<Row[]> {
  let [after, take] = ['', batchSize];
  for (;;) {
    const rows = await read(pageOf(after, take)).catch(async (error: unknown) => {
      if (!isUnreadable(error)) throw error;
      return error;
    });
    if (Array.isArray(rows)) {
      if (rows.length > 0) yield rows;
      options.onRows?.(rows.length);
      const last = rows.at(-1);
      if (last === undefined || rows.length < take) return;
      after = last.id;
      take = Math.min(2 * take, batchSize);
    } else if (take > 1) {
      take = Math.floor(take / 2);
    } else {
      const [alone] = await readIds(pageOf(after, take));
      if (alone === undefined) return;
      options.leftOut.note(alone.id, rows);
      options.onRows?.(1);
      after = alone.id;
    }
  }
}

/** True if the database gave a row, and the client cannot say it: a word that its version of an enumeration lacks. */
function isUnreadable(error: unknown): boolean {
  return error instanceof Prisma.PrismaClientKnownRequestError && error.code === 'P2023';
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
