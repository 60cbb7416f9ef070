import type { Resolvers } from '../generated/graphql.ts';
import { loadEntity } from './load.ts';

export const proposalResolvers = {
  Proposal: {
    terms: async ({ id }, { issue }, { graph }) => {
      const terms = (await graph.facts.termsOf.load(id)) ?? [];
      return issue === undefined || issue === null ? terms : terms.filter((term) => term.issueId === issue);
    },
  },
  Term: {
    proposal: async ({ proposalId }, _, { graph }) => await loadEntity(graph, proposalId),
    issue: async ({ issueId }, _, { graph }) => await loadEntity(graph, issueId),
    stated: ({ value }) => (value === null ? 'NOT_STATED' : 'STATED'),
    value: ({ value }) => value?.toNumber() ?? null,
    evidence: async ({ id }, _, { graph }) => await graph.evidence.load({ column: 'termId', id }),
  },
} satisfies Resolvers;
