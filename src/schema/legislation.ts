import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import { kinds, toKeyOf } from '../registry/index.ts';
import { partialDate } from './date.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEntities, loadEntity, loadEvidence } from './load.ts';

export const legislationResolvers = {
  Legislation: {
    stages: ({ id }, _, { graph }) => mapMaybePromise(graph.facts.stagesOf.load(id), (stages) => stages ?? []),
    provisions: ({ id }, _, { graph }) =>
      mapMaybePromise(graph.facts.provisionsOf.load(id), (provisions) => provisions ?? []),
  },
  LegislationStage: {
    legislation: ({ legislationId }, _, { graph }) => loadEntity(graph, legislationId),
    stage: ({ stage }) => toKeyOf(kinds.LEGISLATION.statuses, stage),
    date: (stage) => partialDate(stage, 'date'),
    evidence: ({ id }, page, { graph }) => evidencePage(loadEvidence(graph, { column: 'stageId', id }), page),
  },
  Provision: {
    legislation: ({ legislationId }, _, { graph }) => loadEntity(graph, legislationId),
    affects: ({ affects }, _, { graph }) =>
      loadEntities(
        graph,
        affects.map(({ id }) => id),
      ),
    evidence: ({ id }, page, { graph }) => evidencePage(loadEvidence(graph, { column: 'provisionId', id }), page),
  },
} satisfies Resolvers;
