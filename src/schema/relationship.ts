import type { Resolvers } from '../generated/graphql.ts';
import { all } from '../graph/maybe.ts';
import type { RelationshipType } from '../graph/registry.ts';
import { certaintyOf, labelOf } from '../graph/relationships.ts';
import { partialDate } from './date.ts';
import { loadEntity, loadEvidence } from './load.ts';

export const relationshipResolvers = {
  Relationship: {
    // The rule table, written from the registry, lets no other type in.
    type: ({ type }) => type as RelationshipType,
    label: ({ type }) => labelOf(type, 'OUT'),
    inverseLabel: ({ type }) => labelOf(type, 'IN'),
    subject: ({ subjectId }, _, { graph }) => loadEntity(graph, subjectId),
    object: ({ objectId }, _, { graph }) => loadEntity(graph, objectId),
    accordingTo: ({ accordingToId }, _, { graph }) =>
      accordingToId === null ? null : graph.entities.load(accordingToId),
    validFrom: (relationship) => partialDate(relationship, 'validFrom'),
    validTo: (relationship) => partialDate(relationship, 'validTo'),
    evidence: ({ id }, { attribute }, { graph }) => loadEvidence(graph, { column: 'relationshipId', id }, attribute),
    holdsOn: (relationship, { asOf }) => certaintyOf(relationship, asOf),
  },
  RelationshipConnection: { nodes: ({ edges }, _, { graph }) => all(edges.map((edge) => graph.relationship(edge))) },
  RelationshipEdge: {
    node: (edge, _, { graph }) => graph.relationship(edge),
    label: ({ type, direction }) => labelOf(type, direction),
    other: ({ node }, _, { graph }) => loadEntity(graph, node),
  },
} satisfies Resolvers;
