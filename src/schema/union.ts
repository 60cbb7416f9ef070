import type { Resolvers } from '../generated/graphql.ts';
import { all, mapMaybePromise } from '../graph/maybePromise.ts';
import { entityRow } from './load.ts';
import { holdersOf } from './office.ts';
import { timeOf } from './time.ts';

export const unionResolvers = {
  Union: {
    president: ({ id }, args, { graph }) =>
      mapMaybePromise(timeOf(graph, args), (time) => {
        const offices = graph.relatedAll(id, { direction: 'IN', types: ['OFFICE_OF'] });
        return mapMaybePromise(all(offices.map(({ node }) => entityRow(graph, { id: node }))), (entities) => {
          const presidencies = entities.filter(({ type }) => type === 'PRESIDENT');
          const holders = presidencies.map((office) => holdersOf(graph, office.id, time));
          return mapMaybePromise(all(holders), (found) => found.flat());
        });
      }),
  },
} satisfies Resolvers;
