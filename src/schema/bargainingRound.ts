import type { Resolvers } from '../generated/graphql.ts';
import { gap, proposalsWithoutTerms } from '../graph/gap.ts';
import { checkId } from './filter.ts';
import { entityRow, loadEntity } from './load.ts';

export const bargainingRoundResolvers = {
  BargainingRound: {
    deadlines: async ({ id }, _, { graph }) => {
      const events = graph.relatedAll(id, { direction: 'IN', types: ['OCCURS_IN'] });
      const entities = await Promise.all(events.map(async ({ node }) => await entityRow(graph, { id: node })));
      return entities.filter((event) => event.type === 'DEADLINE');
    },
    gap: async ({ id }, { issue }, { graph }) => {
      checkId(graph, ['issue'], issue, ['ISSUE']);
      return await gap(graph, id, issue ?? undefined);
    },
    proposalsWithoutTerms: async ({ id }, _, { graph }) => await proposalsWithoutTerms(graph, id),
  },
  ProposalWithoutTerms: { proposal: ({ proposalId }, _, { graph }) => loadEntity(graph, proposalId) },
  GapRow: { issue: ({ issueId }, _, { graph }) => loadEntity(graph, issueId) },
} satisfies Resolvers;
