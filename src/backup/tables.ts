/** Which tables hold the facts: those that the change log follows, and so those that the digest is of. */
import type { Prisma } from '../generated/prisma/client.ts';

/** A table, with its names in quotes. */
export interface FactTable {
  readonly name: string;
  readonly quoted: string;
  /** All but those that the database numbers by itself, which have no meaning. */
  readonly columns: readonly string[];
  /** In the order in which they were written, where that is known, or else of their keys: on every database the same. */
  readonly order: readonly string[];
  /** The tables that its rows refer to. */
  readonly refersTo: readonly string[];
}

/** Reads which tables of facts there are, each after those that it refers to. */
export async function readFactTables(tx: Prisma.TransactionClient): Promise<readonly FactTable[]> {
  const tables = await tx.$queryRaw<FactTable[]>`
    SELECT t.relname::text AS name, quote_ident(t.relname) AS quoted,
      array_agg(quote_ident(a.attname) ORDER BY a.attnum) FILTER (WHERE NOT numbered) AS columns,
      coalesce(
        array_agg(quote_ident(a.attname)) FILTER (WHERE numbered),
        array_agg(format('%I::text COLLATE "C"', a.attname) ORDER BY a.attnum) FILTER (WHERE a.attnum = ANY(key.indkey))
      ) AS "order",
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
  return inOrder(tables);
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
