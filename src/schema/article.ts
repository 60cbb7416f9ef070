import type { Resolvers } from '../generated/graphql.ts';
import { partialDate } from './date.ts';

export const articleResolvers = {
  Article: {
    published: (article) => partialDate(article, 'start'),
    publisher: async ({ id }, _, { graph }) => {
      const outlets = await graph.relatedAll(id, { direction: 'OUT', types: ['PUBLISHED_BY'] });
      const publisher = outlets.find(({ relationship }) => relationship.role === 'publisher') ?? outlets[0];
      return publisher === undefined ? null : await graph.entities.load(publisher.node);
    },
    verification: async ({ id }, _, { graph }) => (await graph.detail('article', id))?.textStatus ?? 'NOT_SUPPLIED',
    passages: async ({ id }, _, { graph }) => (await graph.paragraphs.load(id)).map(({ passage }) => passage),
  },
} satisfies Resolvers;
