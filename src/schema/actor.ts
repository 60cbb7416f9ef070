import type { Resolvers } from '../generated/graphql.ts';
import { loadEntity } from './load.ts';
import { typeOfKind } from './vocabulary.ts';

const resolveType = ({ kind }: { kind: Parameters<typeof typeOfKind>[0] }) => typeOfKind(kind) as 'Union';

export const actorResolvers = {
  Actor: { __resolveType: resolveType },
  Organization: { __resolveType: resolveType },
  Party: { __resolveType: resolveType },
  TwoSided: {
    __resolveType: (entity) => typeOfKind(entity.kind) as 'Dispute',
    parties: async ({ id }, { side }, { graph }) => {
      const parties = await graph.relatedAll(id, { direction: 'IN', types: ['PARTY_TO'] });
      return parties.filter(({ relationship }) => side === undefined || side === null || relationship.side === side);
    },
  },
  PartyOnSide: {
    side: ({ relationship }) => {
      if (relationship.side === null)
        throw new Error(`${relationship.id} has no side, which the database's check should have refused`);
      return relationship.side;
    },
    actor: async ({ node }, _, { graph }) => await loadEntity(graph, node),
    evidence: async ({ relationship }, _, { graph }) =>
      await graph.evidence.load({ column: 'relationshipId', id: relationship.id }),
  },
} satisfies Resolvers;
