/** What has an id of its own: the one place that says in which table an id stands. */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { type CachedLoader, cachedLoader } from './cache.ts';
import type { Memory } from './memory.ts';

/** The tables of what is no entity, and has an id. */
const otherTables = ['Relationship', 'Term', 'LegislationStage', 'Provision', 'Evidence'] as const;

/** A table whose rows have ids of which no other table has any. */
export type NodeTable = 'Entity' | (typeof otherTables)[number];

/** Where an id stands. */
interface Stand {
  readonly table: NodeTable;
}

/** The database lets no full stop into the id of an entity. */
export const mayBeEntity = (id: string): boolean => !id.includes('.');

/**
 * The tables of ids that are no entity's, kept: one statement for all. The ids themselves do not tell: long ones are cut,
 * and what others write into the database need not be made as seeding makes it.
 */
export function standRows(read: Read, memory: Memory): CachedLoader<string, Stand> {
  return cachedLoader(memory, async (ids) => {
    const found = otherTables.map(
      (table) => Prisma.sql`
        SELECT "id", ${table} AS "table" FROM ${Prisma.raw(`"${table}"`)} WHERE "id" = ANY(${[...ids]}::text[])`,
    );
    const rows = await read<Stand & { readonly id: string }>(Prisma.join(found, ' UNION ALL '));
    const byId = new Map(rows.map(({ id, table }) => [id, { table }]));
    return ids.map((id) => byId.get(id) ?? null);
  });
}
