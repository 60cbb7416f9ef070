import type { Resolvers } from '../generated/graphql.ts';
import { chain } from '../graph/maybe.ts';
import { shareOf } from './amount.ts';

export const bargainingUnitResolvers = {
  BargainingUnit: {
    essentialShare: ({ id }, _, { graph }) =>
      chain(graph.detail('bargainingUnit', id), (unit) =>
        unit === null
          ? null
          : shareOf(unit.essentialShare, unit.essentialShareFraction, unit.essentialShareApproximation),
      ),
  },
} satisfies Resolvers;
