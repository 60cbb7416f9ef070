import type { Resolvers } from '../generated/graphql.ts';
import type { Graph } from '../graph/graph.ts';
import { loadEntity } from './load.ts';
import type { RelatedModel } from './models.ts';

/** Who holds or held an office; with a day, who held it then, for certain or possibly. */
export async function holdersOf(graph: Graph, officeId: string, asOf: Date | undefined): Promise<RelatedModel[]> {
  return await graph.relatedAll(officeId, { direction: 'IN', types: ['HOLDS'], asOf });
}

export const officeResolvers = {
  OfficeHolder: {
    office: async ({ relationship }, _, { graph }) => await loadEntity(graph, relationship.objectId),
    person: async ({ node }, _, { graph }) => await loadEntity(graph, node),
    evidence: async ({ relationship }, _, { graph }) =>
      await graph.evidence.load({ column: 'relationshipId', id: relationship.id }),
  },
} satisfies Resolvers;
