import type { Resolvers } from '../generated/graphql.ts';
import type { Relationship } from '../graph/index/relationships.ts';
import { all, type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { certaintyOf, labelOf } from '../graph/rows/relationshipMeaning.ts';
import { InvalidArgument } from '../records/invalidArgument.ts';
import { relationshipTypes, toKeyOf } from '../registry/index.ts';
import type { Context } from './context.ts';
import { partialDate } from './date.ts';
import { toLanguage } from './entity.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEntity, loadRelationshipEvidence, relationshipRow } from './load.ts';
import type { RelationshipModel } from './models.ts';
import { timeOf } from './time.ts';

/** Resolves a field that is a column of the row. */
const column =
  <Column extends keyof Relationship>(name: Column) =>
  (relationship: RelationshipModel, _: unknown, { graph }: Context): MaybePromise<Relationship[Column]> =>
    mapMaybePromise(relationshipRow(graph, relationship), (row) => row[name]);

export const relationshipResolvers = {
  Relationship: {
    id: column('id'),
    type: ({ type }) => toKeyOf(relationshipTypes, type),
    label: ({ type }, { language }) => labelOf(type, 'OUT', toLanguage(language ?? 'EN')),
    inverseLabel: ({ type }, { language }) => labelOf(type, 'IN', toLanguage(language ?? 'EN')),
    subject: ({ subjectId }, _, { graph }) => loadEntity(graph, subjectId),
    object: ({ objectId }, _, { graph }) => loadEntity(graph, objectId),
    validFrom: (relationship, _, { graph }) =>
      mapMaybePromise(relationshipRow(graph, relationship), (row) => partialDate(row, 'validFrom')),
    validTo: (relationship, _, { graph }) =>
      mapMaybePromise(relationshipRow(graph, relationship), (row) => partialDate(row, 'validTo')),
    side: column('side'),
    position: column('position'),
    role: column('role'),
    acting: column('acting'),
    ordinal: column('ordinal'),
    note: column('note'),
    accordingTo: (relationship, _, { graph }) =>
      mapMaybePromise(relationshipRow(graph, relationship), ({ accordingToId }) =>
        accordingToId === null ? null : loadEntity(graph, accordingToId),
      ),
    evidence: (relationship, { attribute, ...page }, { graph }) =>
      evidencePage(loadRelationshipEvidence(graph, relationship, attribute), page, attribute),
    holdsOn: (relationship, args, { graph }) =>
      mapMaybePromise(timeOf(graph, args), (time) => {
        if (time === undefined)
          throw new InvalidArgument(['asOf'], 'there is no day to ask about', '`asOf` or `asToldBy`');
        return mapMaybePromise(relationshipRow(graph, relationship), (row) => certaintyOf(row, time));
      }),
  },
  RelationshipConnection: {
    nodes: ({ edges }, _, { graph }) => all(edges.map((edge) => graph.relationshipOrRef(edge))),
  },
  RelationshipEdge: {
    node: (edge, _, { graph }) => graph.relationshipOrRef(edge),
    label: ({ type, direction }, { language }) => labelOf(type, direction, toLanguage(language ?? 'EN')),
    other: ({ node }, _, { graph }) => loadEntity(graph, node),
  },
} satisfies Resolvers;
