/** How exports read: in batches by primary key, so that memory is bounded, and out of one state of the data. */
import { type Read, readWithin } from '../database/read.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { mapRows } from './leftOut.ts';
import type { Options } from './options.ts';

/** What an export reads through: two ways to the same state of the data. */
export interface Reader {
  /** Finds the ids that are asked for, and counts: conditions are put together there. */
  readonly tx: Prisma.TransactionClient;
  /** Reads the rows of ids, by the statements of the store. */
  readonly read: Read;
}

const readerOver = (tx: Prisma.TransactionClient): Reader => ({ tx, read: readWithin(tx) });

/** How many rows are asked for, and held, at once. */
const batchSize = 1000;

/** How long a transaction may be held open for a reader that is slow to take the data, in milliseconds. */
const longest = 10 * 60_000;

/** The ids that come after one in their order, as many as are taken. */
export type Page = ReturnType<typeof pageAfter>;

const pageAfter = (id: string) =>
  ({ where: { id: { gt: id } }, orderBy: { id: 'asc' }, take: batchSize, select: { id: true } }) as const;

interface Keyed {
  readonly id: string;
}

/** Gives the row of an id with all that hangs on it; nothing if it is gone by now. @throws if it cannot be told. */
export type RowOf<Row> = (id: string) => Row | undefined;

/**
 * Reads a table from its first key to its last. A row that cannot be told is left out by itself.
 * @param idsOf finds the ids of a page.
 * @param rowsOf reads the rows of these ids, in a number of statements that does not grow with them.
 */
export async function* inBatches<Row extends object>(
  options: Options,
  idsOf: (page: Page) => Promise<Keyed[]>,
  rowsOf: (ids: readonly string[]) => Promise<RowOf<Row>>,
): AsyncGenerator<Row[]> {
  let last: Keyed | undefined = { id: '' };
  while (last !== undefined) {
    const found: Keyed[] = await idsOf(pageAfter(last.id));
    if (found.length === 0) return;
    const rowOf = await rowsOf(found.map(({ id }) => id));
    const rows = mapRows(found, ({ id }) => rowOf(id), options.leftOut).filter((row) => row !== undefined);
    if (rows.length > 0) yield rows;
    options.onRows?.(found.length);
    last = found.length < batchSize ? undefined : found.at(-1);
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
  if (await isEmbedded(prisma)) return await work(readerOver(prisma));
  return await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      return await work(readerOver(tx));
    },
    { isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: longest },
  );
}

async function isEmbedded(prisma: PrismaClient): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ version: string }[]>`SELECT version()`;
  return row?.version.includes('PGlite') ?? false;
}
