import type { Resolvers } from '../generated/graphql.ts';
import { loadEntity } from './load.ts';

export const searchResolvers = {
  Query: {
    search: async (_, { query, kinds, ...page }, { graph }) => await graph.search(query, kinds ?? undefined, page),
  },
  SearchConnection: {
    nodes: async ({ edges }, _, { graph }) =>
      await Promise.all(edges.map(async ({ node }) => await loadEntity(graph, node))),
  },
  SearchEdge: { node: async ({ node }, _, { graph }) => await loadEntity(graph, node) },
} satisfies Resolvers;
