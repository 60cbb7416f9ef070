/** Restores the facts of a backup: all of them or, if anything is wrong, none. */

import { writeChangeset } from '../curation/changeset.ts';
import { lockWriters } from '../database/lockWriters.ts';
import { needToWrite } from '../database/privileges.ts';
import { inTransaction } from '../database/transaction.ts';
import { Prisma, type PrismaClient } from '../generated/prisma/client.ts';
import { type DataVersion, readVersion } from '../store/version.ts';
import { longest, type OnProgress } from './backup.ts';
import { BackupRefused, checkBackup, type Head, type OpenBackup, readBackup, rowsIn } from './file.ts';
import { type FactTable, readFactTables, readMigrationNames } from './tables.ts';

/** How many rows, and about how many characters, go into one statement: the change log names each key up to 1000. */
const batch = { rows: 500, characters: 4_000_000 };

interface RestoreOptions {
  /** Removes the facts that are there; without it they are kept and the restore is refused. */
  readonly replace?: boolean;
  readonly onProgress?: OnProgress;
}

/**
 * Reads a backup through without a database, to find out whether it can be restored.
 * @param migrations those of this version of the project, in order.
 * @throws BackupRefused if it is damaged, cut off, foreign, or of other tables.
 */
export async function examineBackup(file: string, migrations: readonly string[]): Promise<Head> {
  const head = await checkBackup(file);
  refuseOtherTables(file, head, migrations);
  return head;
}

function refuseOtherTables(file: string, head: Head, migrations: readonly string[]): void {
  const missing = migrations.filter((name) => !head.migrations.includes(name));
  const unknown = head.migrations.filter((name) => !migrations.includes(name));
  if (unknown.length > 0) {
    throw new BackupRefused(
      `${file} is of a newer version of the project, which has ${unknown.join(', ')}. Restore it with that version.`,
    );
  }
  if (missing.length > 0) {
    throw new BackupRefused(
      `${file} is of an older version of the project, before ${missing.join(', ')}. Restore it into an empty ` +
        'database with the version that made it; then let this version migrate that database: migrate apply.',
    );
  }
}

/**
 * Writes the facts of a backup into a migrated database, in one transaction. Who reads meanwhile sees the facts of
 * before; the change log tells running services of it when it is done.
 * @throws BackupRefused or MayOnlyRead, and then nothing has changed.
 */
export async function restore(
  prisma: PrismaClient,
  file: string,
  { replace = false, onProgress = () => {} }: RestoreOptions = {},
): Promise<DataVersion> {
  return await readBackup(file, async (backup) =>
    inTransaction(prisma, { limit: longest }, async (tx) => {
      await needToWrite(tx, 'a restore writes facts', 'restore as one that may write');
      await lockWriters(tx);
      refuseOtherTables(file, backup.head, await readMigrationNames(tx));
      const tables = await readFactTables(tx);
      const filled = await withRows(tx, tables);
      if (filled.length > 0 && !replace) {
        throw new BackupRefused('the database has facts already: --replace removes them. Nothing was changed.');
      }
      for (const { quoted } of filled.reverse()) await tx.$executeRawUnsafe(`DELETE FROM ${quoted}`);
      // What the files said is of the facts that were there.
      await tx.$executeRaw`DELETE FROM "SeedBase"`;
      await writeRows(tx, tables, backup, onProgress);
      const restored = await carryOn(tx, backup);
      // What is looked at when a transaction ends is looked at now, while it can still be said of which file it is.
      await refusing(file, 'it', async () => await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`);
      return restored;
    }),
  );
}

async function withRows(tx: Prisma.TransactionClient, tables: readonly FactTable[]): Promise<FactTable[]> {
  const exists = tables.map(({ quoted }) => `EXISTS (SELECT FROM ${quoted})`);
  const [row] = await tx.$queryRawUnsafe<{ filled: boolean[] }[]>(`SELECT ARRAY[${exists}] AS filled`);
  return tables.filter((_, index) => row?.filled[index]);
}

async function writeRows(
  tx: Prisma.TransactionClient,
  tables: readonly FactTable[],
  { file, head, rows }: OpenBackup,
  onProgress: OnProgress,
): Promise<void> {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const total = rowsIn(head);
  const lines = rows[Symbol.asyncIterator]();
  let done = 0;
  for (const { name, rows: count } of head.tables) {
    const table = byName.get(name);
    if (table === undefined) throw undone(file, `it has a table "${name}" that this version of the project lacks`);
    for (let left = count; left > 0; ) {
      const some = await take(lines, left);
      if (some.length === 0) throw undone(file, 'its end is missing');
      await writeBatch(tx, file, table, some);
      left -= some.length;
      done += some.length;
      onProgress(done, total);
    }
  }
  // Only at its very end does a file show that it is whole.
  if ((await lines.next()).done !== true) throw undone(file, 'it has more rows than it says');
}

/** Takes the next lines, at the most so many and no more than go into a statement; none: there are no more. */
async function take(lines: AsyncIterator<string>, most: number): Promise<string[]> {
  const taken: string[] = [];
  let characters = 0;
  while (taken.length < Math.min(most, batch.rows) && characters < batch.characters) {
    const { done, value } = await lines.next();
    if (done === true) break;
    taken.push(value);
    characters += value.length;
  }
  return taken;
}

async function writeBatch(
  tx: Prisma.TransactionClient,
  file: string,
  { name, quoted, columns }: FactTable,
  rows: readonly string[],
): Promise<void> {
  const statement = `INSERT INTO ${quoted} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${quoted}, $1::jsonb)`;
  const what = `what it says of "${name}"`;
  await refusing(file, what, async () => await tx.$executeRawUnsafe(statement, `[${rows.join()}]`));
}

/** Says of which file it is what the database refuses. */
async function refusing(file: string, what: string, work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Prisma.PrismaClientKnownRequestError)) throw error;
    // The last line is what the database says; those before are of the call.
    const reason = error.message.trimEnd().split('\n').at(-1) ?? '';
    throw undone(file, `the database refuses ${what}: ${reason}`);
  }
}

/** Carries the version on, never back, and holds the facts to the digest that they had. */
async function carryOn(tx: Prisma.TransactionClient, { file, head }: OpenBackup): Promise<DataVersion> {
  await tx.$executeRaw`
    INSERT INTO "DataVersion" ("version", "seedDigest") VALUES (${head.version}, ${head.seedDigest})
    ON CONFLICT ("one") DO UPDATE SET
      "version" = greatest("DataVersion"."version", EXCLUDED."version"), "seedDigest" = EXCLUDED."seedDigest"`;
  const restored = await readVersion(tx);
  if (restored.digest !== head.digest)
    throw undone(file, `its facts have the digest ${restored.digest} here, instead of ${head.digest}`);
  // The facts are still those that the seeding wrote, whatever number their version has here.
  const seededVersion = head.seeding && restored.version;
  const { at: seededAt = null, digest: seededFrom = null } = head.seeding ?? {};
  await tx.dataVersion.update({ where: { one: true }, data: { seededVersion, seededAt, seededFrom } });
  // A database that had no history begins with what is restored.
  if ((await tx.changeset.count()) === 0)
    await tx.dataVersion.update({ where: { one: true }, data: { historyFrom: restored.version } });
  const message = `the backup of ${head.created}, version ${head.version}`;
  // A backup without facts makes no version in an empty database.
  if ((await tx.changeset.count({ where: { version: restored.version } })) === 0 && restored.version > 0)
    await writeChangeset(tx, { origin: 'RESTORE', author: 'restore', message });
  return restored;
}

/** What is thrown inside of the transaction, which takes everything back. */
const undone = (file: string, why: string): BackupRefused =>
  new BackupRefused(`${file} cannot be restored: ${why}. Nothing was changed.`);
