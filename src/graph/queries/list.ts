/** Lists of entities: filtered, ordered, in pages. One statement for the ids of a page, one for its count. */
import type { Read } from '../../database/read.ts';
import { Prisma } from '../../generated/prisma/client.ts';
import type { MaybePromise } from '../maybePromise.ts';
import { lazy } from '../rows/cache.ts';
import type { Language } from '../rows/entities.ts';
import { conditions, type EntityFilter, undatedOf } from './entityFilter.ts';
import { countRows, readKeyset } from './keyset.ts';
import { byId, dayNumber, type Order, type Sort, type Sortable, sortBy } from './order.ts';
import { type Connection, type Edge, type PageArgs, parsePage } from './page.ts';

/** An order, and the language of the names that it goes by. */
export interface EntityOrder extends Order<'ID' | 'NAME' | 'DATE'> {
  readonly language: Language;
}

/** Counts what has no date, when it is asked for; null where no days are asked about. */
export type UndatedCount = (signal?: AbortSignal) => MaybePromise<number | null>;

/** A page of a list that a filter may narrow to some days. */
export interface ListConnection extends Connection<Edge<string>> {
  /** How many that meet the other conditions have no date; null where no days are asked about. */
  readonly undatedCount: UndatedCount;
}

/**
 * A page of the entities that a filter lets through.
 * @throws InvalidArgument if the page cannot be.
 */
export async function listEntities(
  read: Read,
  signal: AbortSignal | undefined,
  filter: EntityFilter,
  order: EntityOrder,
  pageArgs: PageArgs,
): Promise<ListConnection> {
  const sort = sortOf(order);
  const page = parsePage(pageArgs, () => `entities ${JSON.stringify([filter, order])}`, sort.cursor);
  const id = Prisma.sql`e."id"`;
  // Of the filter, which the page keeps for its count, and not of its SQL, which is many times as long.
  const from = (): Prisma.Sql => entitiesThat(filter);
  const found = await readKeyset(read, signal, { columns: id, from, sort, id }, page, (row) => row.id);
  return { ...found, undatedCount: countUndated(read, filter) };
}

/** How many that meet a filter's other conditions have no date, once that is asked; null where no days are asked about. */
export function countUndated(read: Read, filter: EntityFilter): UndatedCount {
  const undated = undatedOf(filter);
  return undated === null ? () => null : lazy(async (signal) => await countRows(read, signal, entitiesThat(undated)));
}

const day = dayNumber(Prisma.sql`coalesce(e."startEarliest", e."startLatest")`);
/** The beginning of a name, since it stands in a cursor; what begins alike is in the order of its ids. */
const name = (language: Language): Prisma.Sql =>
  Prisma.sql`left(coalesce((SELECT fold(n."text") FROM "Name" n WHERE n."entityId" = e."id" AND n."type" = 'PREFERRED'
    ORDER BY n."language" <> ${language}::text LIMIT 1), e."id"), 60) COLLATE "C"`;

/** An order in SQL, of the table Entity as `e`. */
export const sortOf = (order: EntityOrder): Sort => sortBy(sortable(order), order.direction);

function sortable({ field, language }: EntityOrder): Sortable {
  switch (field) {
    case 'ID':
      return byId;
    case 'NAME':
      return { value: name(language), type: 'text' };
    case 'DATE':
      return { value: day, type: 'int' };
  }
}

const entitiesThat = (filter: EntityFilter): Prisma.Sql => Prisma.sql`FROM "Entity" e WHERE ${conditions(filter)}`;
