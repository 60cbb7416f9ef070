import type { Resolvers } from '../generated/graphql.ts';
import type { Graph } from '../graph/graph.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { loadEntity } from './load.ts';
import type { EntityModel } from './models.ts';

/** Within whose words a statement or a proposal reaches us, of hearsay. */
export function reporterOf(graph: Graph, madeId: string): MaybePromise<EntityModel | null> {
  return mapMaybePromise(graph.relatedRows(madeId, { direction: 'IN', types: ['MAKES'] }), ([made]) => {
    const reporter = made?.relationship.accordingToId ?? null;
    return reporter === null ? null : loadEntity(graph, reporter);
  });
}

export const statementResolvers = {
  Statement: {
    accordingTo: ({ id }, _, { graph }) => reporterOf(graph, id),
  },
} satisfies Resolvers;
