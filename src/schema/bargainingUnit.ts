import type { Resolvers } from '../generated/graphql.ts';
import { mapMaybePromise } from '../graph/maybePromise.ts';
import { shareOf } from './amount.ts';

export const bargainingUnitResolvers = {
  BargainingUnit: {
    essentialShare: ({ id }, _, { graph }) =>
      mapMaybePromise(graph.detail('bargainingUnit', id), (unit) =>
        unit === null
          ? null
          : shareOf(unit.essentialShare, unit.essentialShareFraction, unit.essentialShareApproximation),
      ),
  },
} satisfies Resolvers;
