import { GraphQLError } from 'graphql';
import type { Resolvers } from '../generated/graphql.ts';
import type { Graph } from '../graph/graph.ts';
import type { Path } from '../graph/index/network.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { labelOf } from '../graph/rows/relationshipMeaning.ts';
import type { Time } from '../records/partialDates.ts';
import { toLanguage } from './entity.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEntity, loadRelationshipEvidence } from './load.ts';
import type { PathStepModel } from './models.ts';
import { type TimeArguments, timeOf } from './time.ts';

export const networkResolvers = {
  Query: {
    path: (_, query, { graph }) =>
      mapMaybePromise(atTime(graph, query), (asked) => {
        const { paths, outcome } = graph.path(asked);
        if (outcome !== 'GAVE_UP') return paths[0] ?? null;
        throw new GraphQLError(
          'The search reached its bound and gave up: there may be a way. Ask for fewer types or kinds, or fewer steps.',
          { extensions: { code: 'SEARCH_GAVE_UP' } },
        );
      }),
    paths: (_, { first, ...query }, { graph }) =>
      mapMaybePromise(atTime(graph, query), (asked) => graph.paths(asked, first)),
    neighborhood: (_, query, { graph }) => mapMaybePromise(atTime(graph, query), graph.neighborhood),
    ranking: (_, query, { graph, signal }) =>
      mapMaybePromise(atTime(graph, query), (asked) => graph.ranking(signal, asked)),
  },
  Path: {
    length: ({ steps }) => steps.length,
    steps: (path) => toSteps(path),
  },
  PathStep: {
    entity: ({ node }, _, { graph }) => loadEntity(graph, node),
    relationship: ({ step }, _, { graph }) => (step === null ? null : graph.relationshipOrRef(step)),
    label: ({ step }, { language }) =>
      step === null ? null : labelOf(step.type, step.direction, toLanguage(language ?? 'EN')),
    direction: ({ step }) => step?.direction ?? null,
    certainty: ({ step }) => step?.certainty ?? null,
    evidence: ({ step }, page, { graph }) =>
      evidencePage(step === null ? [] : loadRelationshipEvidence(graph, step), page),
  },
  NeighborhoodNode: { entity: ({ id }, _, { graph }) => loadEntity(graph, id) },
  NeighborhoodEdge: { relationship: (step, _, { graph }) => graph.relationshipOrRef(step) },
  Ranked: { entity: ({ id }, _, { graph }) => loadEntity(graph, id) },
} satisfies Resolvers;

/** A question to the network, at the time that is asked about. */
function atTime<Query extends TimeArguments>(
  graph: Graph,
  query: Query,
): MaybePromise<Omit<Query, 'asOf'> & { asOf: Time | undefined }> {
  return mapMaybePromise(timeOf(graph, query), (time) => ({ ...query, asOf: time }));
}

/** The beginning, which no relationship leads to, and then the steps. */
const toSteps = ({ from, steps }: Path): PathStepModel[] => [
  { node: from, step: null },
  ...steps.map((step) => ({ node: step.node, step })),
];
