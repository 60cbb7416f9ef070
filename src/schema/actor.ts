import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import type { Kind } from '../registry/index.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEntity, loadRelationshipEvidence } from './load.ts';
import { typeOfKind } from './vocabulary.ts';

const resolveType = ({ kind }: { kind: Kind }) => typeOfKind(kind) as 'Union';

export const actorResolvers = {
  Actor: { __resolveType: resolveType },
  Organization: { __resolveType: resolveType },
  BargainingParty: { __resolveType: resolveType },
  HasParties: {
    __resolveType: ({ kind }) => typeOfKind(kind) as 'Dispute',
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
