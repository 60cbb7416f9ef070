import type { Resolvers } from '../generated/graphql.ts';
import type { RelationshipType } from '../graph/registry.ts';
import { certaintyOf, labelOf } from '../graph/relationships.ts';
import { partialDate } from './date.ts';
import { loadEntity } from './load.ts';

export const relationshipResolvers = {
  Relationship: {
    // The rule table, written from the registry, lets no other type in.
    type: ({ type }) => type as RelationshipType,
    label: (relationship) => labelOf(relationship, 'OUT'),
    inverseLabel: (relationship) => labelOf(relationship, 'IN'),
    subject: async ({ subjectId }, _, { graph }) => await loadEntity(graph, subjectId),
    object: async ({ objectId }, _, { graph }) => await loadEntity(graph, objectId),
    accordingTo: async ({ accordingToId }, _, { graph }) =>
      accordingToId === null ? null : await graph.entities.load(accordingToId),
    validFrom: (relationship) => partialDate(relationship, 'validFrom'),
    validTo: (relationship) => partialDate(relationship, 'validTo'),
    evidence: async ({ id }, { attribute }, { graph }) => {
      const all = await graph.evidence.load({ column: 'relationshipId', id });
      return attribute === undefined || attribute === null ? all : all.filter((one) => one.attribute === attribute);
    },
    holdsOn: (relationship, { asOf }) => certaintyOf(relationship, asOf),
  },
  RelationshipConnection: { nodes: ({ edges }) => edges.map((edge) => edge.relationship) },
  RelationshipEdge: {
    node: ({ relationship }) => relationship,
    label: ({ relationship, direction }) => labelOf(relationship, direction),
    other: async ({ node }, _, { graph }) => await loadEntity(graph, node),
  },
} satisfies Resolvers;
