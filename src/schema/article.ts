import type { Resolvers } from '../generated/graphql.ts';
import { chain } from '../graph/maybe.ts';
import { partialDate } from './date.ts';
import { entityRow } from './load.ts';

export const articleResolvers = {
  Article: {
    published: (article, _, { graph }) => chain(entityRow(graph, article), (row) => partialDate(row, 'start')),
    publisher: ({ id }, _, { graph }) =>
      chain(graph.relatedRows(id, { direction: 'OUT', types: ['PUBLISHED_BY'] }), (outlets) => {
        const publisher = outlets.find(({ relationship }) => relationship.role === 'publisher') ?? outlets[0];
        return publisher === undefined ? null : graph.entities.load(publisher.node);
      }),
    verification: ({ id }, _, { graph }) =>
      chain(graph.detail('article', id), (row) => row?.textStatus ?? 'NOT_SUPPLIED'),
    passages: ({ id }, _, { graph }) =>
      chain(graph.paragraphs.load(id), (paragraphs) => (paragraphs ?? []).map(({ passage }) => passage)),
  },
} satisfies Resolvers;
