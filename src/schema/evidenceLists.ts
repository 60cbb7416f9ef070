import type { Resolvers } from '../generated/graphql.ts';
import { all, mapMaybePromise } from '../graph/maybePromise.ts';
import { allFacts, checkEvidence, checkRelationships } from '../graph/queries/factFilters.ts';
import type { RelationshipFilter } from '../graph/queries/factLists.ts';
import type { Connection, Edge } from '../graph/queries/page.ts';
import type { Evidence } from '../graph/rows/evidence.ts';
import { actorKinds } from '../registry/index.ts';
import { checkId, kindOfId, toEvidenceFilter } from './filter.ts';
import type { EvidenceConnectionModel } from './models.ts';
import { toOrder } from './order.ts';

export const evidenceListResolvers = {
  Query: {
    relationships: (_, { filter, orderBy, ...page }, { graph, signal }) => {
      for (const end of ['subject', 'object'] as const) checkId(graph, ['filter', end], filter?.[end]);
      checkId(graph, ['filter', 'accordingTo'], filter?.accordingTo, actorKinds);
      return mapMaybePromise(toEvidenceFilter(graph, ['filter', 'evidence'], filter?.evidence), (evidence) => {
        const asked: RelationshipFilter = {
          types: filter?.types ?? undefined,
          subject: filter?.subject ?? undefined,
          object: filter?.object ?? undefined,
          subjectKinds: filter?.subjectKinds ?? undefined,
          objectKinds: filter?.objectKinds ?? undefined,
          accordingTo: filter?.accordingTo ?? undefined,
          evidence,
          restsOn: filter?.restsOn ?? undefined,
        };
        checkRelationships(asked, (id) => kindOfId(graph, id));
        return graph.listRelationships(signal, asked, toOrder(orderBy, 'ID'), page);
      });
    },
    evidence: (_, { of, filter, orderBy, ...page }, { graph, signal }) =>
      mapMaybePromise(toEvidenceFilter(graph, ['filter'], filter), (asked = {}) => {
        checkEvidence(asked, allFacts, ['filter']);
        const found = graph.listEvidence(signal, of ?? undefined, asked, toOrder(orderBy, 'SOURCE'), page);
        return mapMaybePromise(found, asListPage);
      }),
  },
  RelationshipListConnection: {
    nodes: ({ edges }, _, { graph }) => all(edges.map(({ node }) => graph.relationshipOrRef(node))),
  },
  RelationshipListEdge: { node: ({ node }, _, { graph }) => graph.relationshipOrRef(node) },
} satisfies Resolvers;

/** A page that was read, in the form of those of lists that are at hand. */
const asListPage = ({ edges, pageInfo, totalCount }: Connection<Edge<Evidence>>): EvidenceConnectionModel => ({
  nodes: edges.map(({ node }) => node),
  edges: () => edges,
  pageInfo: () => pageInfo,
  totalCount,
});
