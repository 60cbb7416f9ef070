/**
 * Which of what entities are related to passes a filter, and what lists of it are ordered by. What several entities are
 * asked for at once, as on a page, is read in one statement.
 */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import { farKinds, type Kind, kindNames } from '../../registry/index.ts';
import type { AdjacencyIndex } from '../index/adjacencyIndex.ts';
import { type Passed, type Placed, type RelatedQuery, relatedIds, relatedSeqs } from '../index/relationships.ts';
import { conditions } from '../queries/entityFilter.ts';
import { sortOfRelationships } from '../queries/factLists.ts';
import { sortOf } from '../queries/list.ts';
import { type CancellableLoader, cancellableLoader } from './cancellableLoader.ts';
import type { Memory } from './memory.ts';

/** The kinds that can be at the far end, by the registry. */
export const farKindsOf = ({ types, direction, kinds = kindNames }: RelatedQuery): readonly Kind[] => {
  const far = types?.flatMap((type) => farKinds(type, direction)) ?? kindNames;
  return kindNames.filter((kind) => kinds.includes(kind) && far.includes(kind));
};

/** What is related to an entity in one way. */
interface PassingQuery {
  readonly of: string;
  readonly query: RelatedQuery;
}

/** What is related and passes, by its id, with what it is ordered by; kept. */
export const passingRows = (
  read: Read,
  memory: Memory,
  adjacency: () => AdjacencyIndex,
): CancellableLoader<PassingQuery, readonly Passed[]> =>
  readTogether(memory, {
    keysOf: ({ of, query }) => relatedIds(adjacency(), of, query),
    statementOf: ({ filter, order }) => [filter, order],
    keyOf: ({ id }) => id,
    rows: async ({ filter, order }, ids, signal) => {
      const key = order === undefined ? Prisma.sql`''` : sortOf(order).key;
      const passes = filter === undefined ? Prisma.sql`true` : conditions(filter);
      const statement = Prisma.sql`
        SELECT e."id", ${key} AS key FROM "Entity" e WHERE e."id" = ANY(${ids}::text[]) AND ${passes}`;
      return await read<Passed>(statement, signal);
    },
  });

/** The relationships of an entity, with what they are ordered by; kept. */
export const placedRows = (
  read: Read,
  memory: Memory,
  adjacency: () => AdjacencyIndex,
): CancellableLoader<PassingQuery, readonly Placed[]> =>
  readTogether(memory, {
    keysOf: ({ of, query }) => relatedSeqs(adjacency(), of, query),
    statementOf: ({ relationshipOrder }) => relationshipOrder,
    keyOf: ({ seq }) => seq,
    rows: async ({ relationshipOrder = { field: 'ID', direction: 'ASC' } }, seqs, signal) => {
      const statement = Prisma.sql`
        SELECT r."seq", ${sortOfRelationships(relationshipOrder).key} AS key, r."id" FROM "Relationship" r
        WHERE r."seq" = ANY(${seqs}::int[])`;
      return await read<Placed>(statement, signal);
    },
  });

/** What is read of what entities are related to. */
interface Reading<Key, Row> {
  /** The keys of the rows that a query needs. */
  readonly keysOf: (asked: PassingQuery) => Key[];
  /** The part of a query that its statement depends on. */
  readonly statementOf: (query: RelatedQuery) => unknown;
  readonly keyOf: (row: Row) => Key;
  readonly rows: (query: RelatedQuery, keys: Key[], signal: AbortSignal) => Promise<readonly Row[]>;
}

/** Reads the rows of all queries that have a statement in common by that one statement. */
function readTogether<Key, Row extends object>(
  memory: Memory,
  { keysOf, statementOf, keyOf, rows }: Reading<Key, Row>,
): CancellableLoader<PassingQuery, readonly Row[]> {
  const nameOf = ({ of, query }: PassingQuery): string => JSON.stringify([of, query]);
  return cancellableLoader<PassingQuery, readonly Row[]>(memory, nameOf, async (asked, signal) => {
    const keys = asked.map(keysOf);
    const statements = asked.map(({ query }) => JSON.stringify(statementOf(query)) ?? '');
    const found = new Map<string, ReadonlyMap<Key, Row>>();
    // One after the other: those of one request are no more than a statement of its own would be.
    for (const [index, { query }] of asked.entries()) {
      const statement = statements[index] ?? '';
      if (found.has(statement)) continue;
      const all = [...new Set(keys.flatMap((some, at) => (statements[at] === statement ? some : [])))];
      const byKey = new Map<Key, Row>();
      for (let start = 0; start < all.length; start += batchSize)
        for (const row of await rows(query, all.slice(start, start + batchSize), signal)) byKey.set(keyOf(row), row);
      found.set(statement, byKey);
    }
    return keys.map((some, index) => some.flatMap((key) => found.get(statements[index] ?? '')?.get(key) ?? []));
  });
}

/** So many keys are looked at in one statement: an entity may be related to a great part of the graph. */
const batchSize = 20_000;
