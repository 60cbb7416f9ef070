/** Backups of former versions of the project: their rows fit tables that are no longer so, and are migrated with them. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MigrationRefused } from '../database/applyMigration.ts';
import { applyMigrations } from '../database/migrate.ts';
import { openDatabase } from '../database/open.ts';
import { inTransaction } from '../database/transaction.ts';
import type { Prisma } from '../generated/prisma/client.ts';
import { digestOf } from '../store/version.ts';
import { backUp, type InPlace, longest, tablesOf } from './backup.ts';
import { type Head, type OpenBackup, readBackup } from './file.ts';
import { sumUpAll, sumUpFacts } from './sums.ts';
import { type FactTable, readFactTables, readHistoryTables } from './tables.ts';
import { setNumbers, type Target, targetsOf, undone, type Writer, writerOf } from './write.ts';

/** What would end the process before it has removed its files. */
const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Makes of a backup of a former version one of this version, and gives it to `work`: in an embedded database of its own,
 * which gets the tables of that version, then the rows, and then the migrations since. Its files are gone afterwards.
 * @param migrations the folder of this version's; not given: those of the project.
 * @throws BackupRefused if the backup is damaged, or its facts cannot be migrated.
 */
export async function withMigrated<Result>(
  file: string,
  work: (migrated: string) => Promise<Result>,
  migrations?: string,
): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'labourgraph-restore-'));
  const remove = (): void => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  const onSignal = (signal: NodeJS.Signals): void => {
    remove();
    forget();
    process.kill(process.pid, signal);
  };
  const forget = (): void => signals.forEach((signal) => void process.off(signal, onSignal));
  for (const signal of signals) process.on(signal, onSignal);
  try {
    const migrated = join(folder, 'migrated.backup');
    await readBackup(file, async (backup) => await migrate(backup, join(folder, 'database'), migrated, migrations));
    return await work(migrated);
  } finally {
    forget();
    remove();
  }
}

async function migrate(backup: OpenBackup, folder: string, migrated: string, migrations?: string): Promise<void> {
  const scratch = await openDatabase({ folder });
  try {
    await applyMigrations(scratch.adapter, migrations, backup.head.migrations);
    await inTransaction(scratch.prisma, { limit: longest }, async (tx) => await load(tx, backup));
    await applyMigrations(scratch.adapter, migrations);
    await backUp(scratch.prisma, migrated, undefined, inPlaceOf(backup.head));
  } catch (error) {
    if (!(error instanceof MigrationRefused)) throw error;
    throw undone(backup.file, `it is of an older version of the project, and cannot be migrated: ${error.message}`);
  } finally {
    await scratch.close();
  }
}

/** What stays what it was: also the version, unless the migrations made further ones of a history. */
const inPlaceOf = ({ created, version, seedDigest, seeding, history }: Head): InPlace =>
  history === null ? { created, version, seedDigest, seeding, history } : { created };

/** Writes the rows as they are: what the database would do of its own with them was done before. */
async function load(tx: Prisma.TransactionClient, backup: OpenBackup): Promise<void> {
  const { file, head } = backup;
  await tx.$executeRaw`SET LOCAL session_replication_role = replica`;
  await tx.$executeRaw`SET LOCAL TimeZone = 'UTC'`;
  const facts = await readFactTables(tx);
  const writer = writerOf(backup, () => {});
  if (head.history === null) {
    await writer.write(tx, targetsOf(file, head.tables, withoutNumbers(facts)));
  } else await loadHistory(tx, backup, head.history, { writer, facts });
  await writer.end();
  const { high, low } = await sumUpFacts(tx, facts);
  const digest = digestOf({ high, low });
  if (digest !== head.digest) throw undone(file, `its facts have the digest ${digest}, instead of ${head.digest}`);
  await writeRules(tx, facts);
  await writeVersion(tx, head, { high, low });
}

/**
 * Writes what rows of other tables the facts refer to: those hold the rules of that version, which are known no more as
 * far as no fact keeps to them. They have no columns but their keys.
 */
async function writeRules(tx: Prisma.TransactionClient, facts: readonly FactTable[]): Promise<void> {
  const references = await tx.$queryRaw<{ from: string; to: string; columns: string[]; keys: string[] }[]>`
    SELECT f.conrelid::regclass::text AS "from", f.confrelid::regclass::text AS "to",
      ARRAY(SELECT quote_ident(attname) FROM pg_attribute JOIN unnest(f.conkey) WITH ORDINALITY AS k(number, place)
        ON attrelid = f.conrelid AND attnum = k.number ORDER BY place) AS columns,
      ARRAY(SELECT quote_ident(attname) FROM pg_attribute JOIN unnest(f.confkey) WITH ORDINALITY AS k(number, place)
        ON attrelid = f.confrelid AND attnum = k.number ORDER BY place) AS keys
    FROM pg_constraint f WHERE f.contype = 'f'`;
  const isFacts = (name: string): boolean => facts.some(({ quoted }) => quoted === name);
  for (const { from, to, columns, keys } of references) {
    if (!isFacts(from) || isFacts(to)) continue;
    const said = columns.map((column) => `${column} IS NOT NULL`).join(' AND ');
    await tx.$executeRawUnsafe(
      `INSERT INTO ${to} (${keys}) SELECT DISTINCT ${columns} FROM ${from} WHERE ${said} ON CONFLICT DO NOTHING`,
    );
  }
}

const withoutNumbers = (facts: readonly FactTable[]): Omit<Target, 'rows'>[] =>
  facts.map(({ name, quoted, stated }) => ({ name, quoted, columns: stated }));

async function loadHistory(
  tx: Prisma.TransactionClient,
  { file, head }: OpenBackup,
  { digest, tables, seedBase, changesets }: NonNullable<Head['history']>,
  { writer, facts }: { readonly writer: Writer; readonly facts: readonly FactTable[] },
): Promise<void> {
  const history = await readHistoryTables(tx, facts);
  if (history === null) throw undone(file, 'it has a history, and its version of the project kept none');
  await writer.write(tx, [
    ...targetsOf(file, head.tables, facts),
    ...targetsOf(file, tables, history.former),
    { ...history.seedBase, rows: seedBase },
    { ...history.changesets, rows: changesets },
  ]);
  for (const table of facts) await setNumbers(tx, file, table);
  const all = digestOf(await sumUpAll(tx, [...facts, ...tablesOf(history)]));
  if (all !== digest) throw undone(file, `its rows have the digest ${all}, instead of ${digest}`);
}

/** Writes what a database of that version would say of its data: those of its columns that it has. */
async function writeVersion(
  tx: Prisma.TransactionClient,
  { version, seedDigest, seeding, history }: Head,
  halves: { readonly high: bigint; readonly low: bigint },
): Promise<void> {
  const made = history?.seeding ?? (seeding && { ...seeding, version });
  const row = {
    one: true,
    version,
    historyFrom: history?.from ?? 0,
    // As texts, since JSON's numbers may be taken for less exact ones.
    high: String(halves.high),
    low: String(halves.low),
    xid: 0,
    seedDigest,
    ...(made && { seededVersion: made.version, seededAt: made.at, seededFrom: made.digest }),
  };
  await tx.$executeRaw`DELETE FROM "DataVersion"`;
  await tx.$executeRaw`
    INSERT INTO "DataVersion" SELECT * FROM jsonb_populate_record(NULL::"DataVersion", ${JSON.stringify(row)}::jsonb)`;
}
