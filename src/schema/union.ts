import type { Resolvers } from '../generated/graphql.ts';
import { holdersOf } from './office.ts';

export const unionResolvers = {
  Union: {
    president: async ({ id }, { asOf }, { graph }) => {
      const offices = graph.relatedAll(id, { direction: 'IN', types: ['OFFICE_OF'] });
      const entities = await Promise.all(offices.map(async ({ node }) => await graph.entities.load(node)));
      const presidencies = entities.flatMap((office) => (office?.type === 'PRESIDENT' ? [office.id] : []));
      return (
        await Promise.all(presidencies.map(async (office) => await holdersOf(graph, office, asOf ?? undefined)))
      ).flat();
    },
  },
} satisfies Resolvers;
