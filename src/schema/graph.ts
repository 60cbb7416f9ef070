import type { Resolvers } from '../generated/graphql.ts';

export const graphResolvers = {
  Query: {
    graph: async (_, __, { graph }) => await graph.version(),
  },
  GraphInfo: {
    entities: async (_, __, { graph }) => (await graph.counts()).entities,
    relationships: async (_, __, { graph }) => (await graph.counts()).relationships,
    evidence: async (_, __, { graph }) => (await graph.counts()).evidence,
    articles: async (_, __, { graph }) => (await graph.counts()).articles,
  },
} satisfies Resolvers;
