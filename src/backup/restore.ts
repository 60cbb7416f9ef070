/** Restores a backup: all of it or, if anything is wrong, none. */

import { writeChangeset } from '../curation/changeset.ts';
import { lockWriters } from '../database/lockWriters.ts';
import { migrationNames } from '../database/migrate.ts';
import { needToWrite } from '../database/privileges.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Prisma, PrismaClient } from '../generated/prisma/client.ts';
import { type DataVersion, digestOf, readVersion } from '../store/version.ts';
import { longest, type OnProgress, tablesOf } from './backup.ts';
import { BackupRefused, checkBackup, type Head, historyRowsIn, type OpenBackup, readBackup } from './file.ts';
import { withMigrated } from './former.ts';
import { sumUpAll } from './sums.ts';
import { type FactTable, type HistoryTables, readFactTables, readHistoryTables, readMigrationNames } from './tables.ts';
import { refusing, setNumbers, targetsOf, undone, type Writer, writerOf } from './write.ts';

/** What somebody is told who may only read. */
const toWrite = ['a restore writes facts', 'restore as one that may write'] as const;

interface RestoreOptions {
  /** Removes the facts that are there; without it they are kept and the restore is refused. */
  readonly replace?: boolean;
  readonly onProgress?: OnProgress;
}

interface Restored extends DataVersion {
  /** The backup has a history, and the database has its own, which goes on. */
  readonly historyLeftOut: boolean;
}

/**
 * Reads a backup through without a database, to find out whether it can be restored.
 * @param migrations those of this version of the project, in order.
 * @throws BackupRefused if it is damaged, cut off, foreign, or of a newer version of the project.
 */
export async function examineBackup(file: string, migrations: readonly string[]): Promise<Head> {
  const head = await checkBackup(file);
  refuseNewer(file, head, migrations);
  return head;
}

/** Which migrations the tables lack that a backup is of: if there are any, it has to be migrated. */
export const migrationsMissingIn = (head: Head, migrations: readonly string[]): string[] =>
  migrations.filter((name) => !head.migrations.includes(name));

function refuseNewer(file: string, head: Head, migrations: readonly string[]): void {
  const unknown = head.migrations.filter((name) => !migrations.includes(name));
  if (unknown.length > 0) {
    throw new BackupRefused(
      `${file} is of a newer version of the project, which has ${unknown.join(', ')}. Restore it with that version.`,
    );
  }
}

/**
 * Writes a backup into a migrated database, in one transaction: with its history into one that has none yet, and else
 * its facts alone. One of a former version of the project is migrated before. Who reads meanwhile sees the facts of
 * before; the change log tells running services of it when it is done.
 * @throws BackupRefused or MayOnlyRead, and then nothing has changed.
 */
export async function restore(prisma: PrismaClient, file: string, options: RestoreOptions = {}): Promise<Restored> {
  const known = migrationNames();
  const head = await readBackup(file, async (backup) => backup.head);
  refuseNewer(file, head, known);
  if (migrationsMissingIn(head, known).length === 0)
    return await readBackup(file, async (backup) => await restoreOpen(prisma, backup, options));
  // Before the work of migrating it, which would be for nothing.
  await needToWrite(prisma, ...toWrite);
  await inTransaction(prisma, { limit: longest, snapshot: true }, async (tx) => {
    await refuseFilled(tx, await readFactTables(tx), options);
  });
  return await withMigrated(
    file,
    async (migrated) =>
      // It is known by the name of the file that it was made of.
      await readBackup(migrated, async (backup) => await restoreOpen(prisma, { ...backup, file }, options)),
  );
}

async function restoreOpen(prisma: PrismaClient, backup: OpenBackup, options: RestoreOptions): Promise<Restored> {
  return await inTransaction(prisma, { limit: longest }, async (tx) => {
    await needToWrite(tx, ...toWrite);
    await lockWriters(tx);
    // In the digest of all rows, moments are texts.
    await tx.$executeRaw`SET LOCAL TimeZone = 'UTC'`;
    refuseOtherTables(backup, await readMigrationNames(tx));
    const facts = await readFactTables(tx);
    const filled = await refuseFilled(tx, facts, options);
    const writer = writerOf(backup, options.onProgress ?? (() => {}));
    const history = (await isNew(tx, filled)) ? await readHistoryTables(tx, facts) : null;
    const whole = backup.head.history !== null && history !== null;
    const restored = whole
      ? await restoreWhole(tx, backup, writer, { facts, history })
      : await restoreFacts(tx, backup, writer, { facts, filled });
    // What is looked at when a transaction ends is looked at now, while it can still be said of which file it is.
    await refusing(backup.file, 'it', async () => await tx.$executeRaw`SET CONSTRAINTS ALL IMMEDIATE`);
    return { ...restored, historyLeftOut: !whole && backup.head.history !== null };
  });
}

/** Of a database that another version of the project has migrated since this one looked. */
function refuseOtherTables({ file, head }: OpenBackup, applied: readonly string[]): void {
  if (head.migrations.join() === applied.join()) return;
  throw undone(file, 'the database has other migrations than this version of the project');
}

/** Whether nothing was ever written into a database. From then on until the end of the transaction nobody else does. */
async function isNew(tx: Prisma.TransactionClient, filled: readonly FactTable[]): Promise<boolean> {
  const rows = await tx.$queryRaw<{ version: number }[]>`SELECT "version" FROM "DataVersion" FOR UPDATE`;
  return filled.length === 0 && rows[0]?.version === 0 && (await tx.changeset.count()) === 0;
}

/** Gives the tables that have rows. @throws BackupRefused if there are any and they are not to be replaced. */
async function refuseFilled(
  tx: Prisma.TransactionClient,
  facts: readonly FactTable[],
  { replace = false }: RestoreOptions,
): Promise<FactTable[]> {
  const exists = facts.map(({ quoted }) => `EXISTS (SELECT FROM ${quoted})`);
  const [row] = await tx.$queryRawUnsafe<{ filled: boolean[] }[]>(`SELECT ARRAY[${exists}] AS filled`);
  const filled = facts.filter((_, index) => row?.filled[index]);
  if (filled.length > 0 && !replace)
    throw new BackupRefused('the database has facts already: --replace removes them. Nothing was changed.');
  return filled;
}

/** Writes the facts in the place of those that are there: a change like any other, in the history of the database. */
async function restoreFacts(
  tx: Prisma.TransactionClient,
  backup: OpenBackup,
  writer: Writer,
  { facts, filled }: { readonly facts: readonly FactTable[]; readonly filled: readonly FactTable[] },
): Promise<DataVersion> {
  for (const { quoted } of filled.toReversed()) await tx.$executeRawUnsafe(`DELETE FROM ${quoted}`);
  // What the files said is of the facts that were there.
  await tx.$executeRaw`DELETE FROM "SeedBase"`;
  const stated = facts.map((table) => ({ ...table, columns: table.stated }));
  await writer.write(tx, targetsOf(backup.file, backup.head.tables, stated));
  await writer.pass(historyRowsIn(backup.head));
  await writer.end();
  const restored = await carryOn(tx, backup);
  // A database that had no history begins with what is restored.
  if ((await tx.changeset.count()) === 0)
    await tx.dataVersion.update({ where: { one: true }, data: { historyFrom: restored.version } });
  const message = `the backup of ${backup.head.created}, version ${backup.head.version}`;
  // A backup without facts makes no version in an empty database.
  if ((await tx.changeset.count({ where: { version: restored.version } })) === 0 && restored.version > 0)
    await writeChangeset(tx, { origin: 'RESTORE', author: 'restore', message });
  return restored;
}

/** Writes the facts and their history as they were, with the numbers of their rows and versions. */
async function restoreWhole(
  tx: Prisma.TransactionClient,
  backup: OpenBackup,
  writer: Writer,
  { facts, history }: { readonly facts: readonly FactTable[]; readonly history: HistoryTables },
): Promise<DataVersion> {
  const { file, head } = backup;
  if (head.history === null) throw undone(file, 'it has no history');
  const { from: historyFrom, seeding, digest, tables, seedBase, changesets } = head.history;
  await tx.$executeRaw`SELECT set_config('labourgraph.restoring', 'on', true)`;
  await tx.$executeRaw`DELETE FROM "SeedBase"`;
  await writer.write(tx, [
    ...targetsOf(file, head.tables, facts),
    ...targetsOf(file, tables, history.former),
    { ...history.seedBase, rows: seedBase },
  ]);
  for (const table of facts) await setNumbers(tx, file, table);
  const restored = await carryOn(tx, backup);
  // Only a version that there is can have a changeset; and with the first one, the history is closed.
  await writer.write(tx, [{ ...history.changesets, rows: changesets }]);
  await writer.end();
  const { version: seededVersion = null, at: seededAt = null, digest: seededFrom = null } = seeding ?? {};
  await tx.dataVersion.update({ where: { one: true }, data: { historyFrom, seededVersion, seededAt, seededFrom } });
  const all = digestOf(await sumUpAll(tx, [...facts, ...tablesOf(history)]));
  if (all !== digest) throw undone(file, `its rows have the digest ${all} here, instead of ${digest}`);
  if (restored.version > 0 && (await tx.changeset.count({ where: { version: restored.version } })) === 0)
    throw undone(file, `it has no changeset of its version ${restored.version}`);
  return restored;
}

/** Carries the version on, never back, and holds the facts to the digest that they had. */
async function carryOn(tx: Prisma.TransactionClient, { file, head }: OpenBackup): Promise<DataVersion> {
  // A rule that they break says more than a digest that is another.
  await refusing(file, 'it', async () => await tx.$executeRaw`SET CONSTRAINTS "check_change" IMMEDIATE`);
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
  return restored;
}
