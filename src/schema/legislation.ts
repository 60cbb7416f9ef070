import type { Resolvers } from '../generated/graphql.ts';
import { partialDate } from './date.ts';
import { loadEntity } from './load.ts';

export const legislationResolvers = {
  Legislation: {
    stages: async ({ id }, _, { graph }) => (await graph.facts.stagesOf.load(id)) ?? [],
    provisions: async ({ id }, _, { graph }) => (await graph.facts.provisionsOf.load(id)) ?? [],
  },
  LegislationStage: {
    legislation: async ({ legislationId }, _, { graph }) => await loadEntity(graph, legislationId),
    // The foreign key to the statuses of the kind lets no other word in.
    stage: ({ stage }) => stage as 'INTRODUCED',
    date: (stage) => partialDate(stage, 'date'),
    evidence: async ({ id }, _, { graph }) => await graph.evidence.load({ column: 'stageId', id }),
  },
  Provision: {
    legislation: async ({ legislationId }, _, { graph }) => await loadEntity(graph, legislationId),
    affects: async ({ affects }, _, { graph }) =>
      await Promise.all(affects.map(async ({ id }) => await loadEntity(graph, id))),
    evidence: async ({ id }, _, { graph }) => await graph.evidence.load({ column: 'provisionId', id }),
  },
} satisfies Resolvers;
