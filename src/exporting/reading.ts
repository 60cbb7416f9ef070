/** How exports read: in batches by primary key, so that memory is bounded, and out of one state of the data. */
import { settingsOfPast } from '../database/past.ts';
import { type Read, readWithin } from '../database/read.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { mapRows } from './leftOut.ts';
import type { Options } from './options.ts';
import type { Past } from './past.ts';

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

/** What is read: the database, as it is or as it was. */
export interface Source {
  readonly prisma: PrismaClient;
  /** The past that is asked for; none: the present. */
  readonly past?: Past | undefined;
}

/**
 * Runs `work` with a reader that sees one state of the data from beginning to end, whoever writes meanwhile.
 *
 * The embedded database has a single connection: a query beside an open interactive transaction waits for its end, so
 * a slow download would stop the whole service. There the batches are read one by one, and each row is as it was when
 * its batch was read; of the past, as it was in that version, which no writer changes.
 */
export async function withSnapshot<Result>(
  { prisma, past }: Source,
  work: (reader: Reader) => Promise<Result>,
): Promise<Result> {
  const embedded = await isEmbedded(prisma);
  const run = async (client: PrismaClient, settings: readonly string[]): Promise<Result> =>
    embedded ? await work(readerOver(client)) : await inSnapshot(client, settings, work);
  if (past === undefined) return await run(prisma, []);
  const client = past.openPrisma();
  try {
    return await run(client, settingsOfPast(past.data.version));
  } finally {
    await client.$disconnect();
  }
}

/** Runs it in a transaction that begins with these settings. */
async function inSnapshot<Result>(
  prisma: PrismaClient,
  settings: readonly string[],
  work: (reader: Reader) => Promise<Result>,
): Promise<Result> {
  return await prisma.$transaction(
    async (tx) => {
      await tx.$executeRaw`SET TRANSACTION READ ONLY`;
      for (const setting of settings) await tx.$executeRawUnsafe(setting);
      return await work(readerOver(tx));
    },
    { isolationLevel: 'RepeatableRead', maxWait: 10_000, timeout: longest },
  );
}

async function isEmbedded(prisma: PrismaClient): Promise<boolean> {
  const [row] = await prisma.$queryRaw<{ version: string }[]>`SELECT version()`;
  return row?.version.includes('PGlite') ?? false;
}
