/**
 * Which of what entities are related to passes a filter. What several entities are asked for at once, as on a page, is
 * read in one statement.
 */
import type { PrismaClient } from '../generated/prisma/client.ts';
import { keepRowsBy, type Rows } from './cache.ts';
import { conditions, type EntityFilter } from './entityFilter.ts';
import type { Memory } from './memory.ts';
import { farKinds, type Kind, kindNames } from './registry.ts';
import { type RelatedQuery, relatedIds } from './relationships.ts';
import type { Topology } from './topology.ts';

/** The kinds that can be at the far end, by the registry. */
export const farKindsOf = ({ types, direction, kinds = kindNames }: RelatedQuery): readonly Kind[] => {
  const far = types?.flatMap((type) => farKinds(type, direction)) ?? kindNames;
  return kindNames.filter((kind) => kinds.includes(kind) && far.includes(kind));
};

/** What is related to an entity, and passes. */
export interface PassingQuery {
  readonly of: string;
  readonly query: RelatedQuery & { readonly filter: EntityFilter };
}

/** The ids of what is related and passes, kept. */
export function passingRows(
  prisma: PrismaClient,
  memory: Memory,
  topology: () => Topology,
): Rows<PassingQuery, readonly string[]> {
  const nameOf = ({ of, query }: PassingQuery): string => JSON.stringify([of, query]);
  return keepRowsBy(memory, nameOf, async (asked) => {
    const related = asked.map(({ of, query }) => relatedIds(topology(), of, query));
    const filterOf = asked.map(({ query }) => JSON.stringify(query.filter));
    const passing = new Map<string, ReadonlySet<string>>();
    // One after the other: those of one request are no more than a statement of its own would be.
    for (const [index, filter] of filterOf.entries()) {
      if (passing.has(filter)) continue;
      const ids = new Set(related.flatMap((some, at) => (filterOf[at] === filter ? some : [])));
      passing.set(filter, await readPassing(prisma, (asked[index] as PassingQuery).query.filter, [...ids]));
    }
    return related.map((some, index) => some.filter((id) => passing.get(filterOf[index] as string)?.has(id)));
  });
}

/** So many ids are looked at in one statement: an entity may be related to a great part of the graph. */
const batchSize = 20_000;

async function readPassing(
  prisma: PrismaClient,
  filter: EntityFilter,
  ids: readonly string[],
): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (let start = 0; start < ids.length; start += batchSize) {
    const rows = await prisma.$queryRaw<{ id: string }[]>`
      SELECT e."id" FROM "Entity" e WHERE e."id" = ANY(${ids.slice(start, start + batchSize)}::text[]) AND ${conditions(filter)}`;
    for (const { id } of rows) found.add(id);
  }
  return found;
}
