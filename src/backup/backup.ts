/**
 * Backs the facts up with their history: all of it, out of one state of the data, as rows that any database of this
 * project takes.
 */
import { migrationNames } from '../database/migrate.ts';
import { inTransaction } from '../database/transaction.ts';
import type { DataVersion, Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { digestOf, readSeeding, readVersion } from '../store/version.ts';
import { BackupRefused, type Head, type HistoryHead, newHead, rowsIn, writeBackup } from './file.ts';
import { sumUpAll, sumUpFacts } from './sums.ts';
import {
  type BackedUpTable,
  type FactTable,
  type HistoryTables,
  readFactTables,
  readHistoryTables,
  readMigrationNames,
} from './tables.ts';

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

/** What a backup says of itself in place of what the database does: one that is made of another backup. */
export type InPlace = Partial<Pick<Head, 'created' | 'version' | 'seedDigest' | 'seeding'>> & {
  readonly history?: null;
};

/**
 * Writes all facts and their history to a file. Nothing is changed, and nobody is kept waiting.
 * @param inPlace a history of null leaves that of the database out.
 * @throws BackupRefused if there are no tables yet, or those of a former version, the history may not be read, or the file cannot be written.
 */
export async function backUp(
  prisma: PrismaClient,
  file: string,
  onProgress: OnProgress = () => {},
  inPlace: InPlace = {},
): Promise<BackedUp> {
  return await inTransaction(prisma, { limit: longest, snapshot: true }, async (tx) => {
    await tx.$executeRaw`SET LOCAL TimeZone = 'UTC'`;
    const facts = await readFactTables(tx);
    if (facts.length === 0) throw new BackupRefused('there are no tables here yet, and so nothing to back up.');
    const migrations = await readMigrationNames(tx);
    refuseFormer(migrations);
    const sums = await sumUpFacts(tx, facts);
    const kept = await readVersion(tx);
    const said = await tx.dataVersion.findUnique({ where: { one: true } });
    const made = await readSeeding(tx, kept);
    const seeding = made && { at: made.at.toISOString(), digest: made.digest };
    const stored = inPlace.history === null ? null : await readHistoryTables(tx, facts);
    const history = stored && withDigest(stored, kept.version, sums);
    const about = {
      migrations,
      version: kept.version,
      seedDigest: said?.seedDigest ?? null,
      seeding,
      tables: [...sums.tables],
    };
    const head: Head = {
      ...newHead({
        ...about,
        digest: digestOf(sums),
        history: history && (await headOf(tx, said, facts, history)),
      }),
      ...inPlace,
    };
    const rows = rowsIn(head);
    const lines = readRows(tx, [...facts, ...tablesOf(history)], (done) => onProgress(done, rows));
    await writeBackup(file, head, lines);
    return { head, rows, digestHolds: kept.digest === head.digest };
  });
}

/** @throws BackupRefused if tables are still those of a former version, which this one does not know. */
function refuseFormer(migrations: readonly string[]): void {
  const pending = migrationNames().filter((name) => !migrations.includes(name));
  if (pending.length > 0)
    throw new BackupRefused(
      `the tables are those of a former version, and lack ${pending.join(', ')}. Back up with that version, or call \`npm run migrate\` first.`,
    );
}

/** The tables of the history, in the order in which a backup has them. */
export const tablesOf = (history: HistoryTables | null): readonly BackedUpTable[] =>
  history === null ? [] : [...history.former, history.seedBase, history.changesets];

async function headOf(
  tx: Prisma.TransactionClient,
  said: DataVersion | null,
  facts: readonly FactTable[],
  history: HistoryTables,
): Promise<HistoryHead> {
  const sums = await sumUpAll(tx, [...facts, ...tablesOf(history)]);
  const rows = sums.tables.slice(facts.length);
  const [seedBase, changesets] = rows.slice(-2).map((table) => table.rows);
  const { seededVersion = null, seededAt = null, seededFrom = null } = said ?? {};
  const isSeeded = seededVersion !== null && seededAt !== null && seededFrom !== null;
  return {
    from: said?.historyFrom ?? 0,
    seeding: isSeeded ? { version: seededVersion, at: seededAt.toISOString(), digest: seededFrom } : null,
    digest: digestOf(sums),
    tables: rows.slice(0, -2),
    seedBase: seedBase ?? 0,
    changesets: changesets ?? 0,
  };
}

/** The history with the digest that the rows have: if the database keeps another one, so does its last changeset. */
function withDigest(
  history: HistoryTables,
  version: number,
  halves: { readonly high: bigint; readonly low: bigint },
): HistoryTables {
  const { quoted, columns } = history.changesets;
  const held = columns.map((column) => {
    const half = column === 'high' ? halves.high : column === 'low' ? halves.low : undefined;
    return half === undefined
      ? column
      : `CASE "version" WHEN ${version} THEN '${half}'::bigint ELSE ${column} END AS ${column}`;
  });
  return { ...history, changesets: { ...history.changesets, quoted: `(SELECT ${held} FROM ${quoted}) AS c` } };
}

/** Reads all rows, table by table, as lines of JSON; some at a time, so that memory is bounded. */
async function* readRows(
  tx: Prisma.TransactionClient,
  tables: readonly BackedUpTable[],
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
