import type { Resolvers } from '../generated/graphql.ts';

export const graphResolvers = {
  Query: {
    graph: async (_, __, { graph }) => await graph.version(),
  },
  GraphInfo: {
    entities: async (_, __, { graph }) => (await graph.counts()).entities,
    relationships: async (_, __, { graph }) => (await graph.counts()).relationships,
    evidence: async (_, __, { graph }) => (await graph.counts()).evidence,
    topology: (_, __, { graph }) => graph.topologyInfo(),
    articles: async (_, __, { graph }) => (await graph.counts()).articles,
  },
} satisfies Resolvers;
