import type { Resolvers } from '../generated/graphql.ts';
import { all, chain } from '../graph/maybe.ts';
import { entityRow } from './load.ts';
import { holdersOf } from './office.ts';
import { timeOf } from './time.ts';

export const unionResolvers = {
  Union: {
    president: ({ id }, args, { graph }) =>
      chain(timeOf(graph, args), (time) => {
        const offices = graph.relatedAll(id, { direction: 'IN', types: ['OFFICE_OF'] });
        return chain(all(offices.map(({ node }) => entityRow(graph, { id: node }))), (entities) => {
          const presidencies = entities.filter(({ type }) => type === 'PRESIDENT');
          const holders = presidencies.map((office) => holdersOf(graph, office.id, time));
          return chain(all(holders), (found) => found.flat());
        });
      }),
  },
} satisfies Resolvers;
