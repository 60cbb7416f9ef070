import type { Resolvers } from '../generated/graphql.ts';
import { type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import type { Term } from '../graph/rows/entityParts.ts';
import type { Kind } from '../registry/index.ts';
import { amountOf } from './amount.ts';
import type { Context } from './context.ts';
import { partialDate } from './date.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEntity, loadEvidence } from './load.ts';
import type { EntityModel } from './models.ts';
import { reporterOf } from './statement.ts';

const termsOf = ({ id }: EntityModel, { issue }: { issue?: string | null }, { graph }: Context): MaybePromise<Term[]> =>
  mapMaybePromise(graph.facts.termsOf.load(id), (found) => {
    const terms = found ?? [];
    return issue === undefined || issue === null ? terms : terms.filter((term) => term.issueId === issue);
  });

/** What a term is a line of, if that is of the kind. */
const ownerOf =
  (kind: Kind) =>
  ({ proposalId, proposalKind }: Term, _: unknown, { graph }: Context): MaybePromise<EntityModel> | null =>
    proposalKind === kind ? loadEntity(graph, proposalId) : null;

export const proposalResolvers = {
  Proposal: { terms: termsOf, accordingTo: ({ id }, _, { graph }) => reporterOf(graph, id) },
  CollectiveAgreement: { terms: termsOf },
  Term: {
    of: ({ proposalId }, _, { graph }) => loadEntity(graph, proposalId),
    proposal: ownerOf('PROPOSAL'),
    agreement: ownerOf('COLLECTIVE_AGREEMENT'),
    effective: (term) => partialDate(term, 'effective'),
    issue: ({ issueId }, _, { graph }) => loadEntity(graph, issueId),
    stated: ({ value, notStated }) => (value !== null ? 'STATED' : notStated ? 'NOT_STATED' : 'NO_FIGURE'),
    value: amountOf,
    fraction: ({ valueFraction }) => valueFraction,
    evidence: ({ id }, page, { graph }) => evidencePage(loadEvidence(graph, { column: 'termId', id }), page),
  },
} satisfies Resolvers;
