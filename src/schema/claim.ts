import type { Resolvers } from '../generated/graphql.ts';
import type { RelationshipType } from '../graph/registry.ts';
import type { Context } from './context.ts';
import { loadEntity } from './load.ts';
import type { EntityModel, RelatedModel } from './models.ts';

/** Who takes a stand on a claim in one way. */
const standing =
  (type: RelationshipType) =>
  async ({ id }: EntityModel, _: unknown, { graph }: Context): Promise<RelatedModel[]> =>
    await graph.relatedAll(id, { direction: 'IN', types: [type] });

export const claimResolvers = {
  Claim: {
    proposition: ({ summary }) => summary,
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
    actor: async ({ node, relationship }, _, { graph }) => {
      if (relationship.subjectKind !== 'STATEMENT') return await loadEntity(graph, node);
      const [speaker] = await graph.relatedAll(node, { direction: 'IN', types: ['MAKES'] });
      return speaker === undefined ? null : await loadEntity(graph, speaker.node);
    },
    statement: async ({ node, relationship }, _, { graph }) =>
      relationship.subjectKind === 'STATEMENT' ? await loadEntity(graph, node) : null,
    accordingTo: async ({ relationship: { accordingToId } }, _, { graph }) =>
      accordingToId === null ? null : await graph.entities.load(accordingToId),
    evidence: async ({ relationship }, _, { graph }) =>
      await graph.evidence.load({ column: 'relationshipId', id: relationship.id }),
  },
} satisfies Resolvers;
