import type { Resolvers } from '../generated/graphql.ts';
import { type Attribution, attributions } from '../graph/attributions.ts';
import { all, type MaybePromise, mapMaybePromise } from '../graph/maybePromise.ts';
import { boundsOf, type RelationshipType } from '../registry/index.ts';
import { amountOf } from './amount.ts';
import type { Context } from './context.ts';
import { entityColumn } from './entity.ts';
import { evidencePage } from './evidencePage.ts';
import { loadEntity, loadRelationshipEvidence } from './load.ts';
import type { EntityModel } from './models.ts';

/** Who takes a stand on a claim in one way. */
const standing =
  (type: RelationshipType) =>
  ({ id }: EntityModel, _: unknown, { graph }: Context): MaybePromise<Attribution[]> =>
    attributions(graph, id, type);

export const claimResolvers = {
  Claim: {
    proposition: entityColumn('summary'),
    figure: ({ id }, _, { graph }) =>
      mapMaybePromise(graph.detail('claim', id), (claim) => {
        if (claim === null) return null;
        const { measure, unit, period } = claim;
        if ([claim.value, claim.low, measure, unit, period].every((one) => one === null)) return null;
        const value = amountOf(claim);
        const range = { low: claim.low?.toNumber() ?? null, high: claim.high?.toNumber() ?? null };
        const bounds = value === null ? range : boundsOf(value, claim.approximation);
        return { ...claim, value, fraction: claim.valueFraction, ...bounds };
      }),
    assertedBy: standing('ASSERTS'),
    disputedBy: standing('DISPUTES'),
    deniedBy: standing('DENIES'),
    supportedBy: standing('SUPPORTS'),
    qualifiedBy: standing('QUALIFIES'),
  },
  Contestable: {
    contested: ({ id }, _, { graph }) => mapMaybePromise(graph.contests.load(id), (found) => (found ?? []).length > 0),
    contestedAs: ({ id }, _, { graph }) => mapMaybePromise(graph.contests.load(id), (found) => found ?? []),
  },
  Attribution: {
    actor: ({ actorId }, _, { graph }) => (actorId === null ? null : loadEntity(graph, actorId)),
    evidence: ({ sayings }, page, { graph }) => {
      const each = all(sayings.map(({ relationship }) => loadRelationshipEvidence(graph, relationship)));
      return evidencePage(
        mapMaybePromise(each, (lists) => lists.flat()),
        page,
        'Attribution',
      );
    },
  },
  Saying: {
    statement: ({ statementId }, _, { graph }) => (statementId === null ? null : loadEntity(graph, statementId)),
    accordingTo: ({ accordingToId }, _, { graph }) =>
      accordingToId === null ? null : graph.entities.load(accordingToId),
    evidence: ({ relationship }, page, { graph }) => evidencePage(loadRelationshipEvidence(graph, relationship), page),
  },
} satisfies Resolvers;
