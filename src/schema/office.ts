import type { Resolvers } from '../generated/graphql.ts';
import type { Graph } from '../graph/graph.ts';
import type { MaybePromise } from '../graph/maybePromise.ts';
import type { Time } from '../records/partialDates.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEntity, loadRelationshipEvidence } from './load.ts';
import type { RelatedModel } from './models.ts';

/** Who holds or held an office; with a time, who held it then, for certain or possibly. */
export function holdersOf(graph: Graph, officeId: string, asOf: Time | undefined): MaybePromise<RelatedModel[]> {
  return graph.relatedRows(officeId, { direction: 'IN', types: ['HOLDS'], asOf });
}

export const officeResolvers = {
  OfficeHolder: {
    office: ({ relationship }, _, { graph }) => loadEntity(graph, relationship.objectId),
    person: ({ node }, _, { graph }) => loadEntity(graph, node),
    evidence: ({ relationship }, page, { graph }) => evidencePage(loadRelationshipEvidence(graph, relationship), page),
  },
} satisfies Resolvers;
