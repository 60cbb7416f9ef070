import type { Resolvers } from '../generated/graphql.ts';
import { addressOfIdentifier, attributeOfScheme } from '../registry/index.ts';
import { toLanguage } from './entity.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEvidence } from './load.ts';

export const identifierResolvers = {
  Query: {
    entityByIdentifier: (_, { scheme, value }, { graph }) => graph.entityByIdentifier(scheme, value),
  },
  Identifier: {
    url: ({ scheme, value }, { language }) => addressOfIdentifier(scheme, value, toLanguage(language ?? 'EN')),
    evidence: ({ entityId, scheme }, page, { graph }) => {
      const attribute = attributeOfScheme(scheme);
      return evidencePage(loadEvidence(graph, { column: 'entityId', id: entityId }, attribute), page, attribute);
    },
  },
} satisfies Resolvers;
