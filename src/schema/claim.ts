import type { Resolvers } from '../generated/graphql.ts';
import type { Maybe } from '../graph/maybe.ts';
import type { RelationshipType } from '../graph/registry.ts';
import type { Context } from './context.ts';
import { entityColumn } from './entity.ts';
import { loadEntity, loadEvidence } from './load.ts';
import type { EntityModel, RelatedModel } from './models.ts';

/** Who takes a stand on a claim in one way. */
const standing =
  (type: RelationshipType) =>
  ({ id }: EntityModel, _: unknown, { graph }: Context): Maybe<RelatedModel[]> =>
    graph.relatedRows(id, { direction: 'IN', types: [type] });

export const claimResolvers = {
  Claim: {
    proposition: entityColumn('summary'),
    figure: async ({ id }, _, { graph }) => {
      const claim = await graph.detail('claim', id);
      if (claim === null || (claim.low === null && claim.high === null)) return null;
      const [low, high] = [claim.low?.toNumber() ?? null, claim.high?.toNumber() ?? null];
      return { ...claim, low, high, value: low === high ? low : null };
    },
    assertedBy: standing('ASSERTS'),
    disputedBy: standing('DISPUTES'),
    deniedBy: standing('DENIES'),
    supportedBy: standing('SUPPORTS'),
    qualifiedBy: standing('QUALIFIES'),
  },
  Attribution: {
    actor: ({ node, relationship }, _, { graph }) => {
      if (relationship.subjectKind !== 'STATEMENT') return loadEntity(graph, node);
      const [speaker] = graph.relatedAll(node, { direction: 'IN', types: ['MAKES'] });
      return speaker === undefined ? null : loadEntity(graph, speaker.node);
    },
    statement: ({ node, relationship }, _, { graph }) =>
      relationship.subjectKind === 'STATEMENT' ? loadEntity(graph, node) : null,
    accordingTo: ({ relationship: { accordingToId } }, _, { graph }) =>
      accordingToId === null ? null : graph.entities.load(accordingToId),
    evidence: ({ relationship: { id } }, _, { graph }) => loadEvidence(graph, { column: 'relationshipId', id }),
  },
} satisfies Resolvers;
