import type { Resolvers } from '../generated/graphql.ts';
import { all, mapMaybePromise } from '../graph/maybePromise.ts';
import { loadEntities, loadEntity } from './load.ts';

export const searchResolvers = {
  Query: {
    search: (_, { query, kinds, ...page }, { graph, signal }) => graph.search(signal, query, kinds ?? undefined, page),
  },
  SearchConnection: {
    nodes: ({ edges }, _, { graph }) =>
      loadEntities(
        graph,
        edges.map(({ node }) => node),
      ),
  },
  Match: {
    article: ({ articleId }, _, { graph }) => (articleId === null ? null : loadEntity(graph, articleId)),
    evidence: ({ evidenceIds }, _, { graph }) =>
      mapMaybePromise(all(evidenceIds.map((id) => graph.evidenceById.load(id))), (rows) =>
        rows.filter((row) => row !== null),
      ),
  },
  SearchEdge: { node: ({ node }, _, { graph }) => loadEntity(graph, node) },
} satisfies Resolvers;
