/**
 * Which of what entities are related to passes a filter, and what it is ordered by. What several entities are asked for
 * at once, as on a page, is read in one statement.
 */
import type { Read } from '../database/read.ts';
import { Prisma } from '../generated/prisma/client.ts';
import type { AdjacencyIndex } from './adjacencyIndex.ts';
import { type CachedLoader, cachedLoaderBy } from './cache.ts';
import { conditions } from './entityFilter.ts';
import { sortOf } from './list.ts';
import type { Memory } from './memory.ts';
import { farKinds, type Kind, kindNames } from './registry.ts';
import { type Passed, type RelatedQuery, relatedIds } from './relationships.ts';

/** The kinds that can be at the far end, by the registry. */
export const farKindsOf = ({ types, direction, kinds = kindNames }: RelatedQuery): readonly Kind[] => {
  const far = types?.flatMap((type) => farKinds(type, direction)) ?? kindNames;
  return kindNames.filter((kind) => kinds.includes(kind) && far.includes(kind));
};

/** What is related to an entity, and passes. */
export interface PassingQuery {
  readonly of: string;
  readonly query: RelatedQuery;
}

/** What is related and passes, by its id, with what it is ordered by; kept. */
export function passingRows(
  read: Read,
  memory: Memory,
  adjacency: () => AdjacencyIndex,
): CachedLoader<PassingQuery, readonly Passed[]> {
  const nameOf = ({ of, query }: PassingQuery): string => JSON.stringify([of, query]);
  return cachedLoaderBy<PassingQuery, string, readonly Passed[]>(memory, nameOf, async (asked) => {
    const related = asked.map(({ of, query }) => relatedIds(adjacency(), of, query));
    const askedOf = asked.map(({ query: { filter, order } }) => JSON.stringify([filter, order]));
    const passing = new Map<string, ReadonlyMap<string, Passed>>();
    // One after the other: those of one request are no more than a statement of its own would be.
    for (const [index, name] of askedOf.entries()) {
      if (passing.has(name)) continue;
      const ids = new Set(related.flatMap((some, at) => (askedOf[at] === name ? some : [])));
      passing.set(name, await readPassing(read, (asked[index] as PassingQuery).query, [...ids]));
    }
    return related.map((some, index) => some.flatMap((id) => passing.get(askedOf[index] as string)?.get(id) ?? []));
  });
}

/** So many ids are looked at in one statement: an entity may be related to a great part of the graph. */
const batchSize = 20_000;

async function readPassing(
  read: Read,
  { filter, order }: RelatedQuery,
  ids: readonly string[],
): Promise<ReadonlyMap<string, Passed>> {
  const found = new Map<string, Passed>();
  const key = order === undefined ? Prisma.sql`''` : sortOf(order).key;
  const passes = filter === undefined ? Prisma.sql`true` : conditions(filter);
  for (let start = 0; start < ids.length; start += batchSize) {
    const rows = await read<Passed>(Prisma.sql`
      SELECT e."id", ${key} AS key FROM "Entity" e
      WHERE e."id" = ANY(${ids.slice(start, start + batchSize)}::text[]) AND ${passes}`);
    for (const row of rows) found.set(row.id, row);
  }
  return found;
}
