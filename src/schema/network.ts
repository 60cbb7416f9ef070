import { GraphQLError } from 'graphql';
import type { Resolvers } from '../generated/graphql.ts';
import { chain } from '../graph/maybe.ts';
import type { Path } from '../graph/network.ts';
import { labelOf } from '../graph/relationships.ts';
import { loadEntity, loadEvidence } from './load.ts';
import type { PathStepModel } from './models.ts';

export const networkResolvers = {
  Query: {
    path: (_, query, { graph }) => {
      const { paths, outcome } = graph.path(query);
      if (outcome === 'GAVE_UP') {
        throw new GraphQLError(
          'The search reached its bound and gave up: there may be a way. Ask for fewer types or kinds, or fewer steps.',
          {
            extensions: { code: 'SEARCH_GAVE_UP' },
          },
        );
      }
      return paths[0] ?? null;
    },
    paths: (_, { first, ...query }, { graph }) => graph.paths(query, first),
    neighborhood: (_, query, { graph }) => graph.neighborhood(query),
    ranking: (_, query, { graph }) => graph.ranking(query),
  },
  Path: {
    length: ({ steps }) => steps.length,
    steps: (path) => toSteps(path),
  },
  PathStep: {
    entity: ({ node }, _, { graph }) => loadEntity(graph, node),
    relationship: ({ step }, _, { graph }) => (step === null ? null : graph.relationshipOrRef(step)),
    label: ({ step }) => (step === null ? null : labelOf(step.type, step.direction)),
    direction: ({ step }) => step?.direction ?? null,
    certainty: ({ step }) => step?.certainty ?? null,
    evidence: ({ step }, _, { graph }) =>
      step === null
        ? []
        : chain(graph.relationship(step), ({ id }) => loadEvidence(graph, { column: 'relationshipId', id })),
  },
  NeighborhoodNode: { entity: ({ id }, _, { graph }) => loadEntity(graph, id) },
  NeighborhoodEdge: { relationship: (step, _, { graph }) => graph.relationshipOrRef(step) },
  Ranked: { entity: ({ id }, _, { graph }) => loadEntity(graph, id) },
} satisfies Resolvers;

/** The beginning, which no relationship leads to, and then the steps. */
const toSteps = ({ from, steps }: Path): PathStepModel[] => [
  { node: from, step: null },
  ...steps.map((step) => ({ node: step.node, step })),
];
