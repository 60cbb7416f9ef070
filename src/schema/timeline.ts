import type { Resolvers } from '../generated/graphql.ts';
import { partialDate } from './date.ts';
import { loadEntity } from './load.ts';

export const timelineResolvers = {
  Query: {
    timeline: async (_, { of, from, to, kinds, ...page }, { graph }) =>
      await graph.timeline(
        { of: of ?? undefined, from: from ?? undefined, to: to ?? undefined, kinds: kinds ?? undefined },
        page,
      ),
  },
  TimelineConnection: { nodes: ({ edges }) => edges.map(({ node }) => node) },
  TimelineEntry: {
    date: (entry) => {
      const date = partialDate(entry, 'date');
      if (date === null) throw new Error(`an entry of ${entry.entityId} has no date`);
      return date;
    },
    entity: async ({ entityId }, _, { graph }) => await loadEntity(graph, entityId),
    relationship: async ({ relationshipId }, _, { graph }) =>
      relationshipId === null ? null : await graph.relationships.load(relationshipId),
    stage: async ({ stageId }, _, { graph }) => (stageId === null ? null : await graph.facts.stage.load(stageId)),
    evidence: async ({ entityId, relationshipId, stageId }, _, { graph }) => {
      if (relationshipId !== null) return await graph.evidence.load({ column: 'relationshipId', id: relationshipId });
      if (stageId !== null) return await graph.evidence.load({ column: 'stageId', id: stageId });
      return await graph.evidence.load({ column: 'entityId', id: entityId });
    },
  },
} satisfies Resolvers;
