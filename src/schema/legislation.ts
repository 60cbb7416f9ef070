import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import { partialDate } from './date.ts';
import { loadEntities, loadEntity } from './load.ts';

export const legislationResolvers = {
  Legislation: {
    stages: ({ id }, _, { graph }) => mapMaybePromise(graph.facts.stagesOf.load(id), (stages) => stages ?? []),
    provisions: ({ id }, _, { graph }) =>
      mapMaybePromise(graph.facts.provisionsOf.load(id), (provisions) => provisions ?? []),
  },
  LegislationStage: {
    legislation: ({ legislationId }, _, { graph }) => loadEntity(graph, legislationId),
    // The foreign key to the statuses of the kind lets no other word in.
    stage: ({ stage }) => stage as 'INTRODUCED',
    date: (stage) => partialDate(stage, 'date'),
    evidence: ({ id }, _, { graph }) => graph.evidence.load({ column: 'stageId', id }),
  },
  Provision: {
    legislation: ({ legislationId }, _, { graph }) => loadEntity(graph, legislationId),
    affects: ({ affects }, _, { graph }) =>
      loadEntities(
        graph,
        affects.map(({ id }) => id),
      ),
    evidence: ({ id }, _, { graph }) => graph.evidence.load({ column: 'provisionId', id }),
  },
} satisfies Resolvers;
