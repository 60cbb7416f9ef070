import type { Resolvers } from '../generated/graphql.ts';
import { addressOfIdentifier, attributeOfScheme } from '../graph/registry.ts';
import { toLanguage } from './entity.ts';
import { loadEvidence } from './load.ts';

export const identifierResolvers = {
  Query: {
    entityByIdentifier: (_, { scheme, value }, { graph }) => graph.entityByIdentifier(scheme, value),
  },
  Identifier: {
    url: ({ scheme, value }, { language }) => addressOfIdentifier(scheme, value, toLanguage(language ?? 'EN')),
    evidence: ({ entityId, scheme }, _, { graph }) =>
      loadEvidence(graph, { column: 'entityId', id: entityId }, attributeOfScheme(scheme)),
  },
} satisfies Resolvers;
