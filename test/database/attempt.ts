/** Statements that the database is asked to accept, each tried and taken back. */
import pg from 'pg';
import type { PrismaClient } from '../../src/generated/prisma/client.ts';

export type Value = string | number | boolean | null;
export type Row = Readonly<Record<string, Value>>;

/** An INSERT with its values as literals. */
export function insert(table: string, row: Row): string {
  const columns = Object.keys(row).map((column) => pg.escapeIdentifier(column));
  const values = Object.values(row).map((value) => (value === null ? 'NULL' : pg.escapeLiteral(String(value))));
  return `INSERT INTO ${pg.escapeIdentifier(table)} (${columns.join(', ')}) VALUES (${values.join(', ')})`;
}

/** INSERTs of an entity and of a name for it. */
export const insertNamed = (row: Row): string =>
  [
    insert('Entity', { summary: 'Made up.', updatedAt: '2026-01-01', ...row }),
    insert('Name', { entityId: row['id'] ?? null, text: 'Made up', language: 'en', type: 'PREFERRED', ordinal: 0 }),
  ].join(';\n');

/**
 * Makes the function `attempt(statements)`: it says `accepted`, or the name of the constraint that refused, or else
 * the error. Whatever it wrote is taken back.
 */
export async function createAttempt(prisma: PrismaClient): Promise<void> {
  await prisma.$executeRawUnsafe(`
    CREATE FUNCTION attempt(statements text) RETURNS text LANGUAGE plpgsql AS $$
    DECLARE
      refusing text;
    BEGIN
      EXECUTE statements;
      SET CONSTRAINTS ALL IMMEDIATE;
      RAISE SQLSTATE 'LG001';
    EXCEPTION
      WHEN SQLSTATE 'LG001' THEN RETURN 'accepted';
      WHEN OTHERS THEN
        GET STACKED DIAGNOSTICS refusing = CONSTRAINT_NAME;
        RETURN coalesce(nullif(refusing, ''), SQLSTATE || ' ' || SQLERRM);
    END $$`);
}

/** Tries statements together: `accepted`, or what refused them. */
export async function attempt(prisma: PrismaClient, ...statements: readonly string[]): Promise<string> {
  const [row] = await prisma.$queryRaw<{ said: string }[]>`SELECT attempt(${statements.join(';\n')}) AS said`;
  return row?.said ?? 'nothing';
}
