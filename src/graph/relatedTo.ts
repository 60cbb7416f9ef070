/** What an entity is related to: from the adjacency index, and from rows where a filter or an order asks for more. */
import type { AdjacencyIndex } from './index/adjacencyIndex.ts';
import {
  type ReadBeforehand,
  type RelatedEdge,
  type RelatedQuery,
  type Relationship,
  related,
  relatedAll,
} from './index/relationships.ts';
import { loadRelationship } from './lookUps.ts';
import { all, type MaybePromise, mapMaybePromise } from './maybePromise.ts';
import { undatedOf } from './queries/entityFilter.ts';
import type { UndatedCount } from './queries/list.ts';
import type { Connection, PageArgs } from './queries/page.ts';
import type { Rows } from './rows/rows.ts';

/** A page of what an entity is related to. With a filter that asks for days, it tells how many have none. */
interface RelatedConnection extends Connection<RelatedEdge> {
  readonly undatedCount?: UndatedCount;
}

/** A step to a related entity, with the relationship's row. */
export type RelatedRow = RelatedEdge & { readonly relationship: Relationship };

export interface RelatedTo {
  /** A page of what an entity is related to. @throws InvalidArgument if the page cannot be. */
  related(
    signal: AbortSignal | undefined,
    id: string,
    query: RelatedQuery,
    page: PageArgs,
  ): MaybePromise<RelatedConnection>;
  relatedAll(id: string, query: RelatedQuery): RelatedEdge[];
  relatedRows(id: string, query: RelatedQuery): MaybePromise<RelatedRow[]>;
}

/** @param current gives the adjacency index as it is now. */
export const relatedTo = (rows: Rows, current: () => AdjacencyIndex): RelatedTo => ({
  related: (signal, id, query, page) => {
    const { filter, order, relationshipOrder } = query;
    if (filter === undefined && order === undefined && relationshipOrder === undefined)
      return related(current(), id, query, page);
    const pageOf = (
      waiting: AbortSignal | undefined,
      asked: RelatedQuery,
      some: PageArgs,
    ): MaybePromise<Connection<RelatedEdge>> =>
      mapMaybePromise(readBeforehand(rows, waiting, id, asked), (beforehand) =>
        related(current(), id, asked, some, beforehand),
      );
    const undated = filter === undefined ? null : undatedOf(filter);
    return mapMaybePromise(pageOf(signal, query, page), (found) => ({
      ...found,
      undatedCount: (counting) =>
        // Of the whole list: a cursor is good for this one alone.
        undated === null
          ? null
          : mapMaybePromise(pageOf(counting, { ...query, filter: undated }, {}), ({ totalCount }) => totalCount()),
    }));
  },
  relatedAll: (id, query) => relatedAll(current(), id, query),
  relatedRows: (id, query) => {
    const edges = relatedAll(current(), id, query);
    return all(
      edges.map((edge) =>
        mapMaybePromise(loadRelationship(rows, edge), (relationship): RelatedRow => ({ ...edge, relationship })),
      ),
    );
  },
});

/** What has to be read before a page of what an entity is related to. */
function readBeforehand(
  rows: Rows,
  signal: AbortSignal | undefined,
  id: string,
  query: RelatedQuery,
): MaybePromise<ReadBeforehand> {
  const asked = { of: id, query };
  const ofEnds = query.filter !== undefined || query.order !== undefined;
  return mapMaybePromise(ofEnds ? rows.passing.load(asked, signal) : undefined, (passing) =>
    mapMaybePromise(query.relationshipOrder && rows.placed.load(asked, signal), (placed) => ({
      passing: ofEnds ? (passing ?? []) : undefined,
      placed: placed ?? undefined,
    })),
  );
}
