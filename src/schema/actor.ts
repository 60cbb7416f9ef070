import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEntity, loadRelationshipEvidence } from './load.ts';

export const actorResolvers = {
  HasParties: {
    parties: ({ id }, { side }, { graph }) =>
      mapMaybePromise(graph.relatedRows(id, { direction: 'IN', types: ['PARTY_TO'] }), (parties) =>
        side === undefined || side === null
          ? parties
          : parties.filter(({ relationship }) => relationship.side === side),
      ),
  },
  PartyOnSide: {
    side: ({ relationship: { id, side } }) => {
      if (side === null) throw new Error(`${id} has no side, which the database's check should have refused`);
      return side;
    },
    actor: ({ node }, _, { graph }) => loadEntity(graph, node),
    evidence: ({ relationship }, page, { graph }) => evidencePage(loadRelationshipEvidence(graph, relationship), page),
  },
} satisfies Resolvers;
