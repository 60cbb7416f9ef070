/**
 * Which tables hold the facts: those that the change log follows, and so those that the digest is of. And which hold
 * what belongs to their history.
 */
import type { Prisma } from '../generated/prisma/client.ts';
import { BackupRefused } from './file.ts';

/** A table of which a backup has the rows, with its names in quotes. */
export interface BackedUpTable {
  readonly name: string;
  readonly quoted: string;
  readonly columns: readonly string[];
  /** On every database the same. */
  readonly order: readonly string[];
}

/** A table of facts. Its order is that in which they were written, where that is known, or else of their keys. */
export interface FactTable extends BackedUpTable {
  /** The columns but for those that the database fills in by itself, and that have no meaning without the history. */
  readonly stated: readonly string[];
  /** The columns that the database numbers by itself. */
  readonly numbered: readonly string[];
  readonly key: readonly string[];
  /** The tables that its rows refer to. */
  readonly refersTo: readonly string[];
}

/** The tables of the history, as far as a database has one. */
export interface HistoryTables {
  /** What rows of facts were: a table each, with the name of theirs. */
  readonly former: readonly BackedUpTable[];
  readonly seedBase: BackedUpTable;
  readonly changesets: BackedUpTable;
}

/** Reads which tables of facts there are, each after those that it refers to. */
export async function readFactTables(tx: Prisma.TransactionClient): Promise<readonly FactTable[]> {
  const tables = await tx.$queryRaw<Omit<FactTable, 'order'>[]>`
    SELECT t.relname::text AS name, quote_ident(t.relname) AS quoted,
      array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS columns,
      array_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE NOT numbered AND a.attname <> 'since') AS stated,
      coalesce(array_agg(quote_ident(a.attname)) FILTER (WHERE numbered), '{}') AS numbered,
      array_agg(format('%I::text COLLATE "C"', a.attname) ORDER BY a.attnum) FILTER (WHERE a.attnum = ANY(key.indkey))
        AS key,
      ARRAY(
        SELECT DISTINCT o.relname::text FROM pg_constraint f JOIN pg_class o ON o.oid = f.confrelid
        WHERE f.contype = 'f' AND f.conrelid = t.oid AND f.confrelid <> t.oid
      ) AS "refersTo"
    FROM pg_trigger g
    JOIN pg_class t ON t.oid = g.tgrelid AND t.relnamespace = current_schema()::regnamespace
    JOIN pg_index key ON key.indrelid = t.oid AND key.indisprimary
    JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum
    CROSS JOIN LATERAL (SELECT coalesce(pg_get_expr(d.adbin, d.adrelid) LIKE 'nextval(%', false) AS numbered) AS n
    WHERE g.tgname = 'log_insert'
    GROUP BY t.oid, t.relname, key.indkey
    ORDER BY t.relname COLLATE "C"`;
  return inOrder(tables.map((table) => ({ ...table, order: table.numbered.length > 0 ? table.numbered : table.key })));
}

/**
 * Reads where the history is of the tables of facts; null: the database is of a version that kept none.
 * @throws BackupRefused if there is one that this role may not read.
 */
export async function readHistoryTables(
  tx: Prisma.TransactionClient,
  facts: readonly FactTable[],
): Promise<HistoryTables | null> {
  const [found] = await tx.$queryRaw<{ kept: boolean; readable: boolean }[]>`
    SELECT count(*) > 0 AS kept, coalesce(bool_and(has_schema_privilege(n.oid, 'USAGE')
      AND has_table_privilege(t.oid, 'SELECT')), true) AS readable
    FROM pg_namespace n JOIN pg_class t ON t.relnamespace = n.oid AND t.relkind = 'r'
    WHERE n.nspname = 'labourgraph_history'`;
  if (found?.kept !== true) return null;
  if (!found.readable)
    throw new BackupRefused('this role may not read the history: docs/operate.md says, in "History", what to grant.');
  const former: BackedUpTable[] = [];
  for (const { name, quoted, key } of facts) {
    const table = `labourgraph_history.${quoted}`;
    former.push({ name, quoted: table, columns: await readColumns(tx, table), order: ['"until"', '"since"', ...key] });
  }
  const own = async (name: string, order: string): Promise<BackedUpTable> => {
    const quoted = `"${name}"`;
    return { name, quoted, columns: await readColumns(tx, quoted), order: [order] };
  };
  return {
    former,
    seedBase: await own('SeedBase', '"name" COLLATE "C"'),
    changesets: await own('Changeset', '"version"'),
  };
}

async function readColumns(tx: Prisma.TransactionClient, quoted: string): Promise<string[]> {
  const rows = await tx.$queryRaw<{ column: string }[]>`
    SELECT quote_ident(attname) AS column FROM pg_attribute
    WHERE attrelid = ${quoted}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum`;
  return rows.map(({ column }) => column);
}

/** Reads which migrations made the tables, in order. */
export async function readMigrationNames(tx: Prisma.TransactionClient): Promise<string[]> {
  const rows = await tx.$queryRaw<{ name: string }[]>`
    SELECT migration_name AS name FROM _prisma_migrations
    WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL ORDER BY migration_name COLLATE "C"`;
  return rows.map(({ name }) => name);
}

/** Puts each table after those that it refers to. */
function inOrder(tables: readonly FactTable[]): FactTable[] {
  const byName = new Map(tables.map((table) => [table.name, table]));
  const ordered = new Set<FactTable>();
  const put = (table: FactTable, on: readonly string[]): void => {
    if (on.includes(table.name)) throw new Error(`tables refer to each other in a circle: ${on.join(', ')}`);
    for (const other of table.refersTo) {
      const known = byName.get(other);
      if (known !== undefined && !ordered.has(known)) put(known, [...on, table.name]);
    }
    ordered.add(table);
  };
  for (const table of tables) put(table, []);
  return [...ordered];
}
