/** Backs the facts up: all of them, out of one state of the data, as rows that any database of this project takes. */
import { inTransaction } from '../database/transaction.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { digestOf, readSeeding, readVersion } from '../store/version.ts';
import { BackupRefused, type Head, newHead, rowsIn, writeBackup } from './file.ts';
import { type FactTable, readFactTables, readMigrationNames } from './tables.ts';

/** Told how many of how many rows are done. */
export type OnProgress = (done: number, total: number) => void;

/** How long a backup or a restore may take, in milliseconds: a bound, not an expectation. */
export const longest = 24 * 3_600_000;
/** How many rows are held at once. */
const batchSize = 500;

interface BackedUp {
  readonly head: Head;
  readonly rows: number;
  /** False if the database keeps another digest than its rows have: what is backed up is the rows, and theirs. */
  readonly digestHolds: boolean;
}

/**
 * Writes all facts to a file. Nothing is changed, and nobody is kept waiting.
 * @throws BackupRefused if there are no tables yet, or the file cannot be written.
 */
export async function backUp(prisma: PrismaClient, file: string, onProgress: OnProgress = () => {}): Promise<BackedUp> {
  return await inTransaction(prisma, { limit: longest, snapshot: true }, async (tx) => {
    const tables = await readFactTables(tx);
    if (tables.length === 0) throw new BackupRefused('there are no tables here yet, and so nothing to back up.');
    const summed = await sumUp(tx, tables);
    const kept = await readVersion(tx);
    const { seedDigest = null } = (await tx.dataVersion.findUnique({ where: { one: true } })) ?? {};
    const made = await readSeeding(tx, kept);
    const seeding = made && { at: made.at.toISOString(), digest: made.digest };
    const migrations = await readMigrationNames(tx);
    const head = newHead({ migrations, version: kept.version, seedDigest, seeding, ...summed });
    const rows = rowsIn(head);
    await writeBackup(
      file,
      head,
      readRows(tx, tables, (done) => onProgress(done, rows)),
    );
    return { head, rows, digestHolds: kept.digest === head.digest };
  });
}

/** Counts the rows of each table, and works their digest out anew: a restore is held to it. */
async function sumUp(
  tx: Prisma.TransactionClient,
  tables: readonly FactTable[],
): Promise<Pick<Head, 'tables' | 'digest'>> {
  const sums: { name: string; rows: number; high: bigint; low: bigint }[] = [];
  for (const { name, quoted } of tables) {
    const [sum] = await tx.$queryRawUnsafe<{ rows: number; high: bigint; low: bigint }[]>(
      `SELECT count(*)::int AS rows, coalesce(bit_xor(('x' || left(hash, 16))::bit(64)::bigint), 0) AS high,
         coalesce(bit_xor(('x' || right(hash, 16))::bit(64)::bigint), 0) AS low
       FROM (SELECT row_hash($1, to_jsonb(r)) AS hash FROM ${quoted} r) AS h`,
      name,
    );
    if (sum !== undefined) sums.push({ name, ...sum });
  }
  const xor = (half: 'high' | 'low') => sums.reduce((all, sum) => all ^ BigInt(sum[half]), 0n);
  return {
    digest: digestOf({ high: xor('high'), low: xor('low') }),
    tables: sums.map(({ name, rows }) => ({ name, rows })),
  };
}

/** Reads all rows, table by table, as lines of JSON; some at a time, so that memory is bounded. */
async function* readRows(
  tx: Prisma.TransactionClient,
  tables: readonly FactTable[],
  onDone: (rows: number) => void,
): AsyncGenerator<string> {
  let done = 0;
  for (const { quoted, columns, order } of tables) {
    await tx.$executeRawUnsafe(
      `DECLARE backup NO SCROLL CURSOR FOR
       SELECT to_jsonb(r)::text AS row FROM (SELECT ${columns} FROM ${quoted} ORDER BY ${order}) AS r`,
    );
    for (;;) {
      const rows = await tx.$queryRawUnsafe<{ row: string }[]>(`FETCH ${batchSize} FROM backup`);
      if (rows.length === 0) break;
      yield rows.map(({ row }) => `${row}\n`).join('');
      done += rows.length;
      onDone(done);
    }
    await tx.$executeRawUnsafe('CLOSE backup');
  }
}
